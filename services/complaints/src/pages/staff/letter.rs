//! The answer as a letter, to be printed and posted.

use axum::response::Response;
use web::Error;

use super::desk::Desk;
use crate::{actions, address::Named, pages::letter::print};

pub(super) async fn show(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    let letter = actions::letter(&desk.app, id, &desk.person).await?;
    let register = desk.app.inside.ground.directory.now();
    print(&desk.page, &desk.app.policy, &register, letter).await
}

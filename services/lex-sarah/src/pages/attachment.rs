//! A file of a case, to be saved or, when it is a picture, shown.

use auth::SignedIn;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Uuid;
use web::{Error, picture};

use crate::{App, actions, download::download};

type Named = Path<(Uuid, Uuid)>;

pub async fn fetch(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path((case, file)): Named,
) -> Result<Response, Error> {
    Ok(download(actions::open_attachment(&app, &person, case.into(), file.into()).await?))
}

/// As it is shown on the page.
pub async fn shown(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path((case, file)): Named,
) -> Result<Response, Error> {
    let opened = actions::open_attachment(&app, &person, case.into(), file.into()).await?;
    let shown = opened.picture().await?;
    Ok(picture(shown.kind.word(), shown.bytes))
}

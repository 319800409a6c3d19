//! What this place is.

use askama::Template;
use axum::response::Html;
use web::{Error, Page};

use crate::{
    domain::access,
    pages::{permit::RegisterReader, with_menu},
};

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    page: Page,
    sees_facts: bool,
}

/// `GET /`
pub async fn start(RegisterReader(person): RegisterReader, page: Page) -> Result<Html<String>, Error> {
    let sees_facts = access::reach(&person).is_some();
    web::html(&Start { page: with_menu(page, &person), sees_facts })
}

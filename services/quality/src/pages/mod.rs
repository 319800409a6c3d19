//! Pages for people.

mod facts;
mod organisation;
mod permit;
mod start;

use auth::Person;
use axum::{Router, routing::get};
use web::Page;

use crate::{App, domain::access};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(start::start))
        .route("/organisation", get(organisation::organisation))
        .route("/handelser", get(facts::facts))
}

/// The page with a menu of what this person may see.
fn with_menu(page: Page, person: &Person) -> Page {
    let mut places = vec![("/", "menu-start"), ("/organisation", "menu-organisation")];
    if access::reach(person).is_some() {
        places.push(("/handelser", "menu-facts"));
    }
    page.with_navigation(&places)
}

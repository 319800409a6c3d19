//! The pages behind the links in every footer.

use askama::Template;
use axum::{Router, response::Html, routing::get};

use crate::{Accessibility, Error, Page, Site};

#[derive(Template)]
#[template(path = "about.html")]
struct About {
    page: Page,
}

#[derive(Template)]
#[template(path = "secrecy.html")]
struct Secrecy {
    page: Page,
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Statement {
    page: Page,
    /// Who answers for the service.
    who: String,
    /// What is the municipality's own.
    said: Accessibility,
}

impl Statement {
    fn of(page: Page) -> Self {
        let said = page.contacts().accessibility.clone();
        let who =
            page.t2("accessibility-who", ("authority", &said.responsible), ("service", &page.service()));
        Self { page, who, said }
    }
}

pub(crate) fn routes(site: Site) -> Router {
    Router::new()
        .route("/om", get(async |page| crate::html(&About { page }) as Result<Html<String>, Error>))
        .route("/sekretess", get(async |page| crate::html(&Secrecy { page }) as Result<Html<String>, Error>))
        .route(
            "/tillganglighet",
            get(async |page| crate::html(&Statement::of(page)) as Result<Html<String>, Error>),
        )
        .with_state(site)
}

//! The pages behind the links in every footer.

use askama::Template;
use axum::{Router, response::Html, routing::get};

use crate::{Error, Page, Site};

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
struct Accessibility {
    page: Page,
}

pub(crate) fn routes(site: Site) -> Router {
    Router::new()
        .route("/om", get(async |page| crate::html(&About { page }) as Result<Html<String>, Error>))
        .route("/sekretess", get(async |page| crate::html(&Secrecy { page }) as Result<Html<String>, Error>))
        .route(
            "/tillganglighet",
            get(async |page| crate::html(&Accessibility { page }) as Result<Html<String>, Error>),
        )
        .with_state(site)
}

//! HTML for people: GET shows, POST changes and answers 303.

mod case;
mod completion;
mod conflict;
mod decision;
mod entry;
mod no_place;
mod plan;
mod protection;
mod receipt;
mod report;
mod start;
mod take;
mod timeline;
mod visitor;
mod wording;
mod workbench;

use axum::{Router, routing::get};

use crate::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(start::show))
        .route("/rapportera", get(report::ask).post(report::send))
        .route("/rapporterat/{id}", get(receipt::show))
        .route("/arenden", get(workbench::show))
        .route("/arenden/{id}", get(case::show))
        .route("/arenden/{id}/ta", get(take::ask).post(take::send))
        .route("/arenden/{id}/skydda", get(protection::ask).post(protection::send))
        .route("/arenden/{id}/inled-utredning", get(plan::ask).post(plan::send))
        .route("/arenden/{id}/anteckna", get(entry::ask).post(entry::send))
        .route("/arenden/{id}/utredning-klar", get(completion::ask).post(completion::send))
        .route("/arenden/{id}/besluta", get(decision::ask).post(decision::send))
}

//! HTML for people: GET shows, POST changes and answers 303.

mod case;
mod completion;
mod conflict;
mod decision;
mod deed;
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

use crate::{
    App,
    domain::{TypedCompletion, TypedDecision, TypedEntry},
};
use deed::{form, fresh_form};
use plan::Plan;
use protection::Protection;
use take::Take;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(start::show))
        .route("/rapportera", get(report::ask).post(report::send))
        .route("/rapporterat/{id}", get(receipt::show))
        .route("/arenden", get(workbench::show))
        .route("/arenden/{id}", get(case::show))
        .route("/arenden/{id}/ta", form::<Take>())
        .route("/arenden/{id}/skydda", form::<Protection>())
        .route("/arenden/{id}/inled-utredning", form::<Plan>())
        .route("/arenden/{id}/anteckna", form::<TypedEntry>())
        .route("/arenden/{id}/utredning-klar", form::<TypedCompletion>())
        .route("/arenden/{id}/besluta", fresh_form::<TypedDecision>())
}

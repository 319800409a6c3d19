//! HTML for people: GET shows, POST changes and answers 303.

mod case;
mod completion;
mod conflict;
mod decision;
mod deed;
mod entry;
mod implicate;
mod key_list;
mod no_place;
mod once;
mod oral;
mod plan;
mod protection;
mod receipt;
mod report;
mod start;
mod take;
mod tasks;
mod timeline;
mod visitor;
mod wording;
mod workbench;

use axum::{
    Router,
    http::header,
    response::IntoResponse,
    routing::{get, post},
};

use crate::{
    App,
    domain::{TypedCompletion, TypedDecision, TypedEntry, TypedKey, TypedProtection},
};
use deed::{form, fresh_form};
use implicate::Implicated;
use plan::Plan;
use take::Take;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(start::show))
        .route("/rapportera", get(report::ask).post(report::send))
        .route("/rapporterat/{id}", get(receipt::show))
        .route("/rapporterat/{id}/ta-tillbaka", post(receipt::wish_to_withdraw))
        .route("/skriv-ner", get(oral::ask).post(oral::send))
        .route("/nedskrivet/{id}", get(oral::written_down))
        .route("/static/report.js", get(report_script))
        .route("/arenden", get(workbench::show))
        .route("/arenden/{id}", get(case::show))
        .route("/arenden/{id}/ta", form::<Take>())
        .route("/arenden/{id}/skydda", form::<TypedProtection>())
        .route("/arenden/{id}/inled-utredning", form::<Plan>())
        .route("/arenden/{id}/kodnyckel", form::<TypedKey>())
        .route("/arenden/{id}/kodnyckel/oppna", post(key_list::look))
        .route("/arenden/{id}/undanta", form::<Implicated>())
        .route("/arenden/{id}/anteckna", form::<TypedEntry>())
        .route("/arenden/{id}/utredning-klar", form::<TypedCompletion>())
        .route("/arenden/{id}/besluta", fresh_form::<TypedDecision>())
}

/// Keeps what is written in the report's form, and locks it when nobody is there.
async fn report_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("../../static/report.js"))
}

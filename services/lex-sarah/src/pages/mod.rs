//! HTML for people: GET shows, POST changes and answers 303.

mod account;
mod attachment;
mod case;
mod completion;
mod conflict;
mod course;
mod decision;
mod deed;
mod duty;
mod ending;
mod entry;
mod entry_file;
mod files;
mod found;
mod implicate;
mod information;
mod ivo;
mod key_list;
mod measure;
mod narrowing;
mod no_place;
mod once;
mod oral;
mod package;
mod plain;
mod plan;
mod protection;
mod receipt;
mod registry;
mod report;
mod report_files;
mod routine;
mod said;
mod scope;
mod start;
mod take;
mod tasks;
mod timeline;
mod visitor;
mod wording;
mod workbench;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::header,
    response::IntoResponse,
    routing::{get, post},
};

use crate::{
    App,
    domain::{
        Policy, TypedAgreement, TypedArchiving, TypedClosing, TypedCompletion, TypedDecision, TypedDuty,
        TypedEffect, TypedEntry, TypedFeedback, TypedHandBack, TypedIvoAnswer, TypedIvoForm, TypedKey,
        TypedMeasure, TypedOutOfScope, TypedProgress, TypedProtection, TypedRemedy, TypedReopening,
        TypedRespite,
    },
};
use deed::{form, fresh_form};
use ending::FollowUp;
use implicate::Implicated;
use ivo::{InquirySent, IvoProposed, IvoSettled, Notified};
use plan::Plan;
use take::Take;

pub fn routes(policy: &Policy) -> Router<App> {
    // A file that is too large is told so and not cut off.
    let with_files = DefaultBodyLimit::max(4 * policy.largest_file);
    Router::new()
        .route("/", get(start::show))
        .route("/rapportera", get(report::ask).post(report::send))
        .route("/rapportera/filer", get(report_files::ask).post(report_files::add).layer(with_files))
        .route("/rapportera/filer/ta-bort", post(report_files::remove))
        .route("/rapportera/las", post(report_files::lock))
        .route("/rapporterat/{id}", get(receipt::show))
        .route("/rapporterat/{id}/ta-tillbaka", post(receipt::wish_to_withdraw))
        .route("/skriv-ner", get(oral::ask).post(oral::send))
        .route("/nedskrivet/{id}", get(oral::written_down))
        .route("/static/report.js", get(report_script))
        .route("/rutin", get(routine::show).post(routine::add))
        .route("/information", get(information::show))
        .route("/information/{unit}", get(information::ask).post(information::send))
        .route("/redovisning", get(account::list))
        .route("/redovisning/{year}", get(account::show).post(account::write))
        .route("/redovisning/{year}/faststall", post(account::approve))
        .route("/redovisning/{year}/pdf", get(account::paper))
        .route("/redovisning/{year}/csv", get(account::spreadsheet))
        .route("/registratur", get(registry::show))
        .route("/registratur/{id}", get(registry::ask).post(registry::send))
        .route("/static/report-files.js", get(report_files_script))
        .route("/arenden", get(workbench::show))
        .route("/arenden/{id}", get(case::show))
        .route("/arenden/{id}/ta", form::<Take>())
        .route("/arenden/{id}/lamna-tillbaka", form::<TypedHandBack>())
        .route("/arenden/{id}/arkivera", form::<TypedArchiving>())
        .route("/arenden/{id}/skydda", form::<TypedProtection>())
        .route("/arenden/{id}/inled-utredning", form::<Plan>())
        .route("/arenden/{id}/kodnyckel", form::<TypedKey>())
        .route("/arenden/{id}/kodnyckel/oppna", post(key_list::look))
        .route("/arenden/{id}/undanta", form::<Implicated>())
        .route("/arenden/{id}/anteckna", form::<TypedEntry>())
        .route("/arenden/{id}/bilaga/{entry}", get(entry_file::ask).post(entry_file::add).layer(with_files))
        .route("/arenden/{id}/bilagor/{file}", get(attachment::fetch))
        .route("/arenden/{id}/bilagor/{file}/bild", get(attachment::shown))
        .route("/arenden/{id}/utredning-klar", form::<TypedCompletion>())
        .route("/arenden/{id}/besluta", fresh_form::<TypedDecision>())
        .route("/arenden/{id}/inte-lex-sarah", form::<TypedOutOfScope>())
        .route("/arenden/{id}/prova-om-lex-sarah", fresh_form::<TypedAgreement>())
        .route("/arenden/{id}/avhjalpt", form::<TypedRemedy>())
        .route("/arenden/{id}/atgard", form::<TypedMeasure>())
        .route("/arenden/{id}/atgard-klar", form::<TypedProgress>())
        .route("/arenden/{id}/folj-upp", form::<FollowUp>())
        .route("/arenden/{id}/effekt", form::<TypedEffect>())
        .route("/arenden/{id}/aterforing", form::<TypedFeedback>())
        .route("/arenden/{id}/avsluta", fresh_form::<TypedClosing>())
        .route("/arenden/{id}/oppna-igen", fresh_form::<TypedReopening>())
        .route("/arenden/{id}/foresla-ivo", form::<IvoProposed>())
        .route("/arenden/{id}/kraver-ivo", fresh_form::<IvoSettled>())
        .route("/arenden/{id}/anmalan-ivo", form::<TypedIvoForm>())
        .route("/arenden/{id}/anmalan-ivo.pdf", get(package::fetch))
        .route("/arenden/{id}/anmalan-ivo.zip", get(package::fetch_bundle))
        .route("/arenden/{id}/anmald-ivo/{form}", get(package::fetch_filed))
        .route("/arenden/{id}/anmald-ivo", fresh_form::<Notified>())
        .route("/arenden/{id}/anstand-ivo", form::<TypedRespite>())
        .route("/arenden/{id}/utredning-till-ivo", form::<InquirySent>())
        .route("/arenden/{id}/svar-ivo", form::<TypedIvoAnswer>())
        .route("/arenden/{id}/annan-skyldighet", form::<TypedDuty>())
}

/// Keeps what is written in the report's form, and locks it when nobody is there.
async fn report_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("../../static/report.js"))
}

/// Says that a file is on its way, and locks the page of files when nobody is there.
async fn report_files_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("../../static/report-files.js"))
}

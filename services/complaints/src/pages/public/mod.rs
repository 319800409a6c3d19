//! The sender's pages: the form, one question a page; the receipt; and the way back with it.

mod check;
mod contact;
pub(super) mod days;
mod dialogue;
mod event;
pub(super) mod faults;
pub(super) mod files;
mod gone;
mod leave;
mod matter;
pub(super) mod parts;
mod personal_data;
mod qr;
pub(super) mod question;
pub(super) mod receipt;
mod receipt_pdf;
mod relation;
pub(super) mod said;
mod save;
pub(super) mod scripts;
pub(super) mod sending;
mod start;
mod step;
mod unit;
pub(super) mod upload;
mod visitor;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    response::Redirect,
    routing::{get, post},
};

pub(crate) use personal_data::PERSONAL_DATA;
pub(super) use personal_data::PersonalDataPage;

use crate::{PublicApp, actions::attach_part::PART, domain::Policy};

pub(crate) fn routes(app: &PublicApp) -> Router<PublicApp> {
    Router::new()
        .route("/", get(start::show))
        .route("/klagomal", get(|| async { Redirect::to("/") }))
        .route("/klagomal/borja", post(start::begin))
        .route("/klagomal/ta-bort", post(start::throw_away))
        .route("/klagomal/handelse", get(event::ask).post(event::take))
        .route("/klagomal/verksamhet", get(unit::ask).post(unit::take))
        .route("/klagomal/vem", get(relation::ask).post(relation::take))
        .route("/klagomal/filer", get(files::ask).post(files::take).layer(files_limit(&app.policy)))
        .route("/klagomal/filer/ny", post(parts::announce))
        .route("/klagomal/filer/del", post(parts::part).layer(DefaultBodyLimit::max(PART)))
        .route("/klagomal/kontakt", get(contact::ask).post(contact::take))
        .route("/klagomal/kontrollera", get(check::show).post(check::send))
        .route("/klagomal/sparat", get(save::saved))
        .route("/klagomal/stang", post(save::close))
        .route("/klagomal/fortsatt", get(save::ask).post(save::resume))
        .route("/static/form.js", get(scripts::form))
        .route("/static/files.js", get(scripts::files))
        .route("/lamna", get(leave::leave))
        .route(PERSONAL_DATA, get(personal_data::show))
        .route("/kvitto", get(receipt::show))
        .route("/kvitto/pdf", post(receipt_pdf::make))
        .route("/kvitto/sparat", post(receipt::keep))
        .route("/static/receipt.js", get(scripts::receipt))
        .route("/kvitto/oppna", post(receipt::open))
        .route("/kvitto/dolj", post(receipt::hide))
        .route("/kvitto/dolt", get(receipt::hidden))
        .route("/mitt-arende", get(matter::ask).post(matter::open))
        .route("/mitt-arende/dialog", get(dialogue::show).post(dialogue::write))
        .route("/mitt-arende/filer", post(dialogue::add_file).layer(files_limit(&app.policy)))
        .route("/mitt-arende/filer/ny", post(dialogue::announce))
        .route("/mitt-arende/filer/del", post(dialogue::part).layer(DefaultBodyLimit::max(PART)))
        .route("/mitt-arende/filer/{file}", get(dialogue::file))
        .route("/mitt-arende/brev", get(dialogue::letter))
        .route("/mitt-arende/stang", post(matter::close))
}

/// A file somewhat too large is read to its end, so that the browser gets the page that says so instead of a broken
/// connection.
pub(super) fn files_limit(policy: &Policy) -> DefaultBodyLimit {
    DefaultBodyLimit::max(4 * policy.largest_file)
}

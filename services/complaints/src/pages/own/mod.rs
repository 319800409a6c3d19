//! The pages of a guardian or a youth who is logged in: what they sent, and what came of it, without a code.

mod files;
mod leave;
mod list;
mod matter;
mod personal_data;
mod visitor;
mod write;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::attach_part::PART,
    domain::About,
    pages::public::{files_limit, scripts},
};

/// Where they are. Its pages are in every language, as the public ones.
pub(crate) const OWN: &str = "/mina-arenden";

pub(crate) fn routes(app: &StaffApp) -> Router<StaffApp> {
    let add_file = post(matter::add_file).layer(files_limit(&app.policy));
    Router::new()
        .route(OWN, get(list::show))
        .route(write::WRITE, get(write::ask).post(write::take))
        .route(files::FILES, get(files::ask).post(files::take).layer(files_limit(&app.policy)))
        .route("/mina-arenden/skriv/filer/ny", post(files::announce))
        .route("/mina-arenden/skriv/filer/del", post(files::part).layer(DefaultBodyLimit::max(PART)))
        .route("/mina-arenden/ta-bort", post(list::throw_away))
        .route(leave::LEAVE, get(leave::leave))
        .route(personal_data::PERSONAL_DATA, get(personal_data::show))
        .route("/mina-arenden/{id}", get(matter::show).post(matter::write))
        .route("/mina-arenden/{id}/filer", add_file)
        .route("/mina-arenden/{id}/filer/ny", post(matter::announce))
        .route("/mina-arenden/{id}/filer/del", post(matter::part).layer(DefaultBodyLimit::max(PART)))
        .route("/mina-arenden/{id}/filer/{file}", get(matter::file))
        .route("/mina-arenden/{id}/brev", get(matter::letter))
        .route("/static/files.js", get(scripts::files))
        .route("/static/form.js", get(scripts::form))
}

/// Whether these pages are for the person.
pub(crate) fn are_for(person: &Colleague) -> bool {
    !About::all_of(person).is_empty()
}

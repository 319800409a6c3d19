//! The programs' addresses of the half for staff: a person's token, that person's rights.

mod caller;
mod detail;
mod file;
mod handling;
mod list;
mod one;
mod outcome;
mod refusal;
mod take_in;
mod verbs;
mod ways_out;

use axum::Router;
use proto::Service;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::StaffApp;

const ABOUT: &str = "Complaints, views and praise as those who handle them see them. Every address acts with the rights of the \
    person the token is for; what they may not know of is not there. Reading leaves a trace.\n\n**Svenska:** Klagomål, synpunkter \
    och beröm så som de som handlägger dem ser dem. Varje adress gäller med rättigheterna hos den person som åtkomstbiljetten \
    är till för; det man inte får känna till finns inte. Läsning lämnar spår.";

/// What the addresses promise.
pub fn document() -> OpenApi {
    documented().split_for_parts().1
}

pub(crate) fn routes() -> Router<StaffApp> {
    let (routes, document) = documented().split_for_parts();
    routes.merge(web::api_info(Service::Complaints, document))
}

fn documented() -> OpenApiRouter<StaffApp> {
    OpenApiRouter::with_openapi(web::api_document(Service::Complaints, "Lyssna: complaints, staff", ABOUT))
        .routes(routes!(list::list))
        .routes(routes!(take_in::take_in))
        .routes(routes!(take_in::correct_entry))
        .routes(routes!(one::one))
        .routes(routes!(one::readings))
        .routes(routes!(file::file))
        .routes(routes!(handling::assign))
        .routes(routes!(handling::hand_back))
        .routes(routes!(handling::let_manager_in))
        .routes(routes!(handling::remind))
        .routes(routes!(verbs::triage))
        .routes(routes!(verbs::rejudge))
        .routes(routes!(verbs::start_inquiry))
        .routes(routes!(verbs::inquire))
        .routes(routes!(verbs::no_complaint))
        .routes(routes!(verbs::note))
        .routes(routes!(verbs::message))
        .routes(routes!(verbs::answer))
        .routes(routes!(verbs::hand_over))
        .routes(routes!(outcome::fulfil_duty))
        .routes(routes!(ways_out::redirect))
        .routes(routes!(ways_out::split))
        .routes(routes!(ways_out::merge))
        .routes(routes!(outcome::postpone))
        .routes(routes!(outcome::plan_measures))
        .routes(routes!(outcome::check_effect))
        .routes(routes!(outcome::close))
        .routes(routes!(ways_out::reopen))
        .routes(routes!(verbs::route))
        .routes(routes!(verbs::move_to))
        .routes(routes!(verbs::exclude))
}

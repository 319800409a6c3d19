//! JSON for programs.

mod attachments;
mod bodies;
mod cases;
mod course;
mod handovers;
mod information;
mod reports;
mod verbs;
mod window;
mod wire;

use std::collections::BTreeMap;

use axum::{Router, http::StatusCode};
use proto::Service;
use utoipa::{
    IntoResponses,
    openapi::{OpenApi, RefOr, Response},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::App;

const ABOUT: &str = "Takes reports of misconduct (lex Sarah, LSS 24 b §) from those who work in korttidstillsyn (KTT), and lets \
    investigators and decision-makers carry a case from the report to the decision. Every address answers by the rights of the \
    person behind the token: what one may not see is not there.\n\n**Svenska:** Tar emot rapporter om missförhållanden (lex Sarah, \
    24 b § LSS) från dem som arbetar i korttidstillsyn (KTT) och låter utredare och beslutsfattare driva ett ärende från rapport \
    till beslut. Varje adress svarar efter rättigheterna hos personen bakom biljetten: det man inte får se finns inte.";

/// What the addresses promise.
pub fn document() -> OpenApi {
    documented().split_for_parts().1
}

pub fn routes() -> Router<App> {
    let (routes, document) = documented().split_for_parts();
    routes.merge(web::api_info(Service::LexSarah, document))
}

fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(web::api_document(Service::LexSarah, "Lyssna: lex Sarah", ABOUT))
        .routes(routes!(reports::own, reports::report))
        .routes(routes!(cases::list))
        .routes(routes!(cases::show))
        .routes(routes!(attachments::read))
        .routes(routes!(verbs::take))
        .routes(routes!(verbs::hand_back))
        .routes(routes!(verbs::archive))
        .routes(routes!(verbs::protect))
        .routes(routes!(verbs::add_key))
        .routes(routes!(verbs::implicate))
        .routes(routes!(verbs::start_inquiry))
        .routes(routes!(verbs::add_entry))
        .routes(routes!(verbs::complete_inquiry))
        .routes(routes!(verbs::decide))
        .routes(routes!(verbs::propose_out_of_scope))
        .routes(routes!(verbs::find_out_of_scope))
        .routes(routes!(verbs::remedy))
        .routes(routes!(verbs::add_measure))
        .routes(routes!(verbs::settle_measure))
        .routes(routes!(verbs::follow_up))
        .routes(routes!(verbs::judge_effect))
        .routes(routes!(verbs::give_feedback))
        .routes(routes!(verbs::close))
        .routes(routes!(verbs::reopen))
        .routes(routes!(verbs::propose_ivo))
        .routes(routes!(verbs::require_ivo))
        .routes(routes!(verbs::prepare_ivo))
        .routes(routes!(verbs::notify_ivo))
        .routes(routes!(verbs::extend_ivo))
        .routes(routes!(verbs::send_inquiry_to_ivo))
        .routes(routes!(verbs::close_ivo))
        .routes(routes!(verbs::consider_duty))
        .routes(routes!(information::routines, information::add_routine))
        .routes(routes!(information::informed))
        .routes(routes!(information::record_briefing))
        .routes(routes!(handovers::hand_over))
}

/// The answers of every address that names a case.
struct CaseProblems;

/// The answers of every address that changes a case.
struct ChangeProblems;

/// The answers of every address that creates something.
struct CreationProblems;

impl IntoResponses for CaseProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        web::problems(&[StatusCode::NOT_FOUND])
    }
}

impl IntoResponses for ChangeProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        web::problems(&[
            StatusCode::NOT_FOUND,
            StatusCode::CONFLICT,
            StatusCode::PRECONDITION_FAILED,
            StatusCode::PRECONDITION_REQUIRED,
        ])
    }
}

impl IntoResponses for CreationProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        web::problems(&[StatusCode::CONFLICT])
    }
}

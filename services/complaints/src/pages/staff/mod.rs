//! The pages of those who handle complaints. GET shows, POST changes and answers 303.

mod absence;
mod answer;
mod answers;
mod ask;
mod assign;
mod case;
mod check_effect;
mod close;
mod correct_entry;
mod desk;
mod diary;
mod disposal;
mod duties;
mod exclude;
mod file;
mod filters;
mod form;
mod fulfil_duty;
mod hand_back;
mod hand_over;
mod handover;
mod inbox;
mod inquire;
mod let_manager_in;
mod letter;
mod merge;
mod move_to;
mod next_step;
mod nobody;
mod patterns;
mod plain;
mod plan_measures;
mod postpone;
mod readings;
mod record;
mod redirect;
mod reopen;
mod route;
mod search;
mod send_file;
mod several;
mod split;
mod stale;
mod step;
mod take_in;
mod triage;
mod wording;
mod words;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{StaffApp, pages::public::files_limit};

pub(crate) fn routes(app: &StaffApp) -> Router<StaffApp> {
    let letter_in = get(take_in::ask_letter).post(take_in::send_letter).layer(files_limit(&app.policy));
    let file = get(send_file::ask).post(send_file::send).layer(files_limit(&app.policy));
    Router::new()
        .route("/", get(inbox::open))
        .route("/avslutade", get(inbox::closed))
        .route("/sok", get(search::ask).post(search::send))
        .route("/filter", post(filters::save))
        .route("/flera", post(several::send))
        .route("/franvaro", get(absence::ask).post(absence::send))
        .route("/franvaro/{id}", get(handover::show))
        .route("/franvaro/{id}/slut", post(absence::end))
        .route("/nytt", get(take_in::ask).post(take_in::send))
        .route(take_in::LETTER, letter_in)
        .route("/registratur", get(diary::registry))
        .route("/diarium", get(diary::show))
        .route("/diarium.csv", get(diary::table))
        .route("/statistik", get(patterns::show))
        .route("/statistik.csv", get(patterns::csv))
        .route("/gallring", get(disposal::list))
        .route("/gallring/foresla", post(disposal::propose))
        .route("/gallring/{id}", get(disposal::show))
        .route("/gallring/{id}/protokoll", get(disposal::protocol))
        .route("/gallring/{id}/godkann", post(disposal::approve))
        .route("/gallring/{id}/dra-tillbaka", post(disposal::withdraw))
        .route("/arenden/{id}", get(case::show))
        .route("/arenden/{id}/bilagor/{file}", get(file::show))
        .route("/arenden/{id}/bilagor/{file}/bild", get(file::shown))
        .route("/arenden/{id}/brev", get(letter::show))
        .route("/arenden/{id}/handlingar", get(record::show))
        .route("/arenden/{id}/lasningar", get(readings::show))
        .route("/arenden/{id}/bedom", get(triage::ask).post(triage::send))
        .route("/arenden/{id}/paminn", post(step::remind))
        .route("/arenden/{id}/utred", post(step::start_inquiry))
        .route("/arenden/{id}/synpunkt", post(step::put_down_as_view))
        .route("/arenden/{id}/anteckna", get(words::ask_note).post(words::note))
        .route("/arenden/{id}/skriv", get(words::ask_message).post(words::message))
        .route("/arenden/{id}/fil", file)
        .route("/arenden/{id}/svara", get(answer::ask).post(answer::send))
        .route("/klarsprak", post(plain::tips))
        .route("/static/plain.js", get(plain::script))
        .route("/arenden/{id}/overlamna", get(hand_over::ask).post(hand_over::send))
        .route("/arenden/{id}/led", get(route::ask).post(route::send))
        .route("/arenden/{id}/jav", get(exclude::ask).post(exclude::send))
        .merge(form::of::<assign::Assign>())
        .merge(form::of::<hand_back::HandBack>())
        .merge(form::of::<inquire::Inquire>())
        .merge(form::of::<move_to::MoveTo>())
        .merge(form::of::<let_manager_in::LetManagerIn>())
        .merge(form::of::<fulfil_duty::FulfilDuty>())
        .merge(form::of::<redirect::Redirect>())
        .merge(form::of::<split::Split>())
        .merge(form::of::<merge::Merge>())
        .merge(form::of::<postpone::Postpone>())
        .merge(form::of::<plan_measures::PlanMeasures>())
        .merge(form::of::<check_effect::CheckEffect>())
        .merge(form::of::<close::Close>())
        .merge(form::of::<reopen::Reopen>())
        .merge(form::of::<correct_entry::CorrectEntry>())
}

//! The pages of those who handle complaints. GET shows, POST changes and answers 303.

mod absence;
mod answer;
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
mod inbox;
mod letter;
mod merge;
mod next_step;
mod nobody;
mod patterns;
mod plain;
mod plan_measures;
mod postpone;
mod readings;
mod redirect;
mod reopen;
mod route;
mod scripts;
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
    let file = get(send_file::ask).post(send_file::send).layer(files_limit(&app.policy));
    Router::new()
        .route("/", get(inbox::open))
        .route("/avslutade", get(inbox::closed))
        .route("/static/inbox.js", get(scripts::inbox))
        .route("/filter", post(filters::save))
        .route("/flera", post(several::send))
        .route("/franvaro", get(absence::ask).post(absence::send))
        .route("/franvaro/{id}/slut", post(absence::end))
        .route("/nytt", get(take_in::ask).post(take_in::send))
        .route("/registratur", get(diary::registry))
        .route("/diarium", get(diary::show))
        .route("/diarium.csv", get(diary::table))
        .route("/statistik", get(patterns::show))
        .route("/statistik.csv", get(patterns::csv))
        .route("/gallring", get(disposal::list))
        .route("/gallring/foresla", post(disposal::propose))
        .route("/gallring/{id}", get(disposal::show))
        .route("/gallring/{id}/godkann", post(disposal::approve))
        .route("/gallring/{id}/dra-tillbaka", post(disposal::withdraw))
        .route("/arenden/{id}", get(case::show))
        .route("/arenden/{id}/bilagor/{file}", get(file::show))
        .route("/arenden/{id}/bilagor/{file}/bild", get(file::shown))
        .route("/arenden/{id}/brev", get(letter::show))
        .route("/arenden/{id}/lasningar", get(readings::show))
        .route("/arenden/{id}/bedom", get(triage::ask).post(triage::send))
        .route("/arenden/{id}/handlaggare", get(assign::ask).post(assign::send))
        .route("/arenden/{id}/lamna", get(hand_back::ask).post(hand_back::send))
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
        .route("/arenden/{id}/avsluta", get(close::ask).post(close::send))
        .route("/arenden/{id}/plikt", get(fulfil_duty::ask).post(fulfil_duty::send))
        .route("/arenden/{id}/vidare", get(redirect::ask).post(redirect::send))
        .route("/arenden/{id}/dela", get(split::ask).post(split::send))
        .route("/arenden/{id}/sammanfor", get(merge::ask).post(merge::send))
        .route("/arenden/{id}/senare", get(postpone::ask).post(postpone::send))
        .route("/arenden/{id}/atgarder", get(plan_measures::ask).post(plan_measures::send))
        .route("/arenden/{id}/effekt", get(check_effect::ask).post(check_effect::send))
        .route("/arenden/{id}/oppna", get(reopen::ask).post(reopen::send))
        .route("/arenden/{id}/diariet", get(correct_entry::ask).post(correct_entry::send))
        .route("/arenden/{id}/led", get(route::ask).post(route::send))
        .route("/arenden/{id}/jav", get(exclude::ask).post(exclude::send))
}

//! The answer will be later than the unit meant to.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::{calendar::swedish_day, text::FreeText};
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{AnswerFault, Case, Typed, Verb},
};

const FORM: Form = Form { verb: Verb::Postpone, path: "senare", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let today = swedish_day(desk.app.now());
    let later = desk.app.policy.working_days_after(case.complaint.targets.answer_by.max(today), 5);
    vec![Ask::new("until", Kind::Day).suggesting(later.to_string()), Ask::new("text", Kind::Text)]
}

fn parse(desk: &Desk, answers: &Answers) -> Result<(NaiveDate, FreeText), Vec<AnswerFault>> {
    let mut read = Typed::default();
    let until = read.day("until", answers.of("until"), swedish_day(desk.app.now()));
    let text = read.text("text", answers.of("text"), desk.app.policy.longest_text);
    read.whole(until.zip(text))
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    match parse(&desk, &answers) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::postpone(&desk.app, at, new.0, new.1).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}

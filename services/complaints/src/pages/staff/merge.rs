//! Several complaints about the same event.

use axum::response::Response;
use kernel::{CaseNumber, text::FreeText};
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions::{self, Failed},
    address::Named,
    domain::{AnswerFault, AnswerWrong, Case, Refused, Typed, Verb},
};

const FORM: Form = Form { verb: Verb::Merge, path: "sammanfor", asks };

fn asks(_: &Desk, _: &Case) -> Vec<Ask> {
    vec![Ask::new("number", Kind::Line), Ask::new("text", Kind::Text)]
}

fn parse(desk: &Desk, answers: &Answers) -> Result<(CaseNumber, FreeText), Vec<AnswerFault>> {
    let mut read = Typed::default();
    let number = answers.of("number").trim().parse().ok();
    if number.is_none() {
        read.wrong("number", AnswerWrong::Unanswered);
    }
    let text = read.text("text", answers.of("text"), desk.app.policy.longest_text);
    read.whole(number.zip(text))
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
            let done = actions::merge(&desk.app, at, &new.0, new.1).await;
            if let Err(Failed::Refused(Refused::NothingToMergeWith)) = done {
                let none = AnswerFault { field: "number", wrong: AnswerWrong::Unknown };
                return form::wrong(&desk, id, &FORM, vec![none], &answers).await;
            }
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}

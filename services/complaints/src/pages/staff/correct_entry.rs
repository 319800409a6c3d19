//! Another line or mark for an entry of the register.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{AnswerFault, AnswerWrong, Case, DiaryLine, SecrecyGround, Typed, Verb},
};

const FORM: Form = Form { verb: Verb::CorrectEntry, path: "diariet", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let entry = case.complaint.registered.as_ref();
    let line = entry.map(|entry| entry.line.to_string()).unwrap_or_default();
    let mark = entry.and_then(|entry| entry.secrecy.as_ref()).map(|mark| mark.ground.to_string());
    let same = |word: &'static str| (word.to_owned(), word.to_owned());
    let lines = DiaryLine::ALL.iter().map(|line| same(line.word())).collect();
    let mut marks = vec![("none".to_owned(), desk.page.t("no-secrecy-mark"))];
    marks.extend(SecrecyGround::ALL.iter().map(|ground| same(ground.word())));
    vec![
        Ask::new("line", Kind::Choices(lines)).suggesting(line),
        Ask::new("mark", Kind::Choices(marks)).suggesting(mark.unwrap_or_else(|| "none".to_owned())),
    ]
}

fn parse(answers: &Answers) -> Result<(DiaryLine, Option<SecrecyGround>), Vec<AnswerFault>> {
    let mut read = Typed::default();
    let line = read.word("line", answers.of("line"));
    let mark = match answers.of("mark") {
        "none" => None,
        word => {
            let ground = word.parse().ok();
            if ground.is_none() {
                read.wrong("mark", AnswerWrong::Unanswered);
            }
            ground
        }
    };
    read.whole(line.map(|line| (line, mark)))
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    match parse(&answers) {
        Ok((line, mark)) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::correct_entry(&desk.app, at, line, mark).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}

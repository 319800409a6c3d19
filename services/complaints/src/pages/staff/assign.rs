//! Giving a complaint to somebody to handle.

use axum::response::Response;
use kernel::{PersonId, text::FreeText};
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
    several,
};
use crate::{
    actions::{self, Failed},
    address::Named,
    domain::{AnswerFault, AnswerWrong, Case, Refused, Typed, Verb},
};

const FORM: Form = Form { verb: Verb::Assign, path: "handlaggare", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let people = several::people(desk, std::slice::from_ref(&case.complaint));
    let reason = Ask::new("reason", Kind::Text);
    let reason = if case.complaint.handler.is_some() { reason } else { reason.optional() };
    vec![Ask::new("person", Kind::Select(people)), reason]
}

fn parse(desk: &Desk, answers: &Answers) -> Result<(PersonId, Option<FreeText>), Vec<AnswerFault>> {
    let mut read = Typed::default();
    let person = read.word::<kernel::Uuid>("person", answers.of("person")).map(PersonId::from);
    let reason = read.optional_text("reason", answers.of("reason"), desk.app.policy.longest_text);
    read.whole(person.zip(reason))
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    let (whom, reason) = match parse(&desk, &answers) {
        Ok(given) => given,
        Err(faults) => return form::wrong(&desk, id, &FORM, faults, &answers).await,
    };
    let at = desk.at(id, form::version_of(&answers)?);
    let done = actions::assign(&desk.app, at, whom, reason).await;
    match done.as_ref().err().and_then(fault) {
        Some(fault) => form::wrong(&desk, id, &FORM, vec![fault], &answers).await,
        None => form::after(&desk, id, &FORM, answers, done).await,
    }
}

/// What somebody can mend in the form.
fn fault(failed: &Failed) -> Option<AnswerFault> {
    let (field, wrong) = match failed {
        Failed::Refused(Refused::ReasonLeft) => ("reason", AnswerWrong::Unanswered),
        Failed::Refused(Refused::HandlesAlready | Refused::MayNotHandle) | Failed::UnknownPerson => {
            ("person", AnswerWrong::Unknown)
        }
        _ => return None,
    };
    Some(AnswerFault { field, wrong })
}

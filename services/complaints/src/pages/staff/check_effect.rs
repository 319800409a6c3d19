//! Whether a measure helped.

use axum::response::Response;
use kernel::text::FreeText;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{AnswerFault, Case, Measure, MeasureId, Typed, Verb},
};

const FORM: Form = Form { verb: Verb::CheckEffect, path: "effekt", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let left = case.content.iter().flat_map(|content| content.measures.iter());
    let left: Vec<_> = left.filter(|measure| measure.effect.is_none()).collect();
    let option =
        |measure: &&Measure| (measure.id.to_string(), short(&measure.text, &desk.name(measure.owner)));
    let first = left.first().map(|measure| measure.id.to_string()).unwrap_or_default();
    vec![
        Ask::new("measure", Kind::Choices(left.iter().map(option).collect())).suggesting(first),
        Ask::new("effect", Kind::Text),
    ]
}

/// Enough of a measure to tell it from the others.
fn short(text: &str, owner: &str) -> String {
    let start: String = text.chars().take(80).collect();
    let more = if text.chars().count() > 80 { "…" } else { "" };
    format!("{start}{more} ({owner})")
}

fn parse(desk: &Desk, answers: &Answers) -> Result<(MeasureId, FreeText), Vec<AnswerFault>> {
    let mut read = Typed::default();
    let measure = read.word::<kernel::Uuid>("measure", answers.of("measure")).map(MeasureId::from);
    let text = read.text("effect", answers.of("effect"), desk.app.policy.longest_text);
    read.whole(measure.zip(text))
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
            let done = actions::check_effect(&desk.app, at, new.0, new.1).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}

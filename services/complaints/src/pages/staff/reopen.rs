//! A closed matter is opened again.

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Cause, Complaint, Reopening, TypedReopening, Verb},
};

pub(super) struct Reopen;

impl Form for Reopen {
    const VERB: Verb = Verb::Reopen;
    const PATH: &'static str = "oppna";
    type New = Reopening;

    fn asks(desk: &Desk, _: &Case) -> Vec<Ask> {
        vec![
            Ask::words(&desk.page, "cause", "cause", Cause::ALL.iter().map(|cause| cause.word())),
            Ask::new("reason", Kind::Text),
            Ask::new("text", Kind::Text),
        ]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedReopening {
            cause: answers.of("cause").to_owned(),
            reason: answers.of("reason").to_owned(),
            text: answers.of("text").to_owned(),
        };
        Reopening::parse(&typed, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::reopen(&desk.app, at, new).await
    }
}

//! A duty that triage found is fulfilled.

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, Content, Duty, NewFulfilment, Outcome, TypedFulfilment, Verb},
};

pub(super) struct FulfilDuty;

impl Form for FulfilDuty {
    const VERB: Verb = Verb::FulfilDuty;
    const PATH: &'static str = "plikt";
    type New = NewFulfilment;

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let fulfilled = case.content.as_ref().map(Content::fulfilled_duties).unwrap_or_default();
        let left = case.complaint.duties_left(&fulfilled);
        let outcomes: Vec<Outcome> = left.iter().flat_map(|duty| duty.outcomes()).copied().collect();
        let first = left.first().filter(|_| left.len() == 1).map(ToString::to_string).unwrap_or_default();
        let outcomes =
            Outcome::ALL.iter().filter(|outcome| outcomes.contains(outcome)).map(|each| each.word());
        vec![
            Ask::words(&desk.page, "duty", "duty-name", left.into_iter().map(Duty::word)).suggesting(first),
            Ask::words(&desk.page, "outcome", "outcome", outcomes),
            Ask::new("note", Kind::Text),
        ]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedFulfilment {
            duty: answers.of("duty").to_owned(),
            outcome: answers.of("outcome").to_owned(),
            note: answers.of("note").to_owned(),
        };
        NewFulfilment::parse(&typed, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::fulfil_duty(&desk.app, at, new).await
    }
}

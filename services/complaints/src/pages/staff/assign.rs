//! Giving a complaint to somebody to handle.

use kernel::{PersonId, text::FreeText};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
    several,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, AnswerWrong, Case, Complaint, Refused, Typed, Verb},
};

pub(super) struct Assign;

impl Form for Assign {
    const VERB: Verb = Verb::Assign;
    const PATH: &'static str = "handlaggare";
    type New = (PersonId, Option<FreeText>);

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let people = several::people(desk, std::slice::from_ref(&case.complaint));
        let changes = case.complaint.handler.map(|_| Ask::new("reason", Kind::Text));
        std::iter::once(Ask::new("person", Kind::Select(people))).chain(changes).collect()
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let person = read.word::<kernel::Uuid>("person", answers.of("person")).map(PersonId::from);
        let reason = read.optional_text("reason", answers.of("reason"), desk.app.policy.longest_text);
        read.whole(person.zip(reason))
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::assign(&desk.app, at, new.0, new.1).await
    }

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
}

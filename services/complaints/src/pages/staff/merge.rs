//! Several complaints about the same event.

use kernel::{CaseNumber, text::FreeText};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, AnswerWrong, Case, Complaint, Refused, Typed, Verb},
};

pub(super) struct Merge;

impl Form for Merge {
    const VERB: Verb = Verb::Merge;
    const PATH: &'static str = "sammanfor";
    type New = (CaseNumber, FreeText);

    fn asks(_: &Desk, _: &Case) -> Vec<Ask> {
        vec![Ask::new("number", Kind::Line), Ask::new("text", Kind::Text)]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let number = answers.of("number").trim().parse().ok();
        if number.is_none() {
            read.wrong("number", AnswerWrong::Unanswered);
        }
        let text = read.text("text", answers.of("text"), desk.app.policy.longest_text);
        read.whole(number.zip(text))
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::merge(&desk.app, at, &new.0, new.1).await
    }

    fn fault(failed: &Failed) -> Option<AnswerFault> {
        let is_none = matches!(failed, Failed::Refused(Refused::NothingToMergeWith));
        is_none.then_some(AnswerFault { field: "number", wrong: AnswerWrong::Unknown })
    }
}

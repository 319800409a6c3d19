//! Saying that a complaint is not about the manager.

use kernel::text::FreeText;

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, Typed, Verb},
};

pub(super) struct LetManagerIn;

impl Form for LetManagerIn {
    const VERB: Verb = Verb::LetManagerIn;
    const PATH: &'static str = "inte-chefen";
    type New = FreeText;

    fn asks(_: &Desk, _: &Case) -> Vec<Ask> {
        vec![Ask::new("reason", Kind::Text)]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        Typed::only_text("reason", answers.of("reason"), desk.app.policy.longest_text)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::let_manager_in(&desk.app, at, new).await
    }
}

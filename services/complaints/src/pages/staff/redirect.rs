//! A matter that is for somebody else.

use kernel::text::FreeText;

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, Elsewhere, Onward, Redirection, TypedRedirection, Verb},
};

pub(super) struct Redirect;

impl Form for Redirect {
    const VERB: Verb = Verb::Redirect;
    const PATH: &'static str = "vidare";
    type New = (Redirection, FreeText);

    fn asks(desk: &Desk, _: &Case) -> Vec<Ask> {
        let page = &desk.page;
        vec![
            Ask::words(page, "to", "elsewhere", Elsewhere::ALL.iter().map(|to| to.word())),
            Ask::words(page, "how", "onward", Onward::ALL.iter().map(|how| how.word())),
            Ask::yes_no(page, "consent"),
            Ask::new("text", Kind::Text),
        ]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedRedirection {
            to: answers.of("to").to_owned(),
            how: answers.of("how").to_owned(),
            consent: answers.of("consent").to_owned(),
            text: answers.of("text").to_owned(),
        };
        Redirection::parse(&typed, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::redirect(&desk.app, at, new.0, new.1).await
    }
}

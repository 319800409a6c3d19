//! A complaint is done with.

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{
        AnswerFault, AnswerWrong, Case, Complaint, Deviation, NewClosing, Refused, TypedClosing, Verb,
        follows_an_inquiry,
    },
};

pub(super) struct Close;

impl Form for Close {
    const VERB: Verb = Verb::Close;
    const PATH: &'static str = "avsluta";
    type New = NewClosing;

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let follows = follows_an_inquiry(case.complaint.state);
        let mut asks = vec![Ask::new("measures", Kind::Text)];
        if follows {
            let kinds = Deviation::ALL.iter().map(|kind| kind.word());
            asks.push(Ask::words(&desk.page, "deviation", "deviation", kinds));
        }
        asks.push(Ask::words(&desk.page, "routine_reviewed", "routine", ["yes", "no"].into_iter()));
        if follows {
            asks.push(Ask::new("routine_why", Kind::Text));
            asks.push(Ask::new("feedback", Kind::Text));
        }
        if case.content.iter().any(|content| case.complaint.is_out_of_reach(&content.contact)) {
            asks.push(Ask::new("untold", Kind::Text));
        }
        asks
    }

    fn read(desk: &Desk, complaint: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedClosing {
            measures: answers.of("measures").to_owned(),
            deviation: answers.of("deviation").to_owned(),
            routine_reviewed: answers.of("routine_reviewed").to_owned(),
            routine_why: answers.of("routine_why").to_owned(),
            feedback: answers.of("feedback").to_owned(),
            untold: answers.found("untold").map(str::to_owned),
        };
        NewClosing::parse(&typed, complaint.state, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::close(&desk.app, at, new).await
    }

    fn fault(failed: &Failed) -> Option<AnswerFault> {
        let is_silent = matches!(failed, Failed::Refused(Refused::UntoldLeft));
        is_silent.then_some(AnswerFault { field: "untold", wrong: AnswerWrong::Unanswered })
    }
}

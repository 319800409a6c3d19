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
        AnswerFault, AnswerWrong, Case, Complaint, Content, NewClosing, Refused, TypedClosing, Verb,
        WorkingNotes, follows_an_inquiry,
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
        asks.push(Ask::words(&desk.page, "routine_reviewed", "routine", ["yes", "no"].into_iter()));
        if follows {
            asks.push(Ask::new("routine_why", Kind::Text));
            asks.push(Ask::new("feedback", Kind::Text));
        }
        if case.content.iter().any(|content| case.complaint.is_out_of_reach(&content.contact)) {
            asks.push(Ask::new("untold", Kind::Text));
        }
        if case.content.as_ref().is_some_and(Content::has_working_notes) {
            let ways = WorkingNotes::ALL.iter().map(|way| way.word());
            asks.push(Ask::words(&desk.page, "working_notes", "working-notes", ways));
        }
        asks
    }

    fn read(desk: &Desk, complaint: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedClosing {
            measures: answers.of("measures").to_owned(),
            routine_reviewed: answers.of("routine_reviewed").to_owned(),
            routine_why: answers.of("routine_why").to_owned(),
            feedback: answers.of("feedback").to_owned(),
            untold: answers.found("untold").map(str::to_owned),
            working_notes: answers.found("working_notes").map(str::to_owned),
        };
        NewClosing::parse(&typed, complaint.state, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::close(&desk.app, at, new).await
    }

    fn fault(failed: &Failed) -> Option<AnswerFault> {
        let field = match failed {
            Failed::Refused(Refused::UntoldLeft) => "untold",
            Failed::Refused(Refused::NotesLeft) => "working_notes",
            _ => return None,
        };
        Some(AnswerFault { field, wrong: AnswerWrong::Unanswered })
    }
}

//! The answer will be later than the unit meant to.

use chrono::NaiveDate;
use kernel::{calendar::swedish_day, text::FreeText};

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

pub(super) struct Postpone;

impl Form for Postpone {
    const VERB: Verb = Verb::Postpone;
    const PATH: &'static str = "senare";
    type New = (NaiveDate, FreeText);

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let today = swedish_day(desk.app.now());
        let later = desk.app.policy.working_days_after(case.complaint.targets.answer_by.max(today), 5);
        vec![Ask::new("until", Kind::Day).suggesting(later.to_string()), Ask::new("text", Kind::Text)]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let until = read.day("until", answers.of("until"), swedish_day(desk.app.now()));
        let text = read.text("text", answers.of("text"), desk.app.policy.longest_text);
        read.whole(until.zip(text))
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::postpone(&desk.app, at, new.0, new.1).await
    }
}

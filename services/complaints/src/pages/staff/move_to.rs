//! A complaint is about another unit.

use kernel::{UnitId, Uuid, text::FreeText};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::{Desk, or_none},
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, AnswerWrong, Case, Complaint, Typed, Verb},
};

pub(super) struct MoveTo;

impl Form for MoveTo {
    const VERB: Verb = Verb::Move;
    const PATH: &'static str = "flytta";
    /// For who moved it, it may not be there any more.
    const LEADS_AWAY: bool = true;
    type New = (UnitId, FreeText);

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let here = case.complaint.unit.map(|unit| unit.to_string());
        let others = desk.units().into_iter().filter(|(id, _)| Some(id) != here.as_ref()).collect();
        vec![
            Ask::new("unit", Kind::Select(or_none(&desk.page.t("choose-one"), others))),
            Ask::new("reason", Kind::Text),
        ]
    }

    fn read(desk: &Desk, complaint: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let unit = answers.of("unit").parse::<Uuid>().ok().map(UnitId::from);
        let unit = unit.filter(|unit| complaint.unit != Some(*unit));
        if unit.is_none() {
            read.wrong("unit", AnswerWrong::Unanswered);
        }
        let reason = read.text("reason", answers.of("reason"), desk.app.policy.longest_text);
        read.whole(unit.zip(reason))
    }

    async fn act(desk: &Desk, at: At<'_>, (unit, reason): Self::New) -> Result<(), Failed> {
        actions::move_to(&desk.app, at, unit, reason).await
    }

    fn fault(failed: &Failed) -> Option<AnswerFault> {
        let is_unknown = matches!(failed, Failed::UnknownUnit);
        is_unknown.then_some(AnswerFault { field: "unit", wrong: AnswerWrong::Unanswered })
    }
}

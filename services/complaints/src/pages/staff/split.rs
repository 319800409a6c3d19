//! Several matters in one complaint.

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::{Desk, or_none},
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, NewParts, PART_FIELDS, TypedParts, Verb},
};

pub(super) struct Split;

impl Form for Split {
    const VERB: Verb = Verb::Split;
    const PATH: &'static str = "dela";
    type New = NewParts;

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let own = case.complaint.unit.map(|unit| unit.to_string()).unwrap_or_default();
        let mut asks = Vec::new();
        for (number, (unit, text)) in PART_FIELDS.into_iter().enumerate() {
            let units = Ask::new(unit, Kind::Select(or_none(&desk.page.t("split-no-unit"), desk.units())));
            let part = Ask::new(text, Kind::Text);
            asks.push(if number == 0 { units.suggesting(own.clone()) } else { units });
            asks.push(if number < 2 { part } else { part.optional() });
        }
        asks.push(Ask::new("text", Kind::Text));
        asks
    }

    fn before(desk: &Desk, case: &Case) -> Option<String> {
        Some(desk.page.t1("split-files-stay", "number", case.files_would_stay_with()?))
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedParts {
            parts: PART_FIELDS
                .map(|(unit, text)| (answers.of(unit).to_owned(), answers.of(text).to_owned()))
                .into(),
            text: answers.of("text").to_owned(),
        };
        let register = desk.app.inside.ground.directory.now();
        NewParts::parse(&typed, &register, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::split(&desk.app, at, new).await.map(drop)
    }
}

//! Something is to be done so that it does not happen again.

use kernel::calendar::swedish_day;

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, NewMeasure, TypedMeasure, Verb},
};

pub(super) struct PlanMeasures;

impl Form for PlanMeasures {
    const VERB: Verb = Verb::PlanMeasures;
    const PATH: &'static str = "atgarder";
    type New = NewMeasure;

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let today = swedish_day(desk.app.now());
        let policy = &desk.app.policy;
        vec![
            Ask::new("what", Kind::Text),
            Ask::new("owner", Kind::Select(desk.colleagues(case.complaint.unit)))
                .suggesting(desk.person.id.to_string()),
            Ask::new("due_on", Kind::Day)
                .suggesting(policy.working_days_after(today, policy.measure_within).to_string()),
            Ask::new("check_on", Kind::Day)
                .suggesting(policy.working_days_after(today, policy.effect_within).to_string()),
        ]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedMeasure {
            what: answers.of("what").to_owned(),
            owner: answers.of("owner").to_owned(),
            due_on: answers.of("due_on").to_owned(),
            check_on: answers.of("check_on").to_owned(),
        };
        let register = desk.app.inside.ground.directory.now();
        NewMeasure::parse(&typed, &register, swedish_day(desk.app.now()), &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::plan_measures(&desk.app, at, new).await
    }
}

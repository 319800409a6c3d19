//! Something is to be done so that it does not happen again.

use kernel::{Uuid, calendar::swedish_day};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, AnswerWrong, Case, Complaint, NewMeasure, Refused, TypedMeasure, Verb},
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
            Ask::new("owner", Kind::Select(owners(desk, case))).suggesting(desk.person.id.to_string()),
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

    fn fault(failed: &Failed) -> Option<AnswerFault> {
        let may_not = matches!(failed, Failed::Refused(Refused::MayNotHandle));
        may_not.then_some(AnswerFault { field: "owner", wrong: AnswerWrong::Unknown })
    }
}

/// Those who can see to it: they read the matter that it stands in.
fn owners(desk: &Desk, case: &Case) -> Vec<(String, String)> {
    let (register, day) = (desk.app.inside.ground.directory.now(), swedish_day(desk.app.now()));
    let reads = |id: &str| {
        let person = register.colleague(id.parse::<Uuid>().ok()?.into(), day)?;
        case.complaint.parties().standing(&person).filter(|standing| standing.reads)
    };
    let mut people = desk.colleagues(case.complaint.unit);
    people.retain(|(id, _)| id.is_empty() || reads(id).is_some());
    people
}

//! Something is to be done so that it does not happen again.

use axum::response::Response;
use kernel::calendar::swedish_day;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, NewMeasure, TypedMeasure, Verb},
};

const FORM: Form = Form { verb: Verb::PlanMeasures, path: "atgarder", asks };

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

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    let typed = TypedMeasure {
        what: answers.of("what").to_owned(),
        owner: answers.of("owner").to_owned(),
        due_on: answers.of("due_on").to_owned(),
        check_on: answers.of("check_on").to_owned(),
    };
    let register = desk.app.inside.ground.directory.now();
    match NewMeasure::parse(&typed, &register, swedish_day(desk.app.now()), &desk.app.policy) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::plan_measures(&desk.app, at, new).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}

//! What a measure has led to, and whether the routine was looked over (before L14).

use organisation::Colleague;

use super::{Failed, deed::Deed};
use crate::{
    App,
    domain::{CaseId, Content, TypedEffect, Verb, measures},
};

/// When the last effect is judged and everybody told, the decision-makers are told that the case can be closed.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn judge_effect(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedEffect,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::JudgeEffect, &deed.seen.standings, &deed.records, deed.now)?;
    let all = measures(deed.seen.case.since_decided(&deed.records));
    let done: Vec<_> = all.iter().filter(|each| each.done.is_some()).map(|each| each.id).collect();
    let (deed, (measure, effect)) = deed.looked_through(typed, typed.parse(&done, &app.policy)).await?;
    let record = (Content::Effect(effect), Some(measure));
    deed.end_towards_closing(Verb::JudgeEffect, case, record, Vec::new()).await
}

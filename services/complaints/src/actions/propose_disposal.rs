//! A list of what may be destroyed, by a rule and the authority's decision (I.2 C12). It destroys nothing: somebody else approves it, or
//! nobody does.

use audit::Actor;
use chrono::{Days, NaiveTime};
use kernel::calendar::{swedish_day, swedish_instant};
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::Failed,
    domain::{
        Candidate, Disposal, DisposalId, DisposalKind, DisposalRule, Done, Listed, NotDisposed,
        works_with_disposal,
    },
    store::Tx,
};

#[tracing::instrument(skip_all, err)]
pub async fn propose_disposal(
    app: &StaffApp,
    kind: DisposalKind,
    person: &Colleague,
) -> Result<DisposalId, Failed> {
    if !works_with_disposal(person) {
        return Err(NotDisposed::NotYours.into());
    }
    let rule = app.policy.disposal.iter().find(|rule| rule.kind == kind).ok_or(NotDisposed::NoRule)?;
    let decision =
        rule.decision.clone().filter(|number| !number.trim().is_empty()).ok_or(NotDisposed::NoDecision)?;
    let now = app.now();
    let tx = app.store.begin().await?;
    if tx.waits(kind).await? {
        return Err(NotDisposed::WaitsAlready.into());
    }
    let list = due(app, &tx, rule).await?;
    if list.is_empty() {
        return Err(NotDisposed::NothingDue.into());
    }
    let proposed = Done { at: now, by: person.id };
    let disposal =
        Disposal { id: DisposalId::new(), kind, years: rule.years, decision, proposed, list, end: None };
    tx.add_disposal(&disposal).await?;
    for listed in &disposal.list {
        tx.trace(Actor::Person(person.id), "propose_disposal", listed.id, Some(disposal.id.as_uuid()), now)
            .await?;
    }
    tx.commit().await?;
    Ok(disposal.id)
}

/// What the rule lets go today, the longest closed first.
async fn due(app: &StaffApp, tx: &Tx, rule: &DisposalRule) -> Result<Vec<Listed>, Failed> {
    let today = swedish_day(app.now());
    let end = rule.closed_by(today).checked_add_days(Days::new(1)).unwrap_or(today);
    let before = swedish_instant(end.and_time(NaiveTime::MIN)).unwrap_or_else(|| app.now());
    let mut due = tx.candidates(rule.kind, before, app.policy.longest_disposal).await?;
    due.retain(|candidate| candidate.may_go(rule, today));
    Ok(due.iter().filter_map(listed).collect())
}

fn listed(candidate: &Candidate) -> Option<Listed> {
    let complaint = &candidate.complaint;
    Some(Listed {
        id: complaint.id,
        number: complaint.number.clone(),
        registration: complaint.registered.as_ref()?.number.clone(),
        closed_on: swedish_day(complaint.closed?.done.at),
    })
}

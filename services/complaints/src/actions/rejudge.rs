//! What a complaint is, judged anew (I.2 C4).

use kernel::text::FreeText;

use crate::{
    StaffApp,
    actions::{At, Failed, facts, note, receivers},
    domain::{EntryKind, State, Triage},
};

/// What it was judged to be before is kept, and why it was changed stands in the journal. What was counted is told
/// quality anew, for the latest of a matter counts.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn rejudge(app: &StaffApp, at: At<'_>, triage: Triage, reason: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let mut before = tx.judged_before(at.id).await?;
    before.extend(complaint.triaged);
    let breach_known = before.iter().find(|(triage, _)| triage.data_breach).map(|(_, done)| done.at);
    let (clock, fulfilled) = (complaint.breach_by, tx.fulfilled(at.id).await?);
    let complaint = complaint.rejudge(triage, breach_known, &fulfilled, standing, at.done(now))?;
    if complaint.breach_by != clock {
        tx.remind_of_breach_again(at.id).await?;
    }
    if breach_known.is_none() && complaint.breach_by.is_some() {
        receivers::tell_of_breach(&tx, &complaint, now).await?;
    }
    let entry = note::write(app, &tx, at, EntryKind::Rejudged, reason, now).await?;
    if let Some(replaced) = before.pop() {
        tx.keep_judgement(at.id, replaced, entry).await?;
    }
    match complaint.state {
        State::Redirected | State::NoComplaint => facts::tell_settled(app, &tx, &complaint, now).await?,
        _ if complaint.answered.is_some() => facts::tell_answered(app, &tx, &complaint, now).await?,
        _ => {}
    }
    at.finish(app, tx, &complaint, "rejudge", Some(entry.as_uuid()), now).await
}

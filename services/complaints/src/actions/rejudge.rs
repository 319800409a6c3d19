//! What a complaint is, judged anew (I.2 C4).

use kernel::text::FreeText;

use crate::{
    StaffApp,
    actions::{At, Failed, facts, note},
    domain::{EntryKind, Triage},
};

/// What it was judged to be before is kept, and why it was changed stands in the journal. What was counted of an answer is told
/// quality anew, for the latest of a matter counts.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn rejudge(app: &StaffApp, at: At<'_>, triage: Triage, reason: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let before = complaint.triaged;
    let complaint = complaint.rejudge(triage, standing, at.done(now))?;
    if let Some(before) = before {
        tx.keep_judgement(at.id, before, now).await?;
    }
    let entry = note::write(app, &tx, at, EntryKind::Rejudged, reason, now).await?;
    if complaint.answered.is_some() {
        facts::tell_answered(app, &tx, &complaint, now).await?;
    }
    at.finish(app, tx, &complaint, "rejudge", Some(entry.as_uuid()), now).await
}

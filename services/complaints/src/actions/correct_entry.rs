//! A registrar checks an entry that this service made, and chooses another line or mark where it is wrong (OSL 5:2, 5:5).

use crate::{
    StaffApp,
    actions::{At, Failed},
    domain::{Complaint, DiaryLine, Registration, SecrecyGround},
};

/// The line comes from the fixed list; number and day of registration stay. With the line and the mark as they were, it is checked
/// and nothing else.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn correct_entry(
    app: &StaffApp,
    at: At<'_>,
    line: DiaryLine,
    ground: Option<SecrecyGround>,
) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let says = |complaint: &Complaint| {
        complaint.registered.clone().map(|entry| (entry.line, entry.secrecy.map(|mark| mark.ground)))
    };
    let before = says(&complaint);
    let corrected = |entry: Registration| entry.corrected(line, ground, now, &app.policy);
    let complaint = complaint.correct_entry(standing, at.done(now), corrected)?;
    let action = if says(&complaint) == before { "check_entry" } else { "correct_entry" };
    at.finish(app, tx, &complaint, action, None, now).await
}

//! A registrar chooses another line or mark for an entry of the register (OSL 5:2, 5:5).

use crate::{
    StaffApp,
    actions::{At, Failed},
    domain::{DiaryLine, SecrecyGround},
};

/// The line comes from the fixed list; number and day of registration stay.
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
    let complaint =
        complaint.correct_entry(standing, |entry| entry.corrected(line, ground, now, &app.policy))?;
    at.finish(app, tx, &complaint, "correct_entry", None, now).await
}

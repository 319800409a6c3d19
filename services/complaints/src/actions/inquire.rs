//! What an inquiry found is written down (I.2 C8).

use crate::{
    StaffApp,
    actions::{At, Failed, note},
    domain::{EntryKind, NewInquiry},
};

/// Each part is an entry of the journal, so that it is handed out, corrected and found like any other.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn inquire(app: &StaffApp, at: At<'_>, new: NewInquiry) -> Result<(), Failed> {
    let now = app.now();
    let NewInquiry { happened, sources, heard, compared, towards_guardian, deviation } = new;
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.inquire(deviation, standing)?;
    let first = note::write(app, &tx, at, EntryKind::Happened, happened, now).await?;
    let others = [
        (EntryKind::Sources, sources),
        (EntryKind::Heard, heard),
        (EntryKind::Compared, compared),
        (EntryKind::TowardsGuardian, towards_guardian),
    ];
    for (kind, text) in others {
        if let Some(text) = text {
            note::write(app, &tx, at, kind, text, now).await?;
        }
    }
    at.finish(app, tx, &complaint, "inquire", Some(first.as_uuid()), now).await
}

//! The answer will be later than the unit meant to: the sender is told why and until when, before the day comes (I.2 C8).

use chrono::NaiveDate;
use kernel::text::FreeText;

use crate::{
    StaffApp,
    actions::{At, Failed, write_to_sender},
    domain::MessageKind,
};

/// The internal target moves; no law sets it (law B.3).
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn postpone(
    app: &StaffApp,
    at: At<'_>,
    answer_by: NaiveDate,
    text: FreeText,
) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.postpone(answer_by, standing)?;
    let (complaint, told) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Message, text, now).await?;
    at.finish(app, tx, &complaint, "postpone", Some(told.as_uuid()), now).await
}

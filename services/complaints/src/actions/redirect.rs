//! A matter that is for another authority, or for the school (I.2 C6).

use kernel::text::FreeText;

use crate::{
    StaffApp,
    actions::{At, Failed, facts, write_to_sender},
    domain::{MessageKind, Redirection},
};

/// The sender is told whom to turn to, or that it was sent on as they agreed (FL 6 and 8 §§).
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn redirect(
    app: &StaffApp,
    at: At<'_>,
    redirection: Redirection,
    text: FreeText,
) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.redirect(redirection, standing)?;
    let (complaint, told) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Message, text, now).await?;
    facts::tell_settled(app, &tx, &complaint, now).await?;
    at.finish(app, tx, &complaint, "redirect", Some(told.as_uuid()), now).await
}

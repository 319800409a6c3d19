//! Several complaints about the same event: one goes on, the others are linked to it (I.2 C7).

use audit::Actor;
use kernel::{CaseNumber, text::FreeText};

use crate::{
    StaffApp,
    actions::{At, Failed, write_to_sender},
    domain::{By, MessageKind, Refused, Verb, permitted},
};

/// `goes_on` is the number of the one that goes on; it must lie with the same person, not be over and not go on as another
/// itself. The sender is told, and answered later as any other; nothing of the one stands in the other, for they have
/// different senders.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn merge(app: &StaffApp, at: At<'_>, goes_on: &CaseNumber, text: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.merge(standing, now)?;
    let found = tx.case_numbered(&goes_on.to_string(), at.person).await?;
    let goes_on = found.filter(|(other, standing)| {
        other.id != complaint.id && permitted(Verb::Postpone, other.state, By::Person(*standing)).is_ok()
    });
    let (goes_on, _) = goes_on.ok_or(Refused::NothingToMergeWith)?;
    if tx.goes_on_as_another(goes_on.id).await? {
        return Err(Refused::NothingToMergeWith.into());
    }
    tx.link_merged(complaint.id, goes_on.id).await?;
    tx.touch_complaint(goes_on.id).await?;
    tx.trace(Actor::Person(at.person.id), "take_in_merged", goes_on.id, None, now).await?;
    let (complaint, told) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Message, text, now).await?;
    at.finish(app, tx, &complaint, "merge", Some(told.as_uuid()), now).await
}

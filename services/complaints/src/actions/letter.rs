//! The answer as a letter, for those who want it on paper: printed by staff, or by whoever sent the complaint and is logged in.

use audit::Actor;
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::{Failed, case::whole_key},
    domain::{Complaint, ComplaintId, Letter},
    store::Tx,
};

/// The letter, for somebody who reads the complaint. That it was made is written before it is handed out.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn letter(app: &StaffApp, id: ComplaintId, person: &Colleague) -> Result<Letter, Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.filter(|(_, standing)| standing.reads);
    let (complaint, _) = seen.ok_or(Failed::NotFound)?;
    make(app, tx, &complaint, person).await
}

/// The letter of the person's own matter.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn letter_of_own(app: &StaffApp, id: ComplaintId, person: &Colleague) -> Result<Letter, Failed> {
    let tx = app.store.begin().await?;
    let complaint = tx.own_complaint(id, person).await?.ok_or(Failed::NotFound)?;
    make(app, tx, &complaint, person).await
}

async fn make(app: &StaffApp, tx: Tx, complaint: &Complaint, person: &Colleague) -> Result<Letter, Failed> {
    let id = complaint.id;
    let half = whole_key(app, &tx, id).await?.senders_half();
    let (messages, contact) = (tx.messages(id, &half).await?, tx.contact(id, &half).await?);
    let letter = Letter::of(complaint, &messages, &contact).ok_or(Failed::NotFound)?;
    tx.trace(Actor::Person(person.id), "make_letter", id, None, app.now()).await?;
    tx.commit().await?;
    Ok(letter)
}

//! Somebody who is logged in adds a file to a matter of theirs.

use audit::Actor;
use organisation::Colleague;
use vault::Token;

use crate::{
    StaffApp,
    actions::{
        Failed,
        add_own_file::{add, has_room},
    },
    domain::{By, ComplaintId, Verb, permitted},
};

/// Makes a file that waits the matter's, and tells those who handle it that something waits.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn add_file_of_own(
    app: &StaffApp,
    id: ComplaintId,
    person: &Colleague,
    file: &Token,
) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    let complaint = tx.own_complaint(id, person).await?.ok_or(Failed::NotFound)?;
    permitted(Verb::WriteAgain, complaint.state, By::Sender)?;
    has_room(&app.policy, &tx.senders_files_for_service(id).await?)?;
    let for_receipt = tx.receipt_key(id).await?;
    let register = app.inside.ground.directory.now();
    add(&tx, &register, &complaint, Actor::Person(person.id), &for_receipt, file, app.now()).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}

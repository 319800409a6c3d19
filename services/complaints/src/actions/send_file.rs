//! Somebody who handles a complaint sends a file to the one who complained.

use audit::Actor;
use organisation::Colleague;
use proto::message::Occasion;
use vault::Token;

use crate::{
    StaffApp,
    actions::{Failed, case::whole_key, submit::claim, write_to_sender::tell},
    domain::{By, ComplaintId, Direction, FileFault, Verb, permitted},
};

/// Makes a file that waits a part of the dialogue, for whoever may write in it. Sealed so that the receipt opens it, as messages are;
/// a mail, if there is an address, says only that something waits.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn send_file(
    app: &StaffApp,
    id: ComplaintId,
    person: &Colleague,
    file: &Token,
) -> Result<(), Failed> {
    let at = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotFound)?;
    permitted(Verb::WriteToSender, complaint.state, By::Person(standing))?;
    let files = tx.files_for_service(id).await?;
    if files.iter().filter(|file| file.is_from(Direction::Staff)).count() >= app.policy.most_files {
        return Err(FileFault::TooMany.into());
    }
    let for_receipt = tx.receipt_key(tx.whole_of(id).await?).await?;
    let added = claim(&tx, std::slice::from_ref(file), id, &for_receipt, Direction::Staff).await?;
    tx.touch_complaint(id).await?;
    for file in added {
        tx.trace(Actor::Person(person.id), "send_attachment", id, Some(file.as_uuid()), at).await?;
    }
    let half = whole_key(app, &tx, id).await?.senders_half();
    tell(app, &tx, &complaint, &half, Occasion::NewMessage, at).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}

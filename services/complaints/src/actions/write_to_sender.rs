//! Somebody who handles a complaint writes to the one who sent it.

use data_encoding::BASE64;
use kernel::{Timestamp, text::FreeText};
use organisation::Colleague;
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};

use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key, seal},
    domain::{Complaint, Direction, Message, MessageId, MessageKind, Verb},
    store::{StoreError, Tx},
};

/// The sender reads it with the receipt; a mail, if there is an address, says only that something waits.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn write_to_sender(app: &StaffApp, at: At<'_>, text: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::WriteToSender, standing)?;
    let (complaint, message) = write(app, &tx, at, complaint, MessageKind::Message, text, now).await?;
    at.finish(app, tx, &complaint, "write_to_sender", Some(message.as_uuid()), now).await
}

/// Adds to the dialogue in the person's name, and tells the sender and nobody else (I.2 C9). By that they know that it has come.
pub(super) async fn write(
    app: &StaffApp,
    tx: &Tx,
    at: At<'_>,
    complaint: Complaint,
    kind: MessageKind,
    text: FreeText,
    now: Timestamp,
) -> Result<(Complaint, MessageId), Failed> {
    let half = whole_key(app, tx, at.id).await?.senders_half();
    let message = Message {
        id: MessageId::new(),
        from: Direction::Staff,
        kind,
        author: Some(signature(app, at.person, &complaint)),
        text: text.into_string(),
        written_at: now,
    };
    tx.add_message(at.id, &message, Some(at.person.id), &half).await?;
    tx.seen(at.id, at.version).await?;
    let occasion = if kind == MessageKind::Answer { Occasion::AnswerReady } else { Occasion::NewMessage };
    tell(app, tx, &complaint, &half, occasion, now).await?;
    Ok((complaint.confirmed(now), message.id))
}

/// Tells the sender, if there is an address, that something waits and not what.
pub(super) async fn tell(
    app: &StaffApp,
    tx: &Tx,
    complaint: &Complaint,
    half: &CaseKey,
    occasion: Occasion,
    now: Timestamp,
) -> Result<(), StoreError> {
    if complaint.wants_answer
        && !complaint.is_protected()
        && let Some(email) = tx.contact(complaint.id, half).await?.email
    {
        let sealed = BASE64.encode(&seal::address(app.address_key(), &email));
        let told = NewMessage {
            occasion,
            recipient: Recipient::SealedAddress { sealed, language: complaint.language.clone() },
            case_number: complaint.number.to_string(),
            due_on: None,
            link_to: Service::Complaints,
        };
        tx.put(Parcel::message(&told), now).await?;
    }
    Ok(())
}

/// Who the sender sees wrote: a name and title, or the unit when names are withheld (FL 33 § last paragraph). The journal and
/// the traces know the person.
pub fn signature(app: &StaffApp, person: &Colleague, complaint: &Complaint) -> String {
    if !complaint.names_withheld {
        return person.signature();
    }
    let register = app.inside.ground.directory.now();
    let unit = complaint.unit.and_then(|unit| register.unit(unit));
    unit.map_or_else(|| app.policy.authority.clone(), |unit| unit.name.clone())
}

//! Several matters in one complaint become complaints of their own (I.2 C7).

use audit::Actor;
use kernel::{Timestamp, calendar::swedish_day};
use proto::message::Occasion;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key, receivers, seal::SERVICE, write_to_sender},
    domain::{
        Complaint, ComplaintId, Contact, Direction, Message, MessageId, MessageKind, NewPart, NewParts, Verb,
    },
    store::Tx,
};

/// Each part has a number, a key and an arrival of its own: those who handle one read nothing of the other (OSL 8:2). The
/// sender opens them all with the receipt they have.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn split(app: &StaffApp, at: At<'_>, new: NewParts) -> Result<Vec<ComplaintId>, Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::Split, standing)?;
    let half = whole_key(app, &tx, at.id).await?.senders_half();
    let contact = tx.contact(at.id, &half).await?;
    let mut parts = Vec::new();
    for part in new.parts {
        parts.push(add_part(app, &tx, at, &complaint, part, &contact, now).await?);
    }
    let (complaint, told) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Message, new.text, now).await?;
    at.finish(app, tx, &complaint, "split", Some(told.as_uuid()), now).await?;
    Ok(parts)
}

async fn add_part(
    app: &StaffApp,
    tx: &Tx,
    at: At<'_>,
    whole: &Complaint,
    new: NewPart,
    contact: &Contact,
    now: Timestamp,
) -> Result<ComplaintId, Failed> {
    let excluded = tx.excluded(whole.id).await?;
    let register = app.inside.ground.directory.now();
    let part = whole.part(new.unit);
    let (lowest, off) = receivers::at_first(&register, part.unit, part.about_manager, now);
    let level = part
        .unit
        .map_or(lowest, |unit| receivers::level(lowest, &register, unit, swedish_day(now), &excluded));
    let part = Complaint { level, ..part };
    tx.add_complaint(&part).await?;
    let first = tx.whole_of(whole.id).await?;
    let key = CaseKey::generate(SERVICE, part.id.as_uuid());
    let half = key.senders_half();
    let for_receipt = half.wrap(&tx.receipt_key(first).await?);
    tx.add_keys_of_part(part.id, key.wrap(app.sealing_key()), for_receipt).await?;
    let original = Message {
        id: MessageId::new(),
        from: Direction::Sender,
        kind: MessageKind::Original,
        author: None,
        text: new.text.into_string(),
        written_at: whole.received_at,
    };
    tx.add_message(part.id, &original, None, &half).await?;
    if !contact.is_empty() {
        tx.add_contact(part.id, contact, &half).await?;
    }
    tx.link_part(part.id, first).await?;
    tx.copy_conflicts(whole.id, &part).await?;
    tx.trace(Actor::Person(at.person.id), "split_off", part.id, None, now).await?;
    receivers::exclude_as_said(tx, part.id, &off, Actor::Person(at.person.id), now).await?;
    receivers::tell(tx, &register, &part, Occasion::NewMatter, now).await?;
    Ok(part.id)
}

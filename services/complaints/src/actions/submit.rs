//! Somebody sends a complaint.

use audit::Actor;
use data_encoding::BASE64;
use kernel::{CaseNumber, PersonId, ReceiptCode, Timestamp};
use organisation::Register;
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};
use serde::{Deserialize, Serialize};
use vault::{CaseKey, ReceiptKeys, SealingKey, Token};

use crate::{
    PublicApp,
    actions::{Failed, Repeat, receivers, seal::SERVICE},
    domain::{
        AttachmentId, Complaint, ComplaintId, Direction, Message, MessageId, MessageKind, NewComplaint, Own,
    },
    store::{StoreError, Tx, Wrapped},
};

/// What the sender gets. The receipt is shown this once; only its hash is kept.
#[derive(Debug, Clone)]
pub struct Submitted {
    pub number: CaseNumber,
    pub receipt: ReceiptCode,
    pub received_at: Timestamp,
}

/// Takes it in. When this returns it is kept for good, whatever becomes of mail and other services. The same request under
/// the same key makes one complaint, however often and however close together it comes.
#[tracing::instrument(skip_all, err)]
pub async fn submit(app: &PublicApp, new: NewComplaint, repeat: &Repeat) -> Result<Submitted, Failed> {
    if let Some(answer) = repeat.answer(&app.store).await? {
        return Submitted::from_answer(&answer);
    }
    match receive(app, new, repeat, None).await {
        Err(failed) => Submitted::from_answer(&repeat.answer_despite(failed, &app.store).await?),
        done => done,
    }
}

/// Somebody who was logged in.
pub(super) struct OwnSender<'a> {
    pub person: PersonId,
    pub own: Own,
    /// Where what they had begun may lie.
    pub drafts: &'a [Token],
}

/// `sender` is who wrote, if they were logged in.
pub(super) async fn receive(
    app: &PublicApp,
    new: NewComplaint,
    repeat: &Repeat,
    sender: Option<OwnSender<'_>>,
) -> Result<Submitted, Failed> {
    let (receipt, receipt_keys) = new_receipt().await;
    let at = app.now();
    let register = app.ground.directory.now();
    let (level, off) = receivers::at_first(&register, new.unit, new.about_manager, at);
    let complaint = Complaint::receive(&new, level, at, &app.policy);
    let key = CaseKey::generate(SERVICE, complaint.id.as_uuid());
    let actor = sender.as_ref().map_or(Actor::Sender, |sender| Actor::Person(sender.person));
    let submitted = Submitted { number: complaint.number.clone(), receipt, received_at: at };

    let tx = app.store.begin().await?;
    write(&tx, &complaint, &new, &key).await?;
    let for_receipt = receipt_keys.opening.sealing_key();
    claim(&tx, &new.attachments, complaint.id, for_receipt, Direction::Sender).await?;
    tx.add_keys(complaint.id, wrapped(app.sealing_key(), &key, &receipt_keys)).await?;
    if let Some(OwnSender { person, own, drafts }) = sender {
        tx.add_own(complaint.id, person, own).await?;
        for draft in drafts {
            tx.remove_draft(draft).await?;
        }
    }
    tx.trace(actor, "submit", complaint.id, None, at).await?;
    receivers::exclude_as_said(&tx, complaint.id, &off, actor, at).await?;
    tell(&tx, &register, app.address_key(), &complaint, &new, at).await?;
    repeat.keep(&tx, &submitted.to_answer(), at).await?;
    tx.commit().await?;
    tracing::info!(complaint.id = %complaint.id, "a complaint came in");
    Ok(submitted)
}

/// A receipt and what follows from it. Off the threads that serve: it is meant to cost.
pub(super) async fn new_receipt() -> (ReceiptCode, ReceiptKeys) {
    let receipt = ReceiptCode::random();
    let code = receipt.clone();
    let keys = tokio::task::spawn_blocking(move || ReceiptKeys::derive(&code)).await;
    (receipt, keys.expect("deriving does not panic"))
}

pub(super) async fn write(
    tx: &Tx,
    complaint: &Complaint,
    new: &NewComplaint,
    key: &CaseKey,
) -> Result<(), StoreError> {
    let senders_half = key.senders_half();
    let original = Message {
        id: MessageId::new(),
        from: Direction::Sender,
        kind: MessageKind::Original,
        author: None,
        text: new.text.as_str().to_owned(),
        written_at: complaint.received_at,
    };
    tx.add_complaint(complaint).await?;
    tx.add_message(complaint.id, &original, None, &senders_half).await?;
    if !new.contact.is_empty() {
        tx.add_contact(complaint.id, &new.contact, &senders_half).await?;
    }
    Ok(())
}

pub(super) fn wrapped(service: &SealingKey, key: &CaseKey, receipt: &ReceiptKeys) -> Wrapped {
    let for_receipt = receipt.opening.sealing_key();
    Wrapped {
        service: key.wrap(service),
        receipt: key.senders_half().wrap(for_receipt),
        receipt_hash: receipt.hash,
        receipt_public_key: for_receipt.to_bytes(),
    }
}

/// Files sent before become the complaint's, as the sender's or as staff's.
pub(super) async fn claim(
    tx: &Tx,
    files: &[Token],
    complaint: ComplaintId,
    for_receipt: &SealingKey,
    from: Direction,
) -> Result<Vec<AttachmentId>, Failed> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let hashes: Vec<_> = files.iter().map(Token::hash).collect();
    let waiting = tx.unclaimed(&hashes).await?;
    if waiting.len() != hashes.len() {
        return Err(Failed::FileGone);
    }
    for (token, file) in files.iter().zip(&waiting) {
        let key = super::attach::key_of(token, file)?;
        tx.claim(file.id, complaint, key.wrap(for_receipt), from).await.map_err(|error| match error {
            StoreError::Stale => Failed::FileGone,
            other => Failed::Store(other),
        })?;
    }
    Ok(waiting.into_iter().map(|file| file.id).collect())
}

/// Those who are to act learn that something waits; the sender, if there is an address, that it has arrived.
pub(super) async fn tell(
    tx: &Tx,
    register: &Register,
    address_key: &SealingKey,
    complaint: &Complaint,
    new: &NewComplaint,
    at: Timestamp,
) -> Result<(), StoreError> {
    receivers::tell(tx, register, complaint, Occasion::NewMatter, at).await?;
    if let Some(email) = &new.contact.email {
        let sealed = super::seal::address(address_key, email);
        let sender =
            Recipient::SealedAddress { sealed: BASE64.encode(&sealed), language: new.language.clone() };
        let received = NewMessage {
            occasion: Occasion::Received,
            recipient: sender,
            case_number: complaint.number.to_string(),
            due_on: None,
            link_to: Service::Complaints,
        };
        tx.put(Parcel::message(&received), at).await?;
    }
    Ok(())
}

/// As it is kept for a repeat, sealed under the repeat key.
#[derive(Serialize, Deserialize)]
struct Answer {
    number: String,
    receipt: String,
    received_at: Timestamp,
}

impl Submitted {
    pub(super) fn to_answer(&self) -> Vec<u8> {
        let answer = Answer {
            number: self.number.to_string(),
            receipt: self.receipt.reveal().to_owned(),
            received_at: self.received_at,
        };
        serde_json::to_vec(&answer).expect("three strings are JSON")
    }

    pub(super) fn from_answer(answer: &[u8]) -> Result<Self, Failed> {
        let read = || {
            let answer: Answer = serde_json::from_slice(answer).ok()?;
            Some(Self {
                number: answer.number.parse().ok()?,
                receipt: answer.receipt.parse().ok()?,
                received_at: answer.received_at,
            })
        };
        // Kept by another verb under the same key, or by another version: nothing that can be given again.
        read().ok_or(Failed::KeyReused)
    }
}

//! A sender comes back with the receipt.

use audit::Actor;
use kernel::{ReceiptCode, calendar::swedish_day};
use vault::{CannotOpen, CaseKey, ReceiptKeys};

use crate::{
    PublicApp,
    actions::{Failed, seal::SERVICE},
    domain::{Complaint, Dialogue, Direction, FileEntry, LiesWith, Message},
    store::{Claimed, StoreError, Tx},
};

/// What the sender of one complaint may see. A receipt that is wrong in whatever way is [`Failed::NotFound`], after the same
/// work.
#[tracing::instrument(skip_all, err)]
pub async fn open_dialogue(app: &PublicApp, receipt: &str) -> Result<Dialogue, Failed> {
    let keys = keys(receipt).await;
    let tx = app.store.begin().await?;
    let (complaint, half) = case_of(&tx, &keys).await?;
    let files = tx.files_for_receipt(complaint.id).await?;
    let dialogue = Dialogue {
        lies_with: LiesWith::of(&complaint, &app.ground.directory.now(), swedish_day(app.now())),
        handled_as_misconduct: tx.is_handed_over(complaint.id).await?,
        messages: said(&tx, &complaint, &half, &keys).await?,
        files: files.iter().map(|file| entry(file, &keys)).collect::<Result<_, _>>()?,
        ..Dialogue::of(&complaint)
    };
    tx.trace(Actor::Sender, "open_dialogue", complaint.id, None, app.now()).await?;
    tx.commit().await?;
    Ok(dialogue)
}

/// What those who handle a part have written, each with the part's number.
pub(super) fn answers(part: &Complaint, said: Vec<Message>) -> impl Iterator<Item = Message> {
    let answers = said.into_iter().filter(|message| message.from == Direction::Staff);
    answers.map(|message| Message {
        author: message.author.map(|author| format!("{author}, {}", part.number)),
        ..message
    })
}

/// What was said in it, and what those who handle its parts have answered (I.2 C7): the sender has one conversation.
async fn said(
    tx: &Tx,
    complaint: &Complaint,
    half: &CaseKey,
    keys: &ReceiptKeys,
) -> Result<Vec<Message>, Failed> {
    let mut messages = tx.messages(complaint.id, half).await?;
    for (part, wrapped) in tx.parts_for_receipt(complaint.id).await? {
        let half = CaseKey::unwrap_with(SERVICE, part.id.as_uuid(), &wrapped, &keys.opening);
        let said = tx.messages(part.id, &half.map_err(StoreError::from)?).await?;
        messages.extend(answers(&part, said));
    }
    messages.sort_by_key(|message| message.written_at);
    Ok(messages)
}

/// The keys of a typed receipt. What is no receipt gets keys that open nothing, at the same cost.
pub(super) async fn keys(receipt: &str) -> ReceiptKeys {
    let code = receipt.parse().unwrap_or_else(|_| ReceiptCode::random());
    let keys = tokio::task::spawn_blocking(move || ReceiptKeys::derive(&code)).await;
    keys.expect("deriving does not panic")
}

/// The complaint that a receipt opens, and the sender's half of its key.
pub(super) async fn case_of(tx: &Tx, keys: &ReceiptKeys) -> Result<(Complaint, CaseKey), Failed> {
    let Some((complaint, wrapped)) = tx.case_of_receipt(&keys.hash).await? else {
        return Err(nothing(keys));
    };
    let half = CaseKey::unwrap_with(SERVICE, complaint.id.as_uuid(), &wrapped, &keys.opening);
    Ok((complaint, half.map_err(StoreError::from)?))
}

/// Does what opening a case of ordinary size does, so that the time does not tell what was wrong.
fn nothing(keys: &ReceiptKeys) -> Failed {
    let nobody = kernel::Uuid::nil();
    let key = CaseKey::generate(SERVICE, nobody);
    let wrapped = key.wrap(keys.opening.sealing_key());
    let opened = CaseKey::unwrap_with(SERVICE, nobody, &wrapped, &keys.opening);
    let cell = vault::Cell { table: "message", column: "sealed_text", row: nobody, version: 1 };
    let opened = opened.and_then(|key| key.open(cell, &key.seal(cell, &[0; 2048])));
    std::hint::black_box(opened).map_or(Failed::NotFound, |_| Failed::NotFound)
}

/// The key of a file, for the holder of the receipt.
pub(super) fn file_key(file: &Claimed, keys: &ReceiptKeys) -> Result<CaseKey, CannotOpen> {
    CaseKey::unwrap_with(SERVICE, file.id().as_uuid(), &file.key, &keys.opening)
}

fn entry(file: &Claimed, keys: &ReceiptKeys) -> Result<FileEntry, StoreError> {
    file.entry(&file_key(file, keys)?)
}

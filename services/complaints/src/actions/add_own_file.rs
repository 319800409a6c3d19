//! A sender with a receipt adds a file to the matter.

use audit::Actor;
use kernel::Timestamp;
use organisation::Register;
use proto::message::Occasion;
use vault::{SealingKey, Token};

use crate::{
    PublicApp,
    actions::{
        Failed,
        open_dialogue::{case_of, keys},
        receivers,
        submit::claim,
    },
    domain::{By, Complaint, Direction, FileFault, Policy, Verb, permitted},
    store::{Claimed, Tx},
};

/// Makes a file that waits the matter's, and tells those who handle it that something waits.
#[tracing::instrument(skip_all, err)]
pub async fn add_own_file(app: &PublicApp, receipt: &str, file: &Token) -> Result<(), Failed> {
    let (keys, at) = (keys(receipt).await, app.now());
    let tx = app.store.begin().await?;
    let (complaint, _) = case_of(&tx, &keys).await?;
    permitted(Verb::WriteAgain, complaint.state, By::Sender)?;
    has_room(&app.policy, &tx.files_for_receipt(complaint.id).await?)?;
    let register = app.ground.directory.now();
    add(&tx, &register, &complaint, Actor::Sender, keys.opening.sealing_key(), file, at).await?;
    Ok(tx.commit().await?)
}

/// Whether the sender may add one more.
pub(super) fn has_room(policy: &Policy, files: &[Claimed]) -> Result<(), FileFault> {
    let own = files.iter().filter(|file| file.is_from(Direction::Sender)).count();
    if own < policy.most_files { Ok(()) } else { Err(FileFault::TooMany) }
}

pub(super) async fn add(
    tx: &Tx,
    register: &Register,
    complaint: &Complaint,
    sender: Actor,
    for_receipt: &SealingKey,
    file: &Token,
    at: Timestamp,
) -> Result<(), Failed> {
    let files = std::slice::from_ref(file);
    let added = claim(tx, files, complaint.id, for_receipt, Direction::Sender).await?;
    tx.sender_wrote(complaint.id, at).await?;
    for id in added {
        tx.trace(sender, "add_attachment", complaint.id, Some(id.as_uuid()), at).await?;
    }
    Ok(receivers::tell(tx, register, complaint, Occasion::NewMessage, at).await?)
}

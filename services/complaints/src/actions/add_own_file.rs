//! A sender with a receipt adds a file to the matter.

use audit::Actor;
use proto::message::Occasion;
use vault::Token;

use crate::{
    PublicApp,
    actions::{
        Failed,
        open_dialogue::{case_of, keys},
        receivers,
        submit::claim,
    },
    domain::{By, Direction, FileFault, Verb, permitted},
};

/// Makes a file that waits the matter's, and tells those who handle it that something waits.
#[tracing::instrument(skip_all, err)]
pub async fn add_own_file(app: &PublicApp, receipt: &str, file: &Token) -> Result<(), Failed> {
    let (keys, at) = (keys(receipt).await, app.now());
    let tx = app.store.begin().await?;
    let (complaint, _) = case_of(&tx, &keys).await?;
    permitted(Verb::WriteAgain, complaint.state, By::Sender)?;
    let own = tx
        .files_for_receipt(complaint.id)
        .await?
        .iter()
        .filter(|file| file.is_from(Direction::Sender))
        .count();
    if own >= app.policy.most_files {
        return Err(FileFault::TooMany.into());
    }
    let for_receipt = keys.opening.sealing_key();
    let added = claim(&tx, std::slice::from_ref(file), complaint.id, for_receipt, Direction::Sender).await?;
    tx.touch_complaint(complaint.id).await?;
    for id in added {
        tx.trace(Actor::Sender, "add_attachment", complaint.id, Some(id.as_uuid()), at).await?;
    }
    receivers::tell(&tx, &app.ground.directory.now(), &complaint, Occasion::NewMessage, at).await?;
    Ok(tx.commit().await?)
}

//! A sender with a receipt takes the answer home as a letter.

use audit::Actor;

use crate::{
    PublicApp,
    actions::{
        Failed,
        open_dialogue::{case_of, keys},
    },
    domain::Letter,
};

/// The letter of the complaint that the receipt opens. That it was made is written before it is handed out.
#[tracing::instrument(skip_all, err)]
pub async fn open_letter(app: &PublicApp, receipt: &str) -> Result<Letter, Failed> {
    let keys = keys(receipt).await;
    let tx = app.store.begin().await?;
    let (complaint, half) = case_of(&tx, &keys).await?;
    let (messages, contact) =
        (tx.messages(complaint.id, &half).await?, tx.contact(complaint.id, &half).await?);
    let letter = Letter::of(&complaint, &messages, &contact).ok_or(Failed::NotFound)?;
    tx.trace(Actor::Sender, "make_letter", complaint.id, None, app.now()).await?;
    tx.commit().await?;
    Ok(letter)
}

//! A sender with a receipt writes again.

use audit::Actor;
use kernel::text::FreeText;

use crate::{
    PublicApp,
    actions::{
        Failed, Repeat,
        open_dialogue::{case_of, keys},
        senders_word::Word,
    },
    domain::Wish,
};

/// Adds to the dialogue and tells those who handle the complaint that something waits; or gives it to the next level.
#[tracing::instrument(skip_all, err)]
pub async fn write_again(
    app: &PublicApp,
    receipt: &str,
    text: FreeText,
    wish: Wish,
    repeat: &Repeat,
) -> Result<(), Failed> {
    let write = async {
        let keys = keys(receipt).await;
        let (at, register) = (app.now(), app.ground.directory.now());
        let tx = app.store.begin().await?;
        let (complaint, half) = case_of(&tx, &keys).await?;
        let word = Word { text, wish, by: Actor::Sender, at, policy: &app.policy, register: &register };
        word.add(&tx, complaint, &half).await?;
        repeat.keep(&tx, b"", at).await?;
        Ok(tx.commit().await?)
    };
    repeat.once(&app.store, write).await
}

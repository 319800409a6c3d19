//! A sender with a receipt writes again.

use audit::Actor;
use kernel::text::FreeText;
use proto::message::Occasion;

use crate::{
    PublicApp,
    actions::{
        Failed, Repeat,
        open_dialogue::{case_of, keys},
        receivers,
    },
    domain::{By, Direction, Message, MessageId, MessageKind, Verb, permitted},
};

/// Adds to the dialogue and tells those who handle the complaint that something waits.
#[tracing::instrument(skip_all, err)]
pub async fn write_again(
    app: &PublicApp,
    receipt: &str,
    text: FreeText,
    repeat: &Repeat,
) -> Result<(), Failed> {
    if repeat.answer(&app.store).await?.is_some() {
        return Ok(());
    }
    match write(app, receipt, text, repeat).await {
        Err(Failed::UnderWay) => repeat.answer_of_the_other(&app.store).await.map(drop),
        done => done,
    }
}

async fn write(app: &PublicApp, receipt: &str, text: FreeText, repeat: &Repeat) -> Result<(), Failed> {
    let keys = keys(receipt).await;
    let at = app.now();
    let message = Message {
        id: MessageId::new(),
        from: Direction::Sender,
        kind: MessageKind::Message,
        author: None,
        text: text.into_string(),
        written_at: at,
    };
    let tx = app.store.begin().await?;
    let (complaint, half) = case_of(&tx, &keys).await?;
    permitted(Verb::WriteAgain, complaint.state, By::Sender)?;
    tx.add_message(complaint.id, &message, None, &half).await?;
    tx.sender_wrote(complaint.id, at).await?;
    tx.trace(Actor::Sender, "write_again", complaint.id, Some(message.id.as_uuid()), at).await?;
    receivers::tell(&tx, &app.ground.directory.now(), &complaint, Occasion::NewMessage, at).await?;
    repeat.keep(&tx, b"", at).await?;
    Ok(tx.commit().await?)
}

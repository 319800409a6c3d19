//! The answer to a complaint (I.2 C9).

use crate::{
    StaffApp,
    actions::{At, Failed, facts, note, write_to_sender},
    domain::{EntryKind, MessageKind, NewAnswer},
};

/// The sender and nobody else is told: not a guardian when a youth wrote alone. What the youth said stands in the journal, which no receipt opens.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn answer(app: &StaffApp, at: At<'_>, answer: NewAnswer) -> Result<(), Failed> {
    let now = app.now();
    let NewAnswer { by, text, youth_heard } = answer;
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.answer(by, standing, at.done(now))?;
    if let Some(heard) = youth_heard {
        note::write(app, &tx, at, EntryKind::YouthHeard, heard, now).await?;
    }
    let (complaint, message) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Answer, text, now).await?;
    facts::tell_answered(app, &tx, &complaint, now).await?;
    at.finish(app, tx, &complaint, "answer", Some(message.as_uuid()), now).await
}

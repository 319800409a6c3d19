//! A sender is not satisfied with the answer, and asks the next level to look at it (I.2 C11).

use audit::Actor;
use kernel::{Timestamp, calendar::swedish_day, text::FreeText};
use organisation::Register;
use vault::CaseKey;

use crate::{
    PublicApp,
    actions::{
        Failed, Repeat,
        open_dialogue::{case_of, keys},
        receivers,
    },
    domain::{Complaint, Direction, Level, Message, MessageId, MessageKind, Policy, Targets},
    store::Tx,
};

/// For whoever holds the receipt. What they write is in the dialogue; those whom it lies with now are told, and the principal.
#[tracing::instrument(skip_all, err)]
pub async fn ask_next_level(
    app: &PublicApp,
    receipt: &str,
    text: FreeText,
    repeat: &Repeat,
) -> Result<(), Failed> {
    if repeat.answer(&app.store).await?.is_some() {
        return Ok(());
    }
    let keys = keys(receipt).await;
    let tx = app.store.begin().await?;
    let (complaint, half) = case_of(&tx, &keys).await?;
    let asked = Asked { policy: &app.policy, register: &app.ground.directory.now(), at: app.now() };
    asked.take(&tx, complaint, &half, Actor::Sender, text).await?;
    repeat.keep(&tx, b"", asked.at).await?;
    Ok(tx.commit().await?)
}

/// When, and by which rules.
pub(super) struct Asked<'a> {
    pub policy: &'a Policy,
    pub register: &'a Register,
    pub at: Timestamp,
}

impl Asked<'_> {
    pub async fn take(
        &self,
        tx: &Tx,
        complaint: Complaint,
        half: &CaseKey,
        actor: Actor,
        text: FreeText,
    ) -> Result<(), Failed> {
        let at = self.at;
        let level = self.above(tx, &complaint).await?;
        let complaint = complaint.ask_next_level(level, Targets::from(at, self.policy).answer_by)?;
        let message = Message {
            id: MessageId::new(),
            from: Direction::Sender,
            kind: MessageKind::Message,
            author: None,
            text: text.into_string(),
            written_at: at,
        };
        tx.add_message(complaint.id, &message, None, half).await?;
        tx.update_complaint(&complaint).await?;
        tx.sender_wrote(complaint.id, at).await?;
        tx.trace(actor, "ask_next_level", complaint.id, Some(message.id.as_uuid()), at).await?;
        receivers::tell_of_reopening(tx, self.register, &complaint, at).await?;
        Ok(())
    }

    /// The first level above with somebody else than whoever has answered.
    async fn above(&self, tx: &Tx, complaint: &Complaint) -> Result<Level, Failed> {
        let Some(unit) = complaint.unit else { return Ok(complaint.level) };
        let mut not = tx.excluded(complaint.id).await?;
        not.extend(complaint.answered.map(|done| done.by));
        Ok(receivers::level(complaint.level.up(), self.register, unit, swedish_day(self.at), &not))
    }
}

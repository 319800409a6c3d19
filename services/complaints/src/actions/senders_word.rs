//! What a sender adds to the dialogue, with a receipt or logged in: for those who handle it, or for the next level because the answer
//! does not satisfy them (I.2 C11).

use audit::Actor;
use kernel::{Timestamp, calendar::swedish_day, text::FreeText};
use organisation::Register;
use proto::message::Occasion;
use vault::CaseKey;

use crate::{
    actions::{Failed, receivers},
    domain::{
        By, Complaint, Direction, Level, Message, MessageId, MessageKind, Policy, Targets, Verb, Wish,
        permitted,
    },
    store::Tx,
};

pub(super) struct Word<'a> {
    pub text: FreeText,
    pub wish: Wish,
    pub by: Actor,
    pub at: Timestamp,
    pub policy: &'a Policy,
    pub register: &'a Register,
}

impl Word<'_> {
    /// Adds it, with its trace, and tells those whom it lies with then.
    pub async fn add(self, tx: &Tx, complaint: Complaint, half: &CaseKey) -> Result<(), Failed> {
        let Self { wish, by, at, policy, register, .. } = self;
        let (verb, complaint) = match wish {
            Wish::Message => {
                permitted(Verb::WriteAgain, complaint.state, By::Sender)?;
                (Verb::WriteAgain, complaint)
            }
            Wish::NextLevel => {
                let level = above(tx, &complaint, register, at).await?;
                let complaint = complaint.ask_next_level(level, Targets::from(at, policy).answer_by)?;
                tx.update_complaint(&complaint).await?;
                (Verb::AskNextLevel, complaint)
            }
        };
        let message = Message {
            id: MessageId::new(),
            from: Direction::Sender,
            kind: MessageKind::Message,
            author: None,
            text: self.text.into_string(),
            written_at: at,
        };
        tx.add_message(complaint.id, &message, None, half).await?;
        tx.sender_wrote(complaint.id, at).await?;
        tx.trace(by, verb.word(), complaint.id, Some(message.id.as_uuid()), at).await?;
        match wish {
            Wish::Message => receivers::tell(tx, register, &complaint, Occasion::NewMessage, at).await?,
            Wish::NextLevel => receivers::tell_of_reopening(tx, register, &complaint, at).await?,
        }
        Ok(())
    }
}

/// The first level above with somebody else than whoever has answered.
async fn above(tx: &Tx, complaint: &Complaint, register: &Register, at: Timestamp) -> Result<Level, Failed> {
    let Some(unit) = complaint.unit else { return Ok(complaint.level) };
    let mut not = tx.excluded(complaint.id).await?;
    not.extend(complaint.answered.map(|done| done.by));
    Ok(receivers::level(complaint.level.up(), register, unit, swedish_day(at), &not))
}

//! The answer on paper.

use kernel::{CaseNumber, Timestamp, UnitId};

use crate::domain::{Complaint, Contact, Message, MessageKind};

/// What the last answer to a complaint says as a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub number: CaseNumber,
    pub diary_number: Option<String>,
    /// The sender's name, if they gave one.
    pub to: Option<String>,
    pub text: String,
    /// Name and title of the one who answered.
    pub author: String,
    pub unit: Option<UnitId>,
    pub answered_at: Timestamp,
}

impl Letter {
    /// None before there is an answer.
    pub fn of(complaint: &Complaint, messages: &[Message], contact: &Contact) -> Option<Self> {
        let answer = messages.iter().rfind(|message| message.kind == MessageKind::Answer)?;
        Some(Self {
            number: complaint.number.clone(),
            diary_number: complaint.registered.as_ref().map(|registered| registered.number.clone()),
            to: contact.name.as_ref().map(|name| name.as_str().to_owned()),
            text: answer.text.clone(),
            author: answer.author.clone().unwrap_or_default(),
            unit: complaint.unit,
            answered_at: answer.written_at,
        })
    }
}

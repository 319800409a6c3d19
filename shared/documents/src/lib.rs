//! Official documents on paper: PDF/A-2a (to be kept) and PDF/UA-1 (to be read by everybody) in one file.
//!
//! ```no_run
//! # async fn f(receipt: documents::Receipt) -> Result<(), documents::NotMade> {
//! let pdf: documents::Pdf = documents::make(receipt).await?;
//! let (kind, bytes) = (documents::Pdf::CONTENT_TYPE, pdf.into_bytes());
//! # Ok(()) }
//! ```
//!
//! There are six: [`Receipt`] and [`Answer`] for the one who complained, [`Notification`] for IVO, [`Account`] of a year,
//! [`Protocol`] of what was done for good, [`Record`] of a matter.
//! Each is a struct to fill in. Sentences that also stand on a page come from whoever owns the page, in
//! [`Passage`]s, so that paper and page never say different things; this crate has the words that only paper has, in `locales/`.
//!
//! - What is filled in is data and never markup: `#panic()` as a name is printed.
//! - Any text is taken. A character that no font here has becomes `�` and a line at the end says so. Latin, Greek, Cyrillic and
//!   Arabic letters are there; a paragraph that begins in Arabic or Hebrew runs from right to left.
//! - The same input gives the same bytes: time comes in with [`Head::at`].
//! - Typst works beside the async threads, on one document at a time, reaches no file and no network, and forgets what it set.

mod account;
mod answer;
mod desk;
mod fonts;
mod glyphs;
mod head;
mod notification;
mod passage;
mod protocol;
mod receipt;
mod record;
mod words;

use tokio::{sync::Semaphore, task::spawn_blocking};

pub use account::{Account, Figure, Part, Table};
pub use answer::Answer;
pub use fluent_templates::LanguageIdentifier;
pub use head::{Head, Office};
pub use notification::{
    Choice, Contact, Decision, Enclosure, Entry, EntryKind, Notification, Notifier, Place, Section,
};
pub use passage::Passage;
pub use protocol::{List, Protocol};
pub use receipt::Receipt;
pub use record::{Filed, Record};

/// A document that is done.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf(Vec<u8>);

/// It could not be set: a fault of ours and never of what was filled in. Says nothing of the content.
#[derive(Debug, thiserror::Error)]
#[error("the document {template} could not be set: {reason}")]
pub struct NotMade {
    template: &'static str,
    reason: String,
}

impl Pdf {
    pub const CONTENT_TYPE: &'static str = "application/pdf";

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pdf({} bytes)", self.0.len())
    }
}

/// Which document, with what goes into it.
pub enum Document {
    Receipt(Receipt),
    Answer(Answer),
    Notification(Box<Notification>),
    Account(Account),
    Protocol(Protocol),
    Record(Record),
}

/// One at a time: what Typst needs for a document is memory that the next one then uses.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// Makes the document.
pub async fn make(document: impl Into<Document>) -> Result<Pdf, NotMade> {
    let document = document.into();
    let turn = AT_ONCE.acquire().await.expect("it is never closed");
    let made = spawn_blocking(move || document.set()).await;
    drop(turn);
    made.unwrap_or_else(|_| Err(NotMade { template: "of its kind", reason: "Typst gave up".into() }))
}

impl Document {
    fn set(&self) -> Result<Pdf, NotMade> {
        let (order, head) = match self {
            Self::Receipt(receipt) => (receipt.order(), &receipt.head),
            Self::Answer(answer) => (answer.order(), &answer.head),
            Self::Notification(notification) => (notification.order(), &notification.head),
            Self::Account(account) => (account.order(), &account.head),
            Self::Protocol(protocol) => (protocol.order(), &protocol.head),
            Self::Record(record) => (record.order(), &record.head),
        };
        desk::set(&order, head)
    }
}

impl From<Receipt> for Document {
    fn from(receipt: Receipt) -> Self {
        Self::Receipt(receipt)
    }
}

impl From<Answer> for Document {
    fn from(answer: Answer) -> Self {
        Self::Answer(answer)
    }
}

impl From<Notification> for Document {
    fn from(notification: Notification) -> Self {
        Self::Notification(Box::new(notification))
    }
}

impl From<Account> for Document {
    fn from(account: Account) -> Self {
        Self::Account(account)
    }
}

impl From<Record> for Document {
    fn from(record: Record) -> Self {
        Self::Record(record)
    }
}

impl From<Protocol> for Document {
    fn from(protocol: Protocol) -> Self {
        Self::Protocol(protocol)
    }
}

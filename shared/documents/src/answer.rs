//! The answer to one who complained, as a letter.

use kernel::CaseNumber;
use typst::foundations::dict;

use crate::{
    Head, Passage,
    desk::{Order, template},
    passage::{free, optional, passages},
};

/// A letter. It names no way to appeal, since there is none (FL 2 §, LSS 27 §): what one can do instead goes into the passages.
pub struct Answer {
    pub head: Head,
    /// `Svar på ditt klagomål`
    pub title: String,
    pub number: CaseNumber,
    pub diary_number: Option<String>,
    /// The sender's name, when they gave one.
    pub to: Option<String>,
    /// What was answered, as it was written: paragraphs have an empty line between them.
    pub text: String,
    /// Who answers.
    pub name: String,
    pub position: Option<String>,
    pub unit: Option<String>,
    /// What to do when one is not satisfied.
    pub passages: Vec<Passage>,
}

impl Answer {
    pub(crate) fn order(&self) -> Order {
        let words = self.head.words();
        Order {
            template: "answer",
            text: template!("answer"),
            title: self.title.clone(),
            identity: format!("answer {} {}", self.number, self.head.at),
            fields: dict! {
                "number" => self.number.as_str(),
                "diary-number" => optional(self.diary_number.as_deref()),
                "to" => optional(self.to.as_deref()),
                "text" => free(&self.text),
                "name" => self.name.as_str(),
                "position" => optional(self.position.as_deref()),
                "unit" => optional(self.unit.as_deref()),
                "passages" => passages(&self.passages),
                "words" => dict! {
                    "number" => words.text("case-number"),
                    "diary-number" => words.text("diary-number"),
                },
            },
        }
    }
}

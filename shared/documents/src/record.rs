//! All that belongs to the record of a matter, in the order in which it came about: what is looked through when somebody asks for
//! it (TF 2 kap., OSL 6 kap.).

use kernel::CaseNumber;
use typst::foundations::{Array, IntoValue, dict};

use crate::{
    Head,
    desk::{Order, template},
    passage::{free, optional},
};

pub struct Record {
    pub head: Head,
    /// `Handlingar i ärende 7KM4-Q2X7`
    pub title: String,
    pub number: CaseNumber,
    pub diary_number: Option<String>,
    /// What whoever hands it out does first.
    pub lead: String,
    /// Question and answer.
    pub facts: Vec<(String, String)>,
    pub entries: Vec<Filed>,
}

/// Something that was written, by whom and when, in one line over it.
pub struct Filed {
    pub title: String,
    /// As it was written: paragraphs have an empty line between them.
    pub text: String,
}

impl Record {
    pub(crate) fn order(&self) -> Order {
        let words = self.head.words();
        let fact = |(question, answer): &(String, String)| {
            dict! { "question" => question.as_str(), "answer" => free(answer) }.into_value()
        };
        let entry = |filed: &Filed| {
            dict! { "title" => filed.title.as_str(), "text" => free(&filed.text) }.into_value()
        };
        Order {
            template: "record",
            text: template!("record"),
            title: self.title.clone(),
            identity: format!("record {} {}", self.number, self.head.at),
            fields: dict! {
                "number" => self.number.as_str(),
                "diary-number" => optional(self.diary_number.as_deref()),
                "lead" => self.lead.as_str(),
                "facts" => self.facts.iter().map(fact).collect::<Array>(),
                "entries" => self.entries.iter().map(entry).collect::<Array>(),
                "words" => dict! {
                    "number" => words.text("case-number"),
                    "diary-number" => words.text("diary-number"),
                },
            },
        }
    }
}

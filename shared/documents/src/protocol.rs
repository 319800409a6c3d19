//! The protocol of something that was done for good: who, when, by what decision, and each thing it was done to.

use typst::foundations::{Array, IntoValue, dict};

use crate::{
    Head,
    desk::{Order, template},
    passage::{free, texts},
};

pub struct Protocol {
    pub head: Head,
    /// `Gallringsprotokoll 3`
    pub title: String,
    /// What was done, and what is left.
    pub lead: String,
    /// Question and answer. A line break in an answer stays one.
    pub facts: Vec<(String, String)>,
    pub list: List,
}

/// What it was done to, in plain words. Rows have as many cells as there are columns.
pub struct List {
    /// Read aloud before it.
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Protocol {
    pub(crate) fn order(&self) -> Order {
        let fact = |(question, answer): &(String, String)| {
            dict! { "question" => question.as_str(), "answer" => free(answer) }.into_value()
        };
        Order {
            template: "protocol",
            text: template!("protocol"),
            title: self.title.clone(),
            identity: format!("protocol {} {}", self.title, self.head.at),
            fields: dict! {
                "lead" => self.lead.as_str(),
                "facts" => self.facts.iter().map(fact).collect::<Array>(),
                "caption" => self.list.caption.as_str(),
                "columns" => texts(&self.list.columns),
                "rows" => self.list.rows.iter().map(|row| texts(row).into_value()).collect::<Array>(),
            },
        }
    }
}

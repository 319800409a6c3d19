//! The account of a year: text and tables of figures, without persons.

use typst::foundations::{Array, Dict, IntoValue, dict};

use crate::{
    Head,
    desk::{Order, template},
    passage::{free, texts},
    words::Words,
};

/// The yearly account for the board's verksamhetsberättelse.
pub struct Account {
    pub head: Head,
    pub title: String,
    /// Which time it covers: `1 januari–31 december 2026`.
    pub period: String,
    pub parts: Vec<Part>,
}

/// A piece of an account, in the order in which it is read.
pub enum Part {
    Heading(String),
    /// As it was written: paragraphs have an empty line between them.
    Text(String),
    Table(Table),
}

/// Figures by row and column.
pub struct Table {
    /// What it counts; read aloud before it.
    pub caption: String,
    /// The head of the first column, then of each column of figures.
    pub columns: Vec<String>,
    pub rows: Vec<(String, Vec<Figure>)>,
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    Count(u64),
    /// So few that somebody could be recognised: shown as `färre än 5`.
    FewerThan(u64),
    /// Hidden too, so that nobody can reckon it out from a sum.
    Withheld,
}

impl Account {
    pub(crate) fn order(&self) -> Order {
        let words = self.head.words();
        let parts: Array = self.parts.iter().map(|part| part.fields(words).into_value()).collect();
        Order {
            template: "account",
            text: template!("account"),
            title: self.title.clone(),
            identity: format!("account {} {}", self.period, self.head.at),
            fields: dict! {
                "period" => self.period.as_str(),
                "parts" => parts,
                "words" => dict! { "withheld" => words.text("figure-withheld-means") },
            },
        }
    }
}

impl Part {
    fn fields(&self, words: Words<'_>) -> Dict {
        match self {
            Self::Heading(text) => dict! { "kind" => "heading", "text" => text.as_str() },
            Self::Text(text) => dict! { "kind" => "text", "text" => free(text) },
            Self::Table(table) => table.fields(words),
        }
    }
}

impl Table {
    fn fields(&self, words: Words<'_>) -> Dict {
        let row = |(name, figures): &(String, Vec<Figure>)| {
            let cells = figures.iter().map(|figure| figure.shown(words).into_value());
            std::iter::once(name.as_str().into_value()).chain(cells).collect::<Array>().into_value()
        };
        dict! {
            "kind" => "table",
            "caption" => self.caption.as_str(),
            "columns" => texts(&self.columns),
            "rows" => self.rows.iter().map(row).collect::<Array>(),
        }
    }
}

impl Figure {
    fn shown(self, words: Words<'_>) -> String {
        match self {
            Self::Count(number) => thousands(number),
            Self::FewerThan(number) => words.text_with("figure-fewer", "number", number.to_string()),
            Self::Withheld => words.text("figure-withheld"),
        }
    }
}

/// `12 345`, kept on one line.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join("\u{a0}")
}

//! Anmälan enligt lex Sarah to IVO (LSS 24 f §): the form's fields, the inquiry, the decision and what is enclosed.

use chrono::NaiveDate;
use kernel::Timestamp;
use typst::foundations::{Array, Dict, IntoValue, Value, dict};

use crate::{
    Head,
    desk::{Order, template},
    head::when,
    passage::{free, optional},
};

/// The notification as it is sent. A person sends it: IVO takes it by its e-service or by post.
pub struct Notification {
    pub head: Head,
    /// Avsändarens diarienummer.
    pub diary_number: String,
    /// Whether it has happened, or there is a tangible risk that it will.
    pub has_happened: bool,
    pub notifier: Notifier,
    pub contact: Contact,
    pub place: Place,
    pub description: String,
    /// The form's choices, which may change without a change in law.
    pub kinds: Vec<Choice>,
    pub causes: String,
    pub measures_taken: String,
    /// With what the one concerned was told.
    pub measures_planned: String,
    /// The inquiry's ten sections; none when it is still to come.
    pub inquiry: Vec<Section>,
    pub decision: Option<Decision>,
    pub enclosures: Vec<Enclosure>,
}

/// Who notifies.
pub enum Notifier {
    Board { board: String, municipality: String },
    Private { name: String },
    Sis,
}

/// Whom IVO asks.
#[derive(Default)]
pub struct Contact {
    pub name: String,
    pub position: String,
    pub address: String,
    pub postcode: String,
    pub town: String,
    pub phone: String,
    pub mobile: String,
    pub email: String,
}

/// Where and when.
#[derive(Default)]
pub struct Place {
    pub activity: String,
    pub address: String,
    pub town: String,
    /// Its kind and the section of law: `Korttidstillsyn, LSS 9 § 7`.
    pub kind: String,
    pub target_group: String,
    pub day: Option<NaiveDate>,
    /// As it was told: a time, or `under lunchen`.
    pub time: String,
}

/// One of a form's choices.
pub struct Choice {
    pub label: String,
    pub chosen: bool,
}

/// A section of the inquiry (SOSFS 2011:5, 5 kap.), in its order.
pub struct Section {
    pub title: String,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    Fact,
    Assessment,
    /// It was asked and nobody knows.
    NotKnown,
}

/// A piece of information, with what the regulation wants said of each.
pub struct Entry {
    pub kind: EntryKind,
    pub text: String,
    pub source: Option<String>,
    pub recorded_at: Timestamp,
    pub name: String,
    pub position: Option<String>,
}

/// The decision that closed the inquiry.
pub struct Decision {
    /// In words: `Allvarligt missförhållande`.
    pub grade: String,
    pub reasons: String,
    pub decided_at: Timestamp,
    pub name: String,
    pub position: Option<String>,
    /// By what right: the point in the delegation order.
    pub delegation: Option<String>,
}

/// A file that goes along.
pub struct Enclosure {
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// In hexadecimal.
    pub sha256: String,
}

impl Notification {
    pub(crate) fn order(&self) -> Order {
        let kinds = self.kinds.iter().map(Choice::fields);
        let sections = self.inquiry.iter().map(Section::fields);
        let enclosures = self.enclosures.iter().map(Enclosure::fields);
        Order {
            template: "notification",
            text: template!("notification"),
            title: "Anmälan enligt lex Sarah".to_owned(),
            identity: format!("notification {} {}", self.diary_number, self.head.at),
            fields: dict! {
                "diary-number" => self.diary_number.as_str(),
                "has-happened" => self.has_happened,
                "notifier" => self.notifier.fields(),
                "contact" => self.contact.fields(),
                "place" => self.place.fields(),
                "description" => free(&self.description),
                "kinds" => kinds.collect::<Array>(),
                "causes" => free(&self.causes),
                "measures-taken" => free(&self.measures_taken),
                "measures-planned" => free(&self.measures_planned),
                "inquiry" => sections.collect::<Array>(),
                "decision" => self.decision.as_ref().map_or(Value::None, |decision| decision.fields().into_value()),
                "enclosures" => enclosures.collect::<Array>(),
            },
        }
    }
}

impl Notifier {
    fn fields(&self) -> Dict {
        let (which, name, place) = match self {
            Self::Board { board, municipality } => (0, board.as_str(), municipality.as_str()),
            Self::Private { name } => (1, name.as_str(), ""),
            Self::Sis => (2, "", ""),
        };
        dict! { "which" => which, "name" => name, "place" => place }
    }
}

impl Contact {
    fn fields(&self) -> Array {
        pairs([
            ("Kontaktperson", &self.name),
            ("Befattning", &self.position),
            ("Postadress", &self.address),
            ("Postnummer", &self.postcode),
            ("Ort", &self.town),
            ("Telefon", &self.phone),
            ("Mobiltelefon", &self.mobile),
            ("E-post", &self.email),
        ])
    }
}

impl Place {
    fn fields(&self) -> Array {
        let day = self.day.map_or_else(String::new, |day| day.to_string());
        pairs([
            ("Verksamhetens namn", &self.activity),
            ("Adress", &self.address),
            ("Postnummer och ort", &self.town),
            ("Typ av verksamhet och lagrum", &self.kind),
            ("Målgrupp", &self.target_group),
            ("Datum", &day),
            ("Tid", &self.time),
        ])
    }
}

/// The form's fields with what stands in them.
fn pairs<const N: usize>(fields: [(&str, &String); N]) -> Array {
    let field =
        |(label, value): (&str, &String)| dict! { "label" => label, "value" => value.as_str() }.into_value();
    fields.into_iter().map(field).collect()
}

impl Choice {
    fn fields(&self) -> Value {
        dict! { "label" => self.label.as_str(), "chosen" => self.chosen }.into_value()
    }
}

impl Section {
    fn fields(&self) -> Value {
        let entries = self.entries.iter().map(Entry::fields);
        dict! { "title" => self.title.as_str(), "entries" => entries.collect::<Array>() }.into_value()
    }
}

impl Entry {
    fn fields(&self) -> Value {
        let kind = match self.kind {
            EntryKind::Fact => "Faktisk omständighet",
            EntryKind::Assessment => "Bedömning",
            EntryKind::NotKnown => "Går inte att få veta",
        };
        dict! {
            "kind" => kind,
            "text" => free(&self.text),
            "source" => optional(self.source.as_deref()),
            "recorded-at" => when(self.recorded_at),
            "by" => signed(&self.name, self.position.as_deref()),
        }
        .into_value()
    }
}

impl Decision {
    fn fields(&self) -> Dict {
        dict! {
            "grade" => self.grade.as_str(),
            "reasons" => free(&self.reasons),
            "decided-at" => when(self.decided_at),
            "by" => signed(&self.name, self.position.as_deref()),
            "delegation" => optional(self.delegation.as_deref()),
        }
    }
}

impl Enclosure {
    fn fields(&self) -> Value {
        // Whole kilobytes, as file managers count; a byte is a kilobyte begun.
        let size = format!("{} kB", self.size.div_ceil(1000));
        // In halves: a word that long would be given places to break, and then no longer be found by copying it.
        let digits: Vec<char> = self.sha256.chars().collect();
        let halves = digits.chunks(32).map(|half| half.iter().collect::<String>().into_value());
        let sha256 = halves.collect::<Array>();
        dict! { "name" => self.name.as_str(), "size" => size, "sha256" => sha256 }.into_value()
    }
}

fn signed(name: &str, position: Option<&str>) -> String {
    position.map_or_else(|| name.to_owned(), |position| format!("{name}, {position}"))
}

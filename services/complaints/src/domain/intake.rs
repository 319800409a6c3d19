//! From what somebody typed to a complaint that can be received: every fault at once, as data.

use kernel::{
    EmailAddress, UnitId,
    text::{FreeText, TextFault},
};
use organisation::Register;
use vault::Token;

use crate::domain::{Channel, Contact, Kind, Policy, Relation};

/// What was typed. An empty string is the same as nothing.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    pub text: String,
    pub unit_id: String,
    pub about_manager: bool,
    pub kind: String,
    pub relation: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub reach: String,
    pub interpreter: String,
    pub easy_read: bool,
    pub wants_answer: Option<bool>,
    pub language: String,
    /// The tokens that [`attach()`](crate::actions::attach()) gave.
    pub attachments: Vec<String>,
}

/// A complaint that can be received.
#[derive(Debug, Clone)]
pub struct NewComplaint {
    pub text: FreeText,
    pub unit: Option<UnitId>,
    /// Whether the sender says that it is about the manager of the unit, who then may not know of it (I.2 C8, G.2).
    pub about_manager: bool,
    pub kind: Kind,
    pub relation: Relation,
    pub contact: Contact,
    pub wants_answer: bool,
    /// The language the sender writes or reads, as a language tag.
    pub language: String,
    pub channel: Channel,
    pub attachments: Vec<Token>,
}

/// What is wrong, and with which field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntakeFault {
    pub field: Field,
    pub wrong: Wrong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Text,
    Unit,
    Kind,
    Relation,
    Name,
    Email,
    Phone,
    Reach,
    Interpreter,
    Language,
    Attachments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Text(TextFault),
    /// Not one of what there is to choose from.
    Unknown,
    NotAnAddress,
    TooMany,
}

impl NewComplaint {
    /// Whether the sender wants to hear from us and has said how.
    pub const fn can_be_reached(&self) -> bool {
        self.wants_answer && self.contact.says_how()
    }

    /// Only the text is required (I.2 C1).
    pub fn parse(
        intake: &Intake,
        channel: Channel,
        register: &Register,
        policy: &Policy,
    ) -> Result<Self, Vec<IntakeFault>> {
        let mut faults = Faults::default();
        let text =
            faults.take(Field::Text, FreeText::parse(&intake.text, policy.longest_text).map_err(Wrong::Text));
        let unit = faults.take(Field::Unit, unit(&intake.unit_id, register));
        let kind = faults.take(Field::Kind, word(&intake.kind, Kind::Complaint));
        let relation = faults.take(Field::Relation, word(&intake.relation, Relation::Unknown));
        let name = faults.take(Field::Name, line(&intake.name, policy.longest_name));
        let email = faults.take(Field::Email, email(&intake.email));
        let phone = faults.take(Field::Phone, line(&intake.phone, policy.longest_phone));
        let reach = faults.take(Field::Reach, line(&intake.reach, policy.longest_name));
        let interpreter = faults.take(Field::Interpreter, line(&intake.interpreter, policy.longest_name));
        let language = faults.take(Field::Language, language(&intake.language));
        let attachments =
            faults.take(Field::Attachments, attachments(&intake.attachments, policy.most_files));
        match (text, unit, kind, relation, name, email, phone, reach, interpreter, language, attachments) {
            (
                Some(text),
                Some(unit),
                Some(kind),
                Some(relation),
                Some(name),
                Some(email),
                Some(phone),
                Some(reach),
                Some(interpreter),
                Some(language),
                Some(attachments),
            ) => Ok(Self {
                text,
                unit,
                about_manager: intake.about_manager,
                kind,
                relation,
                contact: Contact {
                    name,
                    youth: None,
                    email,
                    phone,
                    reach,
                    interpreter,
                    easy_read: intake.easy_read,
                },
                wants_answer: intake.wants_answer.unwrap_or(true),
                language,
                channel,
                attachments,
            }),
            _ => Err(faults.0),
        }
    }
}

#[derive(Default)]
struct Faults(Vec<IntakeFault>);

impl Faults {
    fn take<T>(&mut self, field: Field, parsed: Result<T, Wrong>) -> Option<T> {
        parsed.map_err(|wrong| self.0.push(IntakeFault { field, wrong })).ok()
    }
}

fn unit(typed: &str, register: &Register) -> Result<Option<UnitId>, Wrong> {
    if typed.is_empty() {
        return Ok(None);
    }
    let id = typed.parse::<kernel::Uuid>().map(UnitId::from).map_err(|_| Wrong::Unknown)?;
    register.unit(id).map(|_| Some(id)).ok_or(Wrong::Unknown)
}

fn word<T: std::str::FromStr>(typed: &str, otherwise: T) -> Result<T, Wrong> {
    if typed.is_empty() { Ok(otherwise) } else { typed.parse().map_err(|_| Wrong::Unknown) }
}

fn line(typed: &str, most: usize) -> Result<Option<FreeText>, Wrong> {
    FreeText::parse_line(typed, most).map_err(Wrong::Text)
}

fn email(typed: &str) -> Result<Option<EmailAddress>, Wrong> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| Wrong::NotAnAddress)
}

/// The shape of a language tag. Whether there is a translation is another question: a complaint may be written in any
/// language (UX-20).
fn language(typed: &str) -> Result<String, Wrong> {
    let letters =
        |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    match typed {
        "" => Ok("sv".to_owned()),
        tag if tag.len() <= 35
            && tag.split('-').all(letters)
            && tag.split('-').next().is_some_and(|l| l.len() >= 2) =>
        {
            Ok(tag.to_owned())
        }
        _ => Err(Wrong::Unknown),
    }
}

fn attachments(typed: &[String], most: usize) -> Result<Vec<Token>, Wrong> {
    if typed.len() > most {
        return Err(Wrong::TooMany);
    }
    typed.iter().map(|token| token.parse().map_err(|_| Wrong::Unknown)).collect()
}

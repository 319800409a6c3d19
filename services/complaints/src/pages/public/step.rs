//! The questions and their order.

use crate::domain::Field;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Event,
    Unit,
    Relation,
    Files,
    Contact,
}

/// Where the answers are read through and sent.
pub(super) const CHECK: &str = "/klagomal/kontrollera";

impl Step {
    pub const ALL: [Self; 5] = [Self::Event, Self::Unit, Self::Relation, Self::Files, Self::Contact];

    pub const fn path(self) -> &'static str {
        match self {
            Self::Event => "/klagomal/handelse",
            Self::Unit => "/klagomal/verksamhet",
            Self::Relation => "/klagomal/vem",
            Self::Files => "/klagomal/filer",
            Self::Contact => "/klagomal/kontakt",
        }
    }

    /// Where its row on the page for checking leads, and back from there.
    pub const fn change(self) -> &'static str {
        match self {
            Self::Event => "/klagomal/handelse?andra=1",
            Self::Unit => "/klagomal/verksamhet?andra=1",
            Self::Relation => "/klagomal/vem?andra=1",
            Self::Files => "/klagomal/filer?andra=1",
            Self::Contact => "/klagomal/kontakt?andra=1",
        }
    }

    /// Where its form goes to be saved under a code.
    pub const fn save(self) -> &'static str {
        match self {
            Self::Event => "/klagomal/handelse?spara=1",
            Self::Unit => "/klagomal/verksamhet?spara=1",
            Self::Relation => "/klagomal/vem?spara=1",
            Self::Files => "/klagomal/filer?spara=1",
            Self::Contact => "/klagomal/kontakt?spara=1",
        }
    }

    /// The same, for somebody who came from the page for checking.
    pub const fn change_and_save(self) -> &'static str {
        match self {
            Self::Event => "/klagomal/handelse?andra=1&spara=1",
            Self::Unit => "/klagomal/verksamhet?andra=1&spara=1",
            Self::Relation => "/klagomal/vem?andra=1&spara=1",
            Self::Files => "/klagomal/filer?andra=1&spara=1",
            Self::Contact => "/klagomal/kontakt?andra=1&spara=1",
        }
    }

    /// Where a script sends it as it is typed.
    pub const fn save_quietly(self) -> &'static str {
        match self {
            Self::Event => "/klagomal/handelse?tyst=1",
            Self::Unit => "/klagomal/verksamhet?tyst=1",
            Self::Relation => "/klagomal/vem?tyst=1",
            Self::Files => "/klagomal/filer?tyst=1",
            Self::Contact => "/klagomal/kontakt?tyst=1",
        }
    }

    /// The key of its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Event => "event-question",
            Self::Unit => "unit-question",
            Self::Relation => "relation-question",
            Self::Files => "files-question",
            Self::Contact => "contact-question",
        }
    }

    /// What it asks for.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Event => &[Field::Text],
            Self::Unit => &[Field::Unit],
            Self::Relation => &[Field::Relation],
            Self::Files => &[Field::Attachments],
            Self::Contact => &[Field::Name, Field::Email, Field::Phone, Field::Reach, Field::Interpreter],
        }
    }

    /// The question that a field belongs to. None for what the form does not ask for.
    pub fn of(field: Field) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.fields().contains(&field))
    }

    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step != self).count() + 1
    }

    pub fn next(self) -> &'static str {
        Self::ALL.get(self.number()).map_or(CHECK, |step| step.path())
    }

    pub fn previous(self) -> &'static str {
        self.number().checked_sub(2).map_or("/", |at| Self::ALL[at].path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_lead_on_and_back() {
        assert_eq!(Step::Event.previous(), "/");
        assert_eq!(Step::Event.next(), Step::Unit.path());
        assert_eq!(Step::Files.previous(), Step::Relation.path());
        assert_eq!(Step::Contact.next(), CHECK);
    }
}

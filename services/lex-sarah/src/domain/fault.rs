//! What is wrong with something that was filled in, as data. People read it in their language; programs by place.

use chrono::{NaiveDate, NaiveDateTime};
use kernel::{
    Timestamp,
    text::{FreeText, TextFault},
};

use super::{Place, Section, Trait};

/// One thing wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in forms and in JSON.
    pub field: &'static str,
    pub flaw: Flaw,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing was written or chosen.
    Missing,
    TooLong {
        length: usize,
        most: usize,
    },
    ControlCharacters,
    /// Not among what can be chosen here.
    NotAChoice,
    /// No day of the calendar.
    NotADay,
    NotATime,
    /// No day with a time.
    NotAMoment,
    /// A day that has passed, where one to come is asked for.
    Passed,
    /// A moment that is still to come, where one that has been is asked for.
    StillToCome,
    /// Before it was registered.
    TooEarly,
    /// A serious grade is notified to IVO (LSS 24 f §).
    LawSaysYes,
    /// It names somebody, in a text for everybody.
    TellsWho,
    /// The check found something in a text, and nobody has said why it stays, or not so that it can be kept.
    Unanswered {
        looks_like: Trait,
        place: Place,
        /// Characters before it.
        at: usize,
        why: TextFault,
    },
    /// A person number stands where none may be kept (LSS 21 a §).
    PersonNumber {
        place: Place,
        at: usize,
    },
    /// A point of the inquiry that nobody has said anything about.
    Unsaid(Section),
}

impl Fault {
    pub const fn missing(field: &'static str) -> Self {
        Self { field, flaw: Flaw::Missing }
    }

    pub const fn not_a_choice(field: &'static str) -> Self {
        Self { field, flaw: Flaw::NotAChoice }
    }
}

/// Takes fields one by one and keeps every fault, so that somebody who corrects has to correct only once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// A text that must be there.
    pub fn text(&mut self, field: &'static str, typed: &str, most: usize) -> Option<FreeText> {
        let text = FreeText::parse(typed, most);
        text.map_err(|fault| self.add(Fault { field, flaw: fault.into() })).ok()
    }

    /// A text that may be left out.
    pub fn optional_text(&mut self, field: &'static str, typed: &str, most: usize) -> Option<FreeText> {
        let text = FreeText::parse_optional(typed, most);
        text.map_err(|fault| self.add(Fault { field, flaw: fault.into() })).ok().flatten()
    }

    /// A line that may be left out.
    pub fn optional_line(&mut self, field: &'static str, typed: &str, most: usize) -> Option<FreeText> {
        let line = FreeText::parse_line(typed, most);
        line.map_err(|fault| self.add(Fault { field, flaw: fault.into() })).ok().flatten()
    }

    /// A line that must be there.
    pub fn line(&mut self, field: &'static str, typed: &str, most: usize) -> Option<FreeText> {
        let before = self.0.len();
        let line = self.optional_line(field, typed, most);
        if line.is_none() && self.0.len() == before {
            self.add(Fault::missing(field));
        }
        line
    }

    /// One of the words that can be chosen, or None when nothing was.
    pub fn optional_choice<T: std::str::FromStr>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        if typed.is_empty() {
            return None;
        }
        typed.parse().map_err(|_| self.add(Fault::not_a_choice(field))).ok()
    }

    /// One of the words that can be chosen.
    pub fn choice<T: std::str::FromStr>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        if typed.is_empty() {
            self.add(Fault::missing(field));
        }
        self.optional_choice(field, typed)
    }

    /// One of these, by what it is called.
    pub fn one_of<T: Clone + ToString>(&mut self, field: &'static str, typed: &str, of: &[T]) -> Option<T> {
        let found = of.iter().find(|each| each.to_string() == typed).cloned();
        if found.is_none() {
            self.add(if typed.is_empty() { Fault::missing(field) } else { Fault::not_a_choice(field) });
        }
        found
    }

    /// The value of something that keeps its own faults, which join these.
    pub fn all<T>(&mut self, parsed: Result<T, Vec<Fault>>) -> Option<T> {
        parsed.map_err(|faults| self.0.extend(faults)).ok()
    }

    /// A day, that of `first` or later.
    pub fn day_from(&mut self, field: &'static str, typed: &str, first: NaiveDate) -> Option<NaiveDate> {
        let day = self.day(field, typed)?;
        if day < first {
            self.add(Fault { field, flaw: Flaw::Passed });
        }
        Some(day)
    }

    /// A day of a time that has been, `first` the earliest there can be.
    pub fn day_between(
        &mut self,
        field: &'static str,
        typed: &str,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Option<NaiveDate> {
        let day = self.day(field, typed)?;
        if day < first {
            self.add(Fault { field, flaw: Flaw::TooEarly });
        } else if day > last {
            self.add(Fault { field, flaw: Flaw::StillToCome });
        }
        Some(day)
    }

    /// A moment on the Swedish clock that has been, `YYYY-MM-DDTHH:MM`.
    pub fn moment_until(&mut self, field: &'static str, typed: &str, now: Timestamp) -> Option<Timestamp> {
        if typed.trim().is_empty() {
            self.add(Fault::missing(field));
            return None;
        }
        let local = NaiveDateTime::parse_from_str(&typed.trim().replace(' ', "T"), "%Y-%m-%dT%H:%M");
        let Ok(local) = local else {
            self.add(Fault { field, flaw: Flaw::NotAMoment });
            return None;
        };
        let at = super::oral::instant(local);
        if at > now {
            self.add(Fault { field, flaw: Flaw::StillToCome });
        }
        Some(at)
    }

    fn day(&mut self, field: &'static str, typed: &str) -> Option<NaiveDate> {
        if typed.trim().is_empty() {
            self.add(Fault::missing(field));
            return None;
        }
        typed.trim().parse().map_err(|_| self.add(Fault { field, flaw: Flaw::NotADay })).ok()
    }

    /// The value if nothing was wrong, else everything that was.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }
}

impl From<TextFault> for Flaw {
    fn from(fault: TextFault) -> Self {
        match fault {
            TextFault::Empty => Self::Missing,
            TextFault::TooLong { length, most } => Self::TooLong { length, most },
            TextFault::ControlCharacters => Self::ControlCharacters,
        }
    }
}

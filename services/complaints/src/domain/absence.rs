//! Somebody is away, and another sees to their matters.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Uuid};

use crate::domain::{AnswerFault, AnswerWrong, Typed};

kernel::define_id!(
    /// A time during which somebody is away.
    AbsenceId
);

/// From the first day to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    pub id: AbsenceId,
    /// Neutral, as a matter's: a mail names nobody.
    pub number: CaseNumber,
    pub person: PersonId,
    pub deputy: PersonId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The person, or somebody who leads them.
    pub noted_by: PersonId,
}

/// As it is filled in.
#[derive(Debug, Default)]
pub struct TypedAbsence {
    /// Who is away; empty for oneself.
    pub person: String,
    pub from: String,
    pub to: String,
    pub deputy: String,
}

impl Absence {
    pub fn has_begun(&self, day: NaiveDate) -> bool {
        self.from <= day
    }

    pub fn is_noted_by_another(&self) -> bool {
        self.noted_by != self.person
    }

    /// `led` are those whom the one who writes leads, `may_stand_in` tells who can be chosen for somebody. It may begin today, and lasts a
    /// year at most.
    pub fn parse(
        typed: &TypedAbsence,
        noted_by: PersonId,
        led: &[PersonId],
        may_stand_in: impl Fn(PersonId) -> Vec<PersonId>,
        today: NaiveDate,
    ) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let person = match typed.person.as_str() {
            "" => Some(noted_by),
            other => other.parse::<Uuid>().ok().map(PersonId::from).filter(|person| led.contains(person)),
        };
        if person.is_none() {
            read.wrong("person", AnswerWrong::Unknown);
        }
        let from = read.word::<NaiveDate>("from", &typed.from);
        let to = read.word::<NaiveDate>("to", &typed.to);
        let deputy = read.word::<Uuid>("deputy", &typed.deputy).map(PersonId::from);
        if from.is_some_and(|from| from < today) {
            read.wrong("from", AnswerWrong::TooEarly);
        }
        if from.zip(to).is_some_and(|(from, to)| to < from || (to - from).num_days() > 366) {
            read.wrong("to", AnswerWrong::Unknown);
        }
        let fits = |(person, deputy)| deputy != person && may_stand_in(person).contains(&deputy);
        if person.zip(deputy).is_some_and(|both| !fits(both)) {
            read.wrong("deputy", AnswerWrong::Unknown);
        }
        let whole = from.zip(to).zip(deputy).zip(person);
        read.whole(whole.map(|(((from, to), deputy), person)| Self {
            id: AbsenceId::new(),
            number: CaseNumber::random(),
            person,
            deputy,
            from,
            to,
            noted_by,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(from: &str, to: &str, deputy: PersonId) -> TypedAbsence {
        TypedAbsence { person: String::new(), from: from.into(), to: to.into(), deputy: deputy.to_string() }
    }

    #[test]
    fn it_begins_today_at_the_earliest_ends_within_a_year_and_the_deputy_is_another() {
        let [me, other, stranger, led] = [1, 2, 3, 4].map(|number| PersonId::from(Uuid::from_u128(number)));
        let today = "2026-11-21".parse().unwrap();
        let faults = |typed: &TypedAbsence| {
            let faults =
                Absence::parse(typed, me, &[led], |_| vec![me, other], today).err().unwrap_or_default();
            faults.iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert!(faults(&typed("2026-11-21", "2026-11-21", other)).is_empty());
        assert_eq!(faults(&typed("2026-11-20", "2026-11-21", other)), ["from"]);
        assert_eq!(faults(&typed("2026-11-22", "2026-11-21", other)), ["to"]);
        assert_eq!(faults(&typed("2026-11-22", "2028-01-01", other)), ["to"]);
        assert_eq!(faults(&typed("2026-11-22", "2026-11-23", me)), ["deputy"]);
        assert_eq!(faults(&typed("2026-11-22", "2026-11-23", stranger)), ["deputy"]);
        assert_eq!(faults(&TypedAbsence::default()), ["from", "to", "deputy"]);
        let of = |person: PersonId, deputy| TypedAbsence {
            person: person.to_string(),
            ..typed("2026-11-22", "2026-11-23", deputy)
        };
        assert!(faults(&of(led, me)).is_empty(), "whoever leads may stand in");
        assert_eq!(faults(&of(other, me)), ["person"]);
        assert_eq!(faults(&TypedAbsence { person: "x".into(), ..of(led, me) }), ["person"]);
    }
}

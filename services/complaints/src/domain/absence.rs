//! Somebody is away, and another sees to their matters.

use chrono::NaiveDate;
use kernel::{PersonId, Uuid};

use crate::domain::{AnswerFault, AnswerWrong, Typed};

kernel::define_id!(
    /// A time during which somebody is away.
    AbsenceId
);

/// From the first day to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    pub id: AbsenceId,
    pub person: PersonId,
    pub deputy: PersonId,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// As it is filled in.
#[derive(Debug, Default)]
pub struct TypedAbsence {
    pub from: String,
    pub to: String,
    pub deputy: String,
}

impl Absence {
    /// `may_stand_in` are those who can be chosen. It may begin today, and lasts a year at most.
    pub fn parse(
        typed: &TypedAbsence,
        person: PersonId,
        may_stand_in: &[PersonId],
        today: NaiveDate,
    ) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let from = read.word::<NaiveDate>("from", &typed.from);
        let to = read.word::<NaiveDate>("to", &typed.to);
        let deputy = read.word::<Uuid>("deputy", &typed.deputy).map(PersonId::from);
        if from.is_some_and(|from| from < today) {
            read.wrong("from", AnswerWrong::TooEarly);
        }
        if from.zip(to).is_some_and(|(from, to)| to < from || (to - from).num_days() > 366) {
            read.wrong("to", AnswerWrong::Unknown);
        }
        if deputy.is_some_and(|deputy| deputy == person || !may_stand_in.contains(&deputy)) {
            read.wrong("deputy", AnswerWrong::Unknown);
        }
        let whole = from.zip(to).zip(deputy);
        read.whole(whole.map(|((from, to), deputy)| Self { id: AbsenceId::new(), person, deputy, from, to }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(from: &str, to: &str, deputy: PersonId) -> TypedAbsence {
        TypedAbsence { from: from.into(), to: to.into(), deputy: deputy.to_string() }
    }

    #[test]
    fn it_begins_today_at_the_earliest_ends_within_a_year_and_the_deputy_is_another() {
        let [me, other, stranger] = [1, 2, 3].map(|number| PersonId::from(Uuid::from_u128(number)));
        let today = "2026-11-21".parse().unwrap();
        let faults = |typed: &TypedAbsence| {
            let faults = Absence::parse(typed, me, &[me, other], today).err().unwrap_or_default();
            faults.iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert!(faults(&typed("2026-11-21", "2026-11-21", other)).is_empty());
        assert_eq!(faults(&typed("2026-11-20", "2026-11-21", other)), ["from"]);
        assert_eq!(faults(&typed("2026-11-22", "2026-11-21", other)), ["to"]);
        assert_eq!(faults(&typed("2026-11-22", "2028-01-01", other)), ["to"]);
        assert_eq!(faults(&typed("2026-11-22", "2026-11-23", me)), ["deputy"]);
        assert_eq!(faults(&typed("2026-11-22", "2026-11-23", stranger)), ["deputy"]);
        assert_eq!(faults(&TypedAbsence::default()), ["from", "to", "deputy"]);
    }
}

//! What a workbench is narrowed down to: plain facts of cases and never a word of them, so that it can stand in an address.

use kernel::{UnitId, Uuid};

use super::{Grade, State, code::coded};

coded!(
    /// How near the nearest day is.
    Clock {
        Passed = "passed",
        Near = "near",
    }
);

coded!(
    /// Whose step is next.
    Turn {
        /// The investigator's own cases.
        Mine = "mine",
        /// Nobody has taken it.
        Free = "free",
        /// Something lies before the decision-maker.
        ToDecide = "to_decide",
    }
);

coded!(
    /// What is left to do towards IVO.
    TowardsIvo {
        Notify = "required",
        SendInquiry = "notified",
    }
);

/// What must hold of each case. What is None holds of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    pub turn: Option<Turn>,
    pub clock: Option<Clock>,
    pub state: Option<State>,
    pub unit: Option<UnitId>,
    pub grade: Option<Grade>,
    pub ivo: Option<TowardsIvo>,
}

impl Filter {
    /// From what stands in an address. What is no filter is passed over.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let of = |name: &str| {
            pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
        };
        Self {
            turn: of("turn").parse().ok(),
            clock: of("clock").parse().ok(),
            state: of("state").parse().ok(),
            unit: of("unit").parse::<Uuid>().ok().map(UnitId::from),
            grade: of("grade").parse().ok(),
            ivo: of("ivo").parse().ok(),
        }
    }

    /// As it stands in an address: name and value, always in the same order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let pairs = [
            ("turn", self.turn.map(|word| word.code().to_owned())),
            ("clock", self.clock.map(|word| word.code().to_owned())),
            ("state", self.state.map(|word| word.code().to_owned())),
            ("unit", self.unit.map(|unit| unit.to_string())),
            ("grade", self.grade.map(|word| word.code().to_owned())),
            ("ivo", self.ivo.map(|word| word.code().to_owned())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_comes_back_as_it_was_and_anything_else_is_no_filter() {
        let filter = Filter {
            turn: Some(Turn::ToDecide),
            clock: Some(Clock::Near),
            state: Some(State::Inquiry),
            unit: Some(Uuid::from_u128(7).into()),
            grade: Some(Grade::Misconduct),
            ivo: Some(TowardsIvo::Notify),
        };
        let owned = |pairs: Vec<(&str, String)>| -> Vec<(String, String)> {
            pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
        };
        assert_eq!(Filter::read(&owned(filter.pairs())), filter);
        let strange = [("state", "hej"), ("unit", "Leo"), ("name", "Leo")].map(|(n, v)| (n, v.to_owned()));
        assert!(Filter::read(&owned(strange.into())).is_empty());
    }
}

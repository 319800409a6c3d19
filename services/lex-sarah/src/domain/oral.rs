//! A report that was told, and written down by the one who was told (law A.3, A.5). What counts is when it was told.

use chrono::NaiveDateTime;
use kernel::{
    PersonId, Timestamp, UnitId,
    calendar::{swedish_day, swedish_time},
};
use serde::Deserialize;

use super::{Channel, Fault, Faults, Flaw, NewReport, Policy, Signature, Told, YesNo, report::typed_unit};

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedOral {
    /// Somebody who works there, by id; empty when the register does not know them.
    pub teller: String,
    pub teller_name: String,
    pub teller_title: String,
    pub told_on: String,
    pub told_at: String,
    pub text: String,
    pub happened: String,
    pub happened_when: String,
    pub acted: String,
    pub unit_id: String,
    pub concerns_manager: String,
    pub read_back: String,
}

/// Who told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teller {
    /// None: the register does not know them, and so they do not log in.
    pub id: Option<PersonId>,
    pub signature: Signature,
}

/// Who wrote it down, and whether the teller has heard the text and agreed.
#[derive(Debug, Clone)]
pub struct TakenDown {
    pub by: Signature,
    pub at: Timestamp,
    pub read_back: bool,
}

#[derive(Debug, Clone)]
pub struct NewOral {
    pub teller: Teller,
    pub report: NewReport,
    pub read_back: bool,
}

impl NewOral {
    /// `units` are those that the writer receives reports for, `tellers` those who work there.
    pub fn parse(
        typed: &TypedOral,
        units: &[UnitId],
        tellers: &[Teller],
        now: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let teller = teller(&mut faults, typed, tellers, policy);
        let told_at = told_at(&mut faults, typed, now);
        let told = Told {
            text: typed.text.clone(),
            unit: typed_unit(&typed.unit_id),
            happened: typed.happened.clone(),
            happened_when: typed.happened_when.clone(),
            acted: typed.acted.clone(),
            concerns_manager: !typed.concerns_manager.is_empty(),
        };
        let report =
            faults.all(NewReport::parse(&told, units, Channel::Oral, told_at.unwrap_or(now), policy));
        let read_back = faults.choice::<YesNo>("read_back", &typed.read_back);
        let oral = teller.zip(report).zip(read_back).map(|((teller, report), read_back)| Self {
            teller,
            report,
            read_back: read_back == YesNo::Yes,
        });
        faults.or(oral)
    }
}

fn teller(faults: &mut Faults, typed: &TypedOral, known: &[Teller], policy: &Policy) -> Option<Teller> {
    if !typed.teller.is_empty() {
        let found = known.iter().find(|teller| teller.id.is_some_and(|id| id.to_string() == typed.teller));
        if found.is_none() {
            faults.add(Fault::not_a_choice("teller"));
        }
        return found.cloned();
    }
    if typed.teller_name.trim().is_empty() {
        faults.add(Fault::missing("teller"));
        return None;
    }
    let name = faults.line("teller_name", &typed.teller_name, policy.longest_line);
    let title = faults.line("teller_title", &typed.teller_title, policy.longest_line);
    let signature = name
        .zip(title)
        .map(|(name, title)| Signature { name: name.into_string(), title: Some(title.into_string()) });
    signature.map(|signature| Teller { id: None, signature })
}

/// A moment that has been, on the Swedish clock.
fn told_at(faults: &mut Faults, typed: &TypedOral, now: Timestamp) -> Option<Timestamp> {
    let day = match typed.told_on.trim() {
        "" => Some(swedish_day(now)),
        day => day.parse().map_err(|_| faults.add(Fault { field: "told_on", flaw: Flaw::NotADay })).ok(),
    };
    let time = typed.told_at.trim().replace('.', ":");
    if time.is_empty() {
        faults.add(Fault::missing("told_at"));
        return None;
    }
    let time = chrono::NaiveTime::parse_from_str(&time, "%H:%M");
    let time = time.map_err(|_| faults.add(Fault { field: "told_at", flaw: Flaw::NotATime })).ok();
    let at = instant(day?.and_time(time?));
    if at > now {
        faults.add(Fault { field: "told_at", flaw: Flaw::StillToCome });
        return None;
    }
    Some(at)
}

/// The instant of a wall clock's time here. In the hour that an autumn night has twice, the second of the two.
pub(super) fn instant(local: NaiveDateTime) -> Timestamp {
    let as_if_utc = local.and_utc();
    let ahead = |at: Timestamp| swedish_time(at) - at.naive_utc();
    as_if_utc - ahead(as_if_utc - ahead(as_if_utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_typed_is_a_time_on_the_swedish_clock() {
        for (local, utc) in [
            ("2026-10-30T16:30:00", "2026-10-30T15:30:00Z"),
            ("2026-07-01T08:00:00", "2026-07-01T06:00:00Z"),
            ("2026-10-25T03:30:00", "2026-10-25T02:30:00Z"),
            ("2026-03-29T01:30:00", "2026-03-29T00:30:00Z"),
            ("2026-03-29T03:30:00", "2026-03-29T01:30:00Z"),
        ] {
            assert_eq!(instant(local.parse().unwrap()), utc.parse::<Timestamp>().unwrap(), "{local}");
        }
    }
}

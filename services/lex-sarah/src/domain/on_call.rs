//! Who is told at once when the offices are closed (L2: outside hours, whoever is on call).

use kernel::{
    Timestamp,
    calendar::{is_working_day, swedish_time},
};

use super::Policy;

/// Whether those who receive reports can be expected at their desks.
pub fn is_staffed(at: Timestamp, policy: &Policy) -> bool {
    let here = swedish_time(at);
    is_working_day(here.date()) && (policy.staffed_from..policy.staffed_to).contains(&here.time())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evenings_weekends_and_holidays_are_outside_hours() {
        let policy = Policy::default();
        for (at, staffed) in [
            ("2026-11-20T06:59:00+01:00", false),
            ("2026-11-20T07:00:00+01:00", true),
            ("2026-11-20T17:59:00+01:00", true),
            ("2026-11-20T18:00:00+01:00", false),
            ("2026-11-21T12:00:00+01:00", false),
            ("2026-12-24T12:00:00+01:00", false),
            ("2026-07-01T07:00:00+02:00", true),
        ] {
            assert_eq!(is_staffed(at.parse().unwrap(), &policy), staffed, "{at}");
        }
    }
}

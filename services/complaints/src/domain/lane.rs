//! How much of the same may come at once, so that whoever sends a thousand times a second keeps nobody else out. Nothing is asked of
//! where something comes from: a school shares one address.

use std::collections::HashMap;

use chrono::TimeDelta;
use kernel::Timestamp;

/// So many may come at once, and then so many each second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    pub at_once: u32,
    pub each_second: u32,
}

/// What has come along one lane, as the time at which it is empty again.
#[derive(Debug, Clone, Copy)]
pub struct Lane {
    pace: Pace,
    empty_at: Timestamp,
}

/// A lane for each who comes, known by what only they have.
#[derive(Debug)]
pub struct Lanes {
    pace: Pace,
    lanes: HashMap<String, Lane>,
}

/// With so many lanes the empty ones are forgotten.
const MANY: usize = 10_000;

impl Lane {
    pub const fn new(pace: Pace, now: Timestamp) -> Self {
        Self { pace, empty_at: now }
    }

    /// Lets one more in, or says how long to wait.
    pub fn admit(&mut self, now: Timestamp) -> Result<(), TimeDelta> {
        let step = TimeDelta::microseconds(1_000_000 / i64::from(self.pace.each_second.max(1)));
        let room = step * i32::try_from(self.pace.at_once).unwrap_or(i32::MAX);
        // Fuller than it can be: the clock was put back, and nobody is to wait for it.
        let from = if self.empty_at > now + room { now } else { self.empty_at.max(now) };
        let next = from + step;
        if next - now > room {
            return Err(next - now - room);
        }
        self.empty_at = next;
        Ok(())
    }
}

impl Lanes {
    pub fn new(pace: Pace) -> Self {
        Self { pace, lanes: HashMap::new() }
    }

    /// As [`Lane::admit`], in the lane of `whose`.
    pub fn admit(&mut self, whose: String, now: Timestamp) -> Result<(), TimeDelta> {
        if self.lanes.len() >= MANY {
            self.lanes.retain(|_, lane| lane.empty_at > now);
        }
        if self.lanes.len() >= MANY && !self.lanes.contains_key(&whose) {
            // So many at once are not people; and nobody is kept out because others came first.
            return Ok(());
        }
        self.lanes.entry(whose).or_insert_with(|| Lane::new(self.pace, now)).admit(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Policy;

    const PACE: Pace = Pace { at_once: 10, each_second: 2 };

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_timestamp_millis(1_800_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn so_many_come_at_once_and_then_so_many_each_second() {
        let mut lane = Lane::new(PACE, at(0));
        assert!((0..10).all(|_| lane.admit(at(0)).is_ok()));
        assert_eq!(lane.admit(at(0)), Err(TimeDelta::milliseconds(500)));
        assert_eq!(
            lane.admit(at(499)),
            Err(TimeDelta::milliseconds(1)),
            "whoever was refused has used nothing"
        );
        assert!(lane.admit(at(500)).is_ok());
        assert!(lane.admit(at(500)).is_err());
        let admitted = (0..10).filter(|_| lane.admit(at(60_000)).is_ok()).count();
        assert_eq!(admitted, 10, "an hour of rest does not save up more");
        assert!(lane.admit(at(60_000)).is_err());
    }

    #[test]
    fn a_clock_that_is_put_back_keeps_nobody_out() {
        let mut lane = Lane::new(PACE, at(3_600_000));
        assert!((0..10).all(|_| lane.admit(at(0)).is_ok()));
        assert!(lane.admit(at(0)).is_err());
    }

    /// Sixty people behind one address send within ten minutes, eight forms each; a bot sends a thousand times a second.
    #[test]
    fn a_bot_fills_its_own_lane_and_keeps_nobody_out() {
        let mut lanes = Lanes::new(Policy::default().visits);
        let (mut bot, mut people) = (0, 0);
        for millisecond in 0..600_000 {
            bot += usize::from(lanes.admit("bot".to_owned(), at(millisecond)).is_ok());
            // Somebody begins every ten seconds, and presses a button every seven.
            for person in 0..60 {
                let since = millisecond - person * 10_000;
                if since >= 0 && since % 7_000 == 0 && since < 56_000 {
                    people += usize::from(lanes.admit(person.to_string(), at(millisecond)).is_ok());
                }
            }
        }
        assert_eq!(bot, 200 + 20 * 600 - 1);
        assert_eq!(people, 60 * 8 - 16, "the last ones' last forms come after the ten minutes");
    }

    #[test]
    fn many_lanes_are_not_kept_for_ever() {
        let mut lanes = Lanes::new(PACE);
        for visit in 0..MANY + 5 {
            assert!(lanes.admit(visit.to_string(), at(0)).is_ok());
        }
        assert_eq!(lanes.lanes.len(), MANY);
        assert!(lanes.admit("new".to_owned(), at(60_000)).is_ok());
        assert_eq!(lanes.lanes.len(), 1);
    }
}

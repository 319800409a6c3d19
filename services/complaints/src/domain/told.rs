//! What was told to somebody at work, or came by letter or mail: they write it down, with when and by whom (FL 27 §, H39).

use chrono::{NaiveDate, NaiveTime};
use kernel::{Timestamp, calendar};
use organisation::Register;

use crate::domain::{
    AnswerFault, AnswerWrong, Channel, Field, Intake, IntakeFault, NewComplaint, Policy, Typed, Wrong,
};

/// A complaint that somebody else told.
#[derive(Debug, Clone)]
pub struct Told {
    pub new: NewComplaint,
    /// When it reached the authority.
    pub told_at: Timestamp,
}

/// As typed. The day and the clock are Swedish.
#[derive(Debug, Clone, Default)]
pub struct TypedTold {
    pub channel: String,
    pub told_on: String,
    pub told_at: String,
    pub intake: Intake,
}

impl Channel {
    /// The ways in which somebody at work is told.
    pub const TOLD: &'static [Self] = &[Self::Phone, Self::Visit, Self::Letter, Self::EMail];
}

impl Told {
    /// Every fault at once. It cannot have been told in the future.
    pub fn parse(
        typed: &TypedTold,
        register: &Register,
        now: Timestamp,
        policy: &Policy,
    ) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let channel = read.word("channel", &typed.channel).filter(|way| Channel::TOLD.contains(way));
        if channel.is_none() && typed.channel.parse::<Channel>().is_ok() {
            read.wrong("channel", AnswerWrong::Unanswered);
        }
        let day = read.word::<NaiveDate>("told_on", typed.told_on.trim());
        let time = NaiveTime::parse_from_str(&typed.told_at.trim().replace('.', ":"), "%H:%M").ok();
        if time.is_none() {
            read.wrong("told_at", AnswerWrong::Unanswered);
        }
        let told_at = day.zip(time).and_then(|(day, time)| calendar::swedish_instant(day.and_time(time)));
        if told_at.is_some_and(|told_at| told_at > now) {
            read.wrong("told_on", AnswerWrong::TooLate);
        }
        let new = NewComplaint::parse(&typed.intake, channel.unwrap_or(Channel::Phone), register, policy);
        let new = new.map_err(|faults| faults.into_iter().for_each(|fault| wrong(&mut read, fault))).ok();
        read.whole(new.zip(told_at).map(|(new, told_at)| Self { new, told_at }))
    }
}

fn wrong(read: &mut Typed, IntakeFault { field, wrong }: IntakeFault) {
    let field = match field {
        Field::Text => "text",
        Field::Unit => "unit_id",
        Field::Kind => "kind",
        Field::Relation => "relation",
        Field::Name => "name",
        Field::Email => "email",
        Field::Phone => "phone",
        Field::Reach => "reach",
        Field::Interpreter => "interpreter",
        Field::Language => "language",
        Field::Attachments => "attachments",
    };
    let wrong = match wrong {
        Wrong::Text(fault) => AnswerWrong::Text(fault),
        Wrong::Unknown | Wrong::TooMany => AnswerWrong::Unknown,
        Wrong::NotAnAddress => AnswerWrong::NotAnAddress,
    };
    read.wrong(field, wrong);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(channel: &str, on: &str, at: &str) -> Result<Timestamp, Vec<&'static str>> {
        let intake = Intake { text: "a".into(), ..Intake::default() };
        let typed = TypedTold { channel: channel.into(), told_on: on.into(), told_at: at.into(), intake };
        let now = "2026-11-21T09:00:00Z".parse().unwrap();
        let parsed = Told::parse(&typed, &Register::default(), now, &Policy::default());
        parsed
            .map(|told| told.told_at)
            .map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
    }

    #[test]
    fn it_came_in_when_it_was_told() {
        assert_eq!(told("phone", "2026-11-20", "16.45"), Ok("2026-11-20T15:45:00Z".parse().unwrap()));
        assert_eq!(told("letter", "2026-11-21", "10:00"), Ok("2026-11-21T09:00:00Z".parse().unwrap()));
    }

    #[test]
    fn not_in_the_future_and_not_by_a_form() {
        assert_eq!(told("visit", "2026-11-21", "10:01"), Err(vec!["told_on"]));
        assert_eq!(told("web_form", "2026-11-20", "10:00"), Err(vec!["channel"]));
        assert_eq!(told("", "", ""), Err(vec!["channel", "told_on", "told_at"]));
    }
}

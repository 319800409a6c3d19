//! The eight invariants of requirements I.1, whatever anybody does in whatever order. The fifth, that nothing written is
//! ever gone, is about the database: `keeps.rs`.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate, Weekday};
use kernel::calendar::swedish_day;
use lex_sarah::domain::{
    Content, Entry, EntryId, Fault, Flaw, Ivo, Names, NewCompletion, Policy, Signature, Source, SourceKind,
    Standings, State, Trait, TypedCompletion, TypedKept, Verb, findings, inquiry_due_on,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use crate::walk::{Around, steps};

/// How many of each; a walk is long.
const WALKS: u32 = 48;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(WALKS))]

    /// Invariant 1.
    #[test]
    fn ivo_is_never_notified_before_the_report_is_registered(steps in steps()) {
        for tried in Around::new().walk(false, false, &steps) {
            let registered = swedish_day(tried.after.case.registered_at.unwrap());
            for record in &tried.after.records {
                if let Content::IvoNotified(filing) = &record.content {
                    prop_assert!(filing.sent_on >= registered);
                }
            }
        }
    }

    /// Invariant 2.
    #[test]
    fn the_grade_changes_only_with_a_new_decision(steps in steps()) {
        for tried in Around::new().walk(false, false, &steps) {
            let (before, after) = (&tried.before, &tried.after);
            let decided = after.decisions.len() - before.decisions.len();
            if before.case.outcome == after.case.outcome {
                prop_assert_eq!(decided, 0);
            } else {
                prop_assert_eq!((tried.verb, decided), (Verb::Decide, 1));
                prop_assert_eq!(after.case.outcome.unwrap().grade, after.decisions.last().unwrap().grade);
            }
        }
    }

    /// Invariant 3: nobody decides what they have had to inquire into, then or before.
    #[test]
    fn whoever_investigates_never_decides(steps in steps()) {
        for tried in Around::new().walk(false, false, &steps) {
            for decision in &tried.after.decisions {
                prop_assert!(!tried.after.investigators.contains(&decision.decided_by));
            }
        }
    }

    /// Invariant 4; who is told is looked at in `keeps.rs`.
    #[test]
    fn whoever_is_part_of_it_has_no_way_in(steps in steps(), concerns_manager in any::<bool>()) {
        let around = Around::new();
        for tried in around.walk(false, concerns_manager, &steps) {
            prop_assert!(!(tried.done && tried.before.case.implicated.contains(&tried.by.id)));
            let case = &tried.after.case;
            let part_of_it = around.people.iter().filter(|person| case.implicated.contains(&person.id));
            for person in part_of_it {
                let standings = Standings::of(person, case);
                prop_assert_eq!(&standings, &Standings::default());
                prop_assert_eq!(standings.sight(case), None);
            }
            let receivers = case.receiver.map(|role| {
                let at = around.register.holders(role, Some(case.unit), swedish_day(case.since));
                let everywhere = around.register.holders(role, None, swedish_day(case.since));
                [at, everywhere].concat()
            });
            let told = receivers.unwrap_or_default();
            prop_assert!(case.implicated.iter().all(|person| !told.contains(person)));
        }
    }

    /// Invariant 6.
    #[test]
    fn that_ivo_is_required_is_undone_only_by_a_decision_that_explains(steps in steps()) {
        for tried in Around::new().walk(false, false, &steps) {
            let (before, after) = (tried.before.case.ivo, tried.after.case.ivo);
            if before != Ivo::NotRequired && after == Ivo::NotRequired {
                prop_assert_eq!((before, tried.verb), (Ivo::Required, Verb::Decide));
                let decision = tried.after.decisions.last().unwrap();
                prop_assert!(decision.ivo_reset_because.as_ref().is_some_and(|why| !why.is_empty()));
            }
        }
    }

    /// Invariant 7: the wish changes nothing, and a report is never un-registered.
    #[test]
    fn a_report_that_its_reporter_takes_back_is_inquired_into_all_the_same(steps in steps()) {
        for tried in Around::new().walk(false, false, &steps) {
            if tried.verb == Verb::WishToWithdraw {
                prop_assert_eq!(&tried.after.case, &tried.before.case);
            }
            prop_assert_eq!(tried.after.case.diary_number.as_deref(), Some("UTBF 2026-1"));
            prop_assert_eq!(tried.after.case.registered_at, tried.before.case.registered_at);
        }
    }

    /// Invariant 8.
    #[test]
    fn an_oral_report_counts_from_when_it_was_told(steps in steps()) {
        for tried in Around::new().walk(true, false, &steps) {
            let case = &tried.after.case;
            prop_assert_eq!(case.received_at.to_rfc3339(), "2026-11-20T13:00:00+00:00");
            prop_assert!(case.registered_at.unwrap() > case.received_at);
        }
    }
}

/// What the walks do not reach, they do not show.
#[test]
fn the_walks_reach_every_state_and_every_deed() {
    let (around, mut runner) = (Around::new(), TestRunner::deterministic());
    let (mut states, mut deeds) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..300 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        for tried in around.walk(false, false, &steps) {
            states.insert(tried.after.case.state);
            if tried.done {
                deeds.insert(tried.verb);
            }
        }
    }
    let by_itself = [Verb::Report, Verb::Register, Verb::CloseNoMisconduct, Verb::OpenMeasures];
    let all: BTreeSet<_> = Verb::ALL.iter().copied().filter(|verb| !by_itself.contains(verb)).collect();
    assert_eq!(deeds, all);
    // A report is registered at once, and what is decided goes on at once.
    let passed = [State::Received, State::Decision];
    let all: BTreeSet<_> = State::ALL.iter().copied().filter(|state| !passed.contains(state)).collect();
    assert_eq!(states, all);
}

fn day_of_this_half_century() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
    (0..18_000_u64).prop_map(move |days| first + chrono::Days::new(days))
}

proptest! {
    /// Lag (1930:173), against another telling of the free days.
    #[test]
    fn ivos_clock_ends_on_its_day_or_the_next_weekday(sent in day_of_this_half_century(), months in 1..4_u32) {
        let due = inquiry_due_on(sent, months);
        let nominal = sent.checked_add_months(Months::new(months)).unwrap();
        prop_assert!(!is_free(due));
        prop_assert!(nominal <= due);
        prop_assert!(nominal.iter_days().take_while(|day| *day < due).all(is_free));
    }

    #[test]
    fn no_person_number_is_missed(
        before in around_it(), number in person_number(), after in around_it(), in_source in any::<bool>(),
    ) {
        let words = format!("{before}{number}{after}");
        let reporter = Signature { name: "Filip Provsson".to_owned(), title: None };
        let entry = Entry {
            id: EntryId::new(),
            section: 1_i16.try_into().unwrap(),
            kind: "fact".parse().unwrap(),
            source: Some(Source {
                kind: SourceKind::Interview,
                named: Some(if in_source { words.clone() } else { "personal 2".to_owned() }),
                on: None,
            }),
            text: if in_source { "Något.".to_owned() } else { words },
            corrects: None,
            recorded_at: "2026-11-21T09:00:00Z".parse().unwrap(),
            recorded_by: reporter.clone(),
        };
        let unit = "Norrglimtskolans KTT".to_owned();
        let names = Names {
            reporter: Some(reporter),
            keys: Vec::new(),
            has_looked: false,
            people: Vec::new(),
            unit,
            places: Vec::new(),
        };
        let entries = [entry];
        let found = findings(&entries, &names);
        prop_assert!(
            found.iter().any(|hit| hit.looks_like == Trait::PersonNumber && hit.found.contains(&number)),
            "{:?} in {:?}", number, found.iter().map(|hit| &hit.found).collect::<Vec<_>>()
        );
        let answers = found.iter().map(|hit| TypedKept {
            looks_like: hit.looks_like.code().to_owned(),
            found: hit.found.clone(),
            because: "Skäl.".to_owned(),
            is_organisation: true,
        });
        let kept = TypedCompletion { kept: answers.collect(), ..TypedCompletion::default() };
        let faults = NewCompletion::parse(&kept, &entries, &names, &Policy::default()).unwrap_err();
        let stays = |fault: &Fault| matches!(fault.flaw, Flaw::PersonNumber { .. });
        prop_assert!(faults.iter().any(stays), "no answer keeps it");
    }
}

/// Whatever people write beside a number, but not a digit that runs into it.
fn around_it() -> impl Strategy<Value = String> {
    "([ a-zåäöA-Z0-9.,:/()–+-]{0,24}[ a-zåäö.,:()])?"
        .prop_map(|text| text.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned())
}

/// Somebody born this century or the last, or with a coordination number, however it is written.
fn person_number() -> impl Strategy<Value = String> {
    let born = (1930..2026_i32, 1..=12_u32, 1..=28_u32, any::<bool>());
    let written = (0..4_u8, prop::sample::select(vec!["", "-", "+", " ", "–", "/", "."]));
    (born, 0..10_000_u32, written).prop_map(|((year, month, day, coordination), last, (form, stroke))| {
        let day = if coordination { day + 60 } else { day };
        let date = match form {
            0 => format!("{:02}{month:02}{day:02}", year % 100),
            1 => format!("{year}{month:02}{day:02}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            _ => format!("{:02} {month:02} {day:02}", year % 100),
        };
        // Without a stroke the day and the last four would be one number of their own.
        let stroke = if form > 1 && stroke.is_empty() { "-" } else { stroke };
        format!("{date}{stroke}{last:04}")
    })
}

/// Lag (1989:253) and the eves, told once more: weekends, fixed days, and those that follow from Easter.
fn is_free(day: NaiveDate) -> bool {
    let fixed = matches!((day.month(), day.day()), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24 | 25 | 26 | 31));
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let midsummers_eve = day.weekday() == Weekday::Fri && day.month() == 6 && (19..=25).contains(&day.day());
    fixed || weekend || midsummers_eve || [-2, 1, 39].contains(&(day - easter(day.year())).num_days())
}

/// Easter Sunday as Gauss reckoned it, with the two exceptions: a week earlier.
fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let moon = (19 * golden + 24) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    let after_22_march = match (moon, sunday) {
        (29, 6) => 28,
        (28, 6) if golden > 10 => 27,
        _ => moon + sunday,
    };
    NaiveDate::from_ymd_opt(year, 3, 22).unwrap() + chrono::Days::new(after_22_march.unsigned_abs().into())
}

//! What mails say. They are all in `MAILS.md`, for those who decide about words.

use std::{fmt::Write, path::Path};

use notifications::{
    PART,
    config::{Origins, Settings as Own},
    domain::{Notice, Occasion, Place},
    mail::{Letter, compose},
};

use process::Settings;

use crate::{NUMBER, origins};

/// Of these nothing may be said, in any form of the word (requirements I.3).
const FORBIDDEN: [&str; 34] = [
    "klagomål",
    "synpunkt",
    "lex sarah",
    "lex-sarah",
    "sarah",
    "missförhåll",
    "rapport",
    "anmäl",
    "utredning",
    "enhet",
    "skola",
    "barn",
    "ungdom",
    "elev",
    "vårdnad",
    "personal",
    "chef",
    "ivo",
    "beslut",
    "allvar",
    "complaint",
    "report",
    "misconduct",
    "inquiry",
    "unit",
    "school",
    "child",
    "youth",
    "guardian",
    "decision",
    "شكو",
    "مدرسة",
    "cabasho",
    "dugsi",
];

fn letter(language: &str, occasion: Occasion, due: bool, place: Place) -> Letter {
    let notice = Notice {
        occasion,
        case_number: NUMBER.parse().unwrap(),
        due_on: due.then(|| "2026-12-01".parse().unwrap()),
        place,
    };
    compose((PART.texts)(), &language.parse().unwrap(), &origins(), &notice)
}

fn languages() -> Vec<String> {
    (PART.texts)().in_all().languages().iter().map(ToString::to_string).collect()
}

/// 1 December as people write it.
fn day_of(language: &str) -> &'static str {
    match language {
        "sv" | "sv-simple" => "1 december",
        "en" => "1 December",
        "ar" => "1 ديسمبر",
        "so" => "1 Disembar",
        other => panic!("what is 1 December in {other}?"),
    }
}

#[test]
fn no_mail_says_what_it_is_about() {
    for language in languages() {
        for (occasion, place) in Occasion::ALL.into_iter().flat_map(|o| Place::ALL.map(|place| (o, place))) {
            let Letter { subject, body } = letter(&language, occasion, true, place);
            let address = origins().of(place).to_string();
            let said = format!("{subject}\n{body}").replace(&address, "").to_lowercase();
            for word in FORBIDDEN {
                assert!(!said.contains(word), "{language} {occasion:?} says {word}:\n{said}");
            }
            assert!(subject.starts_with("Lyssna: ") && subject.contains(NUMBER), "{subject}");
            assert!(subject.chars().count() <= 60, "{subject} is cut off on a phone");
            assert_eq!(body.matches("https://").count(), 1, "one link");
            assert!(body.contains(NUMBER) && body.contains(day_of(&language)) && body.contains(&address));
            assert!(body.lines().all(|line| line.chars().count() <= 76), "{body}");
        }
    }
}

#[test]
fn a_matter_without_a_day_names_none() {
    for language in languages() {
        let without = letter(&language, Occasion::TaskWaits, false, Place::Complaints);
        assert!(!without.body.contains(day_of(&language)), "{}", without.body);
    }
}

/// No law sets these days (requirements I), and nobody may believe so.
#[test]
fn an_internal_target_is_called_so_and_never_a_time_of_the_law() {
    for (occasion, words) in [
        (Occasion::TargetNears, ["Snart ska nästa steg", "Vårt eget mål är 1 december."]),
        (Occasion::TargetPassed, ["skulle ha varit klart", "Vårt eget mål var 1 december."]),
    ] {
        let Letter { subject, body } = letter("sv", occasion, true, Place::LexSarah);
        for said in words {
            assert!(body.contains(said), "{body}");
        }
        for law in ["lag", "frist", "tidsgräns", "senast"] {
            assert!(!format!("{subject} {body}").to_lowercase().contains(law), "{law} in {body}");
        }
    }
}

#[test]
fn two_services_mails_differ_by_their_link_only() {
    for language in languages() {
        let plain = |place| {
            let address = origins().of(place).to_string();
            letter(&language, Occasion::NewMatter, true, place).body.replace(&address, "")
        };
        assert_eq!(plain(Place::Complaints), plain(Place::LexSarah));
    }
}

/// The link is in the mail: what its host is called may not say what the matter is about.
#[test]
fn a_host_that_tells_what_a_matter_is_about_is_refused() {
    origins().keep_quiet().unwrap();
    for host in
        ["lex-sarah.kommun.example", "klagomal.example", "lyssna-rapporter.example", "LexSarah.example"]
    {
        let lex_sarah = format!("https://{host}").parse().unwrap();
        let error = Origins { lex_sarah, ..origins() }.keep_quiet().unwrap_err().to_string();
        assert!(error.contains(&host.to_lowercase()), "{error}");
    }
    // Only whole words: this is no lex.
    let quality = "https://kvalitet.alexandria.example".parse().unwrap();
    Origins { quality, ..origins() }.keep_quiet().unwrap();
}

#[test]
fn the_example_settings_link_to_where_each_service_is_and_to_hosts_that_tell_nothing() {
    let of = |name: &str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../deploy/settings/{name}.toml"));
        // The examples leave out the keys of others, which are not needed to read them.
        Settings::read(&file).unwrap()
    };
    let Own { origins, .. } = of("notifications").own.read().unwrap();
    origins.keep_quiet().unwrap();
    for (name, place) in [
        ("complaints-public", Place::ComplaintsPublic),
        ("complaints-staff", Place::Complaints),
        ("lex-sarah", Place::LexSarah),
        ("notifications", Place::Notifications),
        ("quality", Place::Quality),
    ] {
        let origin: url::Url = of(name).origin.parse().unwrap();
        assert_eq!(&origin, origins.of(place), "{name}");
    }
}

#[test]
fn a_day_is_a_last_day_only_where_a_law_or_a_person_set_it() {
    for language in languages() {
        let texts = (PART.texts)();
        let last = texts.text_with(&language.parse().unwrap(), "mail-due", &[("day", String::new())]);
        let last = last.trim_end_matches(['.', ' ', '\u{2068}', '\u{2069}']);
        for occasion in Occasion::ALL {
            let Letter { body, .. } = letter(&language, occasion, true, Place::Complaints);
            assert_eq!(
                body.contains(last),
                occasion == Occasion::TaskWaits,
                "{occasion:?}, {language}: {body}"
            );
        }
    }
}

#[test]
fn every_mail_is_written_down() {
    let mut all =
        "# Every mail that Lyssna sends\n\nGenerated: a test compares. What may be said: requirements I.3.\n"
            .to_owned();
    for language in languages() {
        for occasion in Occasion::ALL {
            let outside = matches!(occasion, Occasion::AnswerReady | Occasion::Received);
            let place = if outside { Place::ComplaintsPublic } else { Place::Complaints };
            let due = !outside && occasion != Occasion::Decided;
            let Letter { subject, body } = letter(&language, occasion, due, place);
            write!(all, "\n## {occasion:?}, {language}\n\n```text\nSubject: {subject}\n\n{body}```\n")
                .unwrap();
        }
    }
    testkit::unchanged("services/notifications/MAILS.md", &all);
}

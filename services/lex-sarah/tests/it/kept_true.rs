//! What is kept true by looking at files: the document, the drawing, migrations, rooms, languages.

use lex_sarah::{
    Migrator, PART,
    domain::{
        Audience, BriefingKind, Cause, Clock, DutyStep, DutyTrack, Grade, Guard, Happened, Ivo, IvoChannel,
        IvoFigure, IvoMatter, Kind, Knowledge, MisconductKind, News, OtherMatter, PartInCase, Progress,
        Reached, RecordKind, RoutineReview, Section, Similar, SourceKind, State, Status, TABLE, TowardsIvo,
        Trait, Transition, Turn, Verb, YesNo,
    },
};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_document_says_what_the_code_does() {
    let document = serde_json::to_string_pretty(&lex_sarah::openapi()).unwrap();
    testkit::unchanged("proto/openapi/lex-sarah.json", &(document + "\n"));
}

/// A program that takes its words from the document is understood.
#[test]
fn the_document_names_each_word_as_it_is_sent() {
    let document = serde_json::to_value(lex_sarah::openapi()).unwrap();
    for (name, words) in [
        ("Verb", serde_json::to_value(Verb::ALL)),
        ("State", serde_json::to_value(State::ALL)),
        ("Grade", serde_json::to_value(Grade::ALL)),
        ("Ivo", serde_json::to_value(Ivo::ALL)),
        ("SourceKind", serde_json::to_value(SourceKind::ALL)),
    ] {
        assert_eq!(document["components"]["schemas"][name]["enum"], words.unwrap(), "{name}");
    }
}

/// What stands in the examples is what a program would get: the last symbol of a number is a check digit.
#[test]
fn the_numbers_in_the_examples_are_numbers() {
    let document = serde_json::to_string(&lex_sarah::openapi()).unwrap();
    let numbers: Vec<_> =
        document.match_indices("\"7KM4-").map(|(at, _)| &document[at + 1..at + 10]).collect();
    assert!(numbers.len() > 3);
    for number in numbers {
        assert!(number.parse::<kernel::CaseNumber>().is_ok(), "{number}");
    }
}

#[test]
fn the_drawing_is_the_table() {
    testkit::unchanged("services/lex-sarah/STATES.md", &drawing());
}

#[tokio::test]
async fn migrations_go_up_down_and_up() {
    testkit::up_down_up::<Migrator>().await;
}

#[test]
fn rooms_know_only_whom_they_may() {
    testkit::rooms(HERE);
}

#[test]
fn every_text_is_there_in_every_language() {
    testkit::languages(HERE);
}

/// The keys that are made of a word of the domain.
#[test]
fn every_word_of_the_domain_has_a_text_in_every_language() {
    let texts = (PART.texts)();
    let mut keys: Vec<String> = (1..=10).map(|number| format!("section-{number}")).collect();
    assert_eq!(Section::all().count(), keys.len());
    keys.push("state-to-decide".to_owned());
    keys.extend(State::ALL.iter().map(|each| format!("state-{}", each.code())));
    keys.extend(Status::ALL.iter().map(|each| format!("status-{}", each.code())));
    keys.extend(Grade::ALL.iter().map(|each| format!("grade-{}", each.code())));
    keys.extend(Kind::ALL.iter().map(|each| format!("kind-{}", each.code())));
    keys.extend(SourceKind::ALL.iter().map(|each| format!("source-{}", each.code())));
    keys.extend(Similar::ALL.iter().map(|each| format!("similar-{}", each.code())));
    keys.extend(Happened::ALL.iter().map(|each| format!("happened-{}", each.code())));
    keys.extend(Trait::ALL.iter().map(|each| format!("trait-{}", each.code())));
    keys.extend(PartInCase::ALL.iter().map(|each| format!("part-{}", each.code())));
    keys.extend(Ivo::ALL.iter().map(|each| format!("ivo-{}", each.code())));
    keys.extend(YesNo::ALL.iter().map(|each| format!("ivo-answer-{}", each.code())));
    keys.extend(
        PLAIN.iter().flat_map(|verb| ["title", "send"].map(|part| format!("{}-{part}", verb.code()))),
    );
    let led = PLAIN.iter().filter(|verb| **verb != Verb::JudgeEffect);
    keys.extend(led.map(|verb| format!("{}-lead", verb.code())));
    keys.extend(NEEDED.iter().map(|field| format!("fault-{field}-missing")));
    keys.extend(News::ALL.iter().map(|each| format!("news-{}", each.code())));
    keys.extend(RecordKind::ALL.iter().map(|each| format!("record-{}", each.code())));
    keys.extend(
        Guard::ALL
            .iter()
            .filter(|each| each.is_told_by_the_case())
            .map(|each| format!("guard-{}", each.code())),
    );
    keys.extend(OtherMatter::ALL.iter().map(|each| format!("matter-{}", each.code())));
    keys.extend(Progress::ALL.iter().map(|each| format!("progress-{}", each.code())));
    keys.extend(Reached::ALL.iter().map(|each| format!("effect-{}", each.code())));
    keys.extend(RoutineReview::ALL.iter().map(|each| format!("routine-{}", each.code())));
    keys.extend(Audience::ALL.iter().map(|each| format!("audience-{}", each.code())));
    keys.extend(Cause::ALL.iter().map(|each| format!("cause-{}", each.code())));
    keys.extend([Verb::Decide, Verb::FollowUp, Verb::Close].map(|each| format!("deed-{}", each.code())));
    keys.extend(
        DutyTrack::ALL
            .iter()
            .flat_map(|each| [format!("duty-{}", each.code()), format!("duty-clock-{}", each.code())]),
    );
    keys.extend(DutyStep::ALL.iter().map(|each| format!("duty-step-{}", each.code())));
    keys.extend(IvoChannel::ALL.iter().map(|each| format!("ivo-channel-{}", each.code())));
    keys.extend(IvoMatter::ALL.iter().map(|each| format!("ivo-matter-{}", each.code())));
    keys.extend(MisconductKind::ALL.iter().map(|each| format!("misconduct-{}", each.code())));
    keys.extend(Turn::ALL.iter().map(|each| format!("turn-{}", each.code())));
    keys.extend(Clock::ALL.iter().map(|each| format!("clock-{}", each.code())));
    keys.extend(TowardsIvo::ALL.iter().map(|each| format!("towards-ivo-{}", each.code())));
    keys.extend((1..=12).map(|month| format!("month-{month}")));
    keys.extend(BriefingKind::ALL.iter().map(|each| format!("briefing-{}", each.code())));
    keys.extend(Knowledge::ALL.iter().map(|each| format!("knowledge-{}", each.code())));
    keys.extend(IvoFigure::ALL.iter().map(|each| format!("account-ivo-{}", each.code())));
    for language in texts.languages() {
        for key in &keys {
            assert_ne!(texts.text(&language, key), *key, "{language} lacks {key}");
        }
    }
}

/// The deeds whose form is nothing but fields.
const PLAIN: [Verb; 20] = [
    Verb::HandBack,
    Verb::Archive,
    Verb::ProposeOutOfScope,
    Verb::FindOutOfScope,
    Verb::ProposeIvo,
    Verb::RequireIvo,
    Verb::PrepareIvo,
    Verb::NotifyIvo,
    Verb::ExtendIvo,
    Verb::SendInquiryToIvo,
    Verb::CloseIvo,
    Verb::ConsiderDuty,
    Verb::Remedy,
    Verb::AddMeasure,
    Verb::SettleMeasure,
    Verb::FollowUp,
    Verb::JudgeEffect,
    Verb::GiveFeedback,
    Verb::Close,
    Verb::Reopen,
];

/// Every field that must be filled in, by its form.
const NEEDED: [&str; 31] = [
    "hand_back-reasons",
    "archive-decision",
    "report-text",
    "report-unit_id",
    "take-free_of_conflict",
    "protect-text",
    "start_inquiry-plan",
    "add_entry-section",
    "add_entry-text",
    "add_entry-kind",
    "add_entry-source",
    "add_entry-source_on",
    "complete_inquiry-similar_before",
    "complete_inquiry-proposed_grade",
    "decide-grade",
    "decide-reasons",
    "decide-ivo",
    "decide-delegation",
    "oral-teller",
    "oral-teller_name",
    "oral-teller_title",
    "oral-told_at",
    "oral-text",
    "oral-unit_id",
    "oral-read_back",
    "add_key-name",
    "add_key-part",
    "look_in_key_list-reason",
    "implicate-person",
    "check_registration-line",
    "check_registration-mark",
];

const HEAD: &str = "# How a lex Sarah case goes

Made from the table in `src/domain/transitions.rs`; the rows are those of requirements I.1. A deed that leaves the state as
it is stands in the list below only.

```mermaid
stateDiagram-v2
";

const LIST: &str = "
    archived --> [*]
```

| row | deed | who | in | what must be so |
|---|---|---|---|---|
";

const NEWS: &str = "
What those who answer for the unit are told of a case that they do not read, but for whoever is part of it
(`src/domain/news.rs`):

| news | told |
|---|---|
";

fn drawing() -> String {
    let arrows = TABLE.iter().flat_map(arrows).collect::<Vec<_>>().join("\n");
    let rows = TABLE.iter().map(line).collect::<Vec<_>>().join("\n");
    let news = News::ALL.iter().map(|news| told(*news)).collect::<Vec<_>>().join("\n");
    format!("{HEAD}{arrows}{LIST}{rows}\n{NEWS}{news}\n")
}

fn told(news: News) -> String {
    let roles = news.told().iter().map(|role| serde_json::to_value(role).unwrap());
    let roles = roles.map(|role| role.as_str().unwrap().to_owned()).collect::<Vec<_>>().join(", ");
    format!("| {} | {roles} |", news.code())
}

fn arrows(row: &Transition) -> Vec<String> {
    let Some(to) = row.to else { return Vec::new() };
    let from = row.from.iter().map(|state| state.code());
    let begins = row.from.is_empty().then_some("[*]");
    let arrow =
        |from| format!("    {from} --> {}: {} {} ({})", to.code(), row.row, row.verb.code(), who(row));
    begins.into_iter().chain(from).map(arrow).collect()
}

fn line(row: &Transition) -> String {
    let states = row.from.iter().map(|state| state.code()).collect::<Vec<_>>().join(", ");
    let guards = row.guards.iter().map(|guard| guard.code()).collect::<Vec<_>>().join(", ");
    format!("| {} | {} | {} | {states} | {guards} |", row.row, row.verb.code(), who(row))
}

fn who(row: &Transition) -> String {
    row.who.iter().map(|standing| standing.code()).collect::<Vec<_>>().join(", ")
}

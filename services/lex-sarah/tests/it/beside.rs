//! What runs beside a case and what it shows of what was done: the flags, the duties of law A.9, and what happened in its order.

use chrono::TimeDelta;
use lex_sarah::{
    App,
    domain::{DutyStep, DutyTrack},
    remind_once,
};
use serde_json::{Value, json};
use testkit::{Shown, everything_stored};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, completion, decision, entry, measure};

impl Office {
    /// A column of the one case there is; None while it is empty.
    async fn flag(&self, column: &str) -> Option<String> {
        let stored = everything_stored(&self.service.ground.database).await;
        let name = format!("lex_sarah_case.{column}");
        stored.into_iter().find(|(column, _)| *column == name).map(|(_, value)| value)
    }

    async fn page(&self, login: &str, case: &str) -> Shown {
        self.browser(login).await.get(&format!("/arenden/{case}")).await.clone()
    }
}

fn duty(track: &str, step: &str) -> Value {
    json!({ "track": track, "step": step, "words": format!("Om {track}.") })
}

#[tokio::test]
async fn each_flag_is_raised_by_its_own_deed_and_keeps_the_time_of_the_first() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let flags = ["protected_at", "remedied_at", "child_protection_reported_at", "police_considered_at"];
    let deeds = [
        (MANAGER, "protect", json!({ "text": "En vuxen går med." })),
        (MANAGER, "remedy", json!({ "done": "Grinden är lagad.", "evidence": "Kvittot." })),
        (INVESTIGATOR, "consider-duty", duty("child_protection", "done")),
        (INVESTIGATOR, "consider-duty", duty("police", "not_needed")),
    ];
    let early = duty("child_protection", "needed");
    let _ = office.does(MANAGER, &case, "consider-duty", &early).await.expect(200);
    let mut raised: Vec<Option<String>> = vec![None; flags.len()];
    for (at, (login, verb, body)) in deeds.iter().enumerate() {
        for again in [false, true] {
            office.world.clock.advance(TimeDelta::minutes(5));
            let _ = office.does(login, &case, verb, body).await.expect(200);
            let now = office.flag(flags[at]).await;
            assert!(now.is_some(), "{} after {verb}", flags[at]);
            if !again {
                raised[at] = now;
            }
            for (flag, before) in flags.iter().zip(&raised) {
                assert_eq!(office.flag(flag).await, *before, "{flag} after {verb}");
            }
        }
    }
    let times: std::collections::BTreeSet<_> = raised.iter().collect();
    assert_eq!(times.len(), flags.len(), "each its own time");

    for login in [MANAGER, INVESTIGATOR] {
        let page = office.page(login, &case).await;
        assert!(page.text("[aria-labelledby=protections]").contains("En vuxen går med."), "{login}");
        assert!(page.text("[aria-labelledby=remedied]").contains("Grinden är lagad."), "{login}");
        assert_eq!(step_of(&page, "Orosanmälan"), "Är gjort", "{login}");
        assert_eq!(step_of(&page, "Polisanmälan"), "Behövs inte", "{login}");
    }
    let line = office.program(MANAGER).get("/api/v1/cases").await.expect(200).json["items"][0].clone();
    for flag in flags {
        assert!(line.get(flag).is_none(), "a list tells whoever looks over a shoulder nothing of {flag}");
    }
}

/// How far a duty has come, by its tag.
fn step_of(page: &Shown, duty: &str) -> String {
    let rows = page.texts("[aria-labelledby=duties] dt");
    let row = rows.iter().find_map(|row| row.strip_prefix(duty));
    row.unwrap_or_else(|| panic!("{duty} among {rows:?}")).trim().to_owned()
}

/// Each track with its name, its clock in words, and whether a law counts its hours.
const DUTIES: [(DutyTrack, &str, &str, bool); 6] = [
    (DutyTrack::ChildProtection, "Orosanmälan", "Till socialnämnden, genast", false),
    (DutyTrack::SchoolViolation, "Kränkning i skolan", "Utreds skyndsamt", false),
    (DutyTrack::HealthCare, "Avvikelse i hälso- och sjukvården", "Till vårdgivaren", false),
    (DutyTrack::Police, "Polisanmälan", "Sekretessen avgör", false),
    (DutyTrack::WorkEnvironment, "Arbetsmiljö", "Till Arbetsmiljöverket, utan dröjsmål", false),
    (DutyTrack::DataBreach, "Personuppgiftsincident", "inom 72 timmar", true),
];

#[tokio::test]
async fn each_of_the_six_duties_beside_the_case_is_begun_shown_and_considered_on_its_own() {
    assert_eq!(DUTIES.map(|(track, ..)| track).as_slice(), DutyTrack::ALL);
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    let app = App::new(office.service.inside.clone().unwrap()).unwrap();
    let page = office.page(INVESTIGATOR, &case).await;
    for (_, name, clock, _) in DUTIES {
        assert_eq!(step_of(&page, name), "Inte prövat");
        assert!(page.text("[aria-labelledby=duties]").contains(clock), "{name}: {clock}");
    }
    let mut considered = Vec::new();
    for (track, name, _, is_counted) in DUTIES {
        let mut browser = office.browser(if is_counted { INVESTIGATOR } else { MANAGER }).await;
        for (step, tag) in DutyStep::ALL.iter().zip(["Ska göras", "Är gjort", "Behövs inte"]) {
            let form = format!("/arenden/{case}/annan-skyldighet?spar={}", track.code());
            let page = browser.get(&form).await;
            assert!(page.has(&format!("[name=track][value={}][checked]", track.code())), "{name} is chosen");
            let words = format!("{name}: {}.", step.code());
            let fields = [("step", step.code()), ("words", words.as_str()), ("aware_at", "2026-11-21T09:30")];
            let page = browser.submit("", &fields).await.clone();
            assert_eq!(page.path, format!("/arenden/{case}"), "{}", page.text("main"));
            assert_eq!(step_of(&page, name), tag);
            let shown = page.text("[aria-labelledby=duties]");
            assert!(shown.contains(&words), "{name}: why, and to whom: {shown}");
            let has_a_day = shown.contains("Ska vara gjort senast");
            assert_eq!(
                has_a_day,
                is_counted && *step == DutyStep::Needed,
                "{name}, {tag}: only law counts hours"
            );
        }
        considered.push(name);
        let page = office.page(INVESTIGATOR, &case).await;
        for (_, other, ..) in DUTIES {
            let expected = if considered.contains(&other) { "Behövs inte" } else { "Inte prövat" };
            assert_eq!(step_of(&page, other), expected, "{other} after {name}");
        }
    }
    office.world.clock.advance(TimeDelta::days(30));
    remind_once(&app).await.unwrap();
    let told = office.parcels().await;
    // The step's own target has the same day, and is called another thing.
    let of_the_clock =
        |parcel: &Value| parcel["due_on"] == "2026-11-24" && parcel["occasion"] == "task_waits";
    assert!(!told.iter().any(of_the_clock), "no clock runs on for what is not needed");
    let seen = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    let said = seen["records"].as_array().unwrap().iter().filter(|each| each["content"]["record"] == "duty");
    assert_eq!(said.count(), DUTIES.len() * DutyStep::ALL.len(), "all that was said stands");
    assert_eq!(seen["state"], "assessing", "and the case goes its own way");
}

#[tokio::test]
async fn what_happened_stands_newest_first_and_nothing_is_left_out() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let passes = || office.world.clock.advance(TimeDelta::minutes(1));
    let does = async |login: &str, verb: &str, body: Value| {
        passes();
        let done = office.does(login, &case, verb, &body).await;
        done.expect_success();
        done.json
    };
    does(MANAGER, "protect", json!({ "text": "En vuxen går med." })).await;
    passes();
    office.taken(&case).await;
    does(INVESTIGATOR, "start-inquiry", json!({ "plan": "Samtal." })).await;
    let mut first = Value::Null;
    for section in 1..=10 {
        let added = does(INVESTIGATOR, "add-entry", entry(section)).await;
        first = if section == 1 { added["entries"][0]["id"].clone() } else { first };
    }
    let mut corrects = entry(1);
    corrects["corrects"] = first;
    does(INVESTIGATOR, "add-entry", corrects).await;
    does(MANAGER, "remedy", json!({ "done": "Lagad.", "evidence": "Kvittot." })).await;
    does(INVESTIGATOR, "consider-duty", duty("police", "not_needed")).await;
    does(INVESTIGATOR, "complete-inquiry", completion()).await;
    does(DECIDER, "decide", decision()).await;
    does(DECIDER, "add-measure", measure(MANAGER)).await;

    let page = office.page(INVESTIGATOR, &case).await;
    let mut expected = vec![
        "Rapporten kom in".to_owned(),
        "Registrerad som UTBF 2026-1".to_owned(),
        "Skyddsåtgärd".to_owned(),
        "Utredaren tog ärendet och intygade att jäv inte finns".to_owned(),
        "Utredningen inleddes".to_owned(),
    ];
    expected.extend((1..=10).map(|section| format!("Uppgift i fråga {section}")));
    expected.push("Rättelse i fråga 1".to_owned());
    let titles = page.texts(".timeline h3");
    assert_eq!(titles.iter().rev().take(16).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
    let rest: Vec<_> = titles.iter().rev().skip(16).map(String::as_str).collect();
    assert_eq!(
        rest,
        [
            "Avhjälpt",
            "Annan skyldighet",
            "Utredningen blev klar",
            "Beslut: Missförhållande",
            "Åtgärd planerad"
        ]
    );
    let times: Vec<String> = page
        .html()
        .split("class=\"timeline\"")
        .nth(1)
        .unwrap()
        .split("datetime=\"")
        .skip(1)
        .take(titles.len())
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older), "{times:?}");
    assert!(!office.page(MANAGER, &case).await.has(".timeline"), "whoever receives it sees no course");
}

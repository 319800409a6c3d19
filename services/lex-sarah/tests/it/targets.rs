//! Internal targets: whoever must act is reminded before, the next level too when one has passed, each once (I.1, I.3).

use chrono::TimeDelta;
use lex_sarah::{App, remind_once};
use organisation::Role;
use serde_json::{Value, json};
use testkit::organisation::{organisation, person};

use crate::{
    ivo,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision, measure, settled},
};

const PRINCIPAL: &str = "rektor-norrglimt";
const INVESTIGATORS: &str = "lex_sarah_investigator";
const DECIDERS: &str = "decision_maker";
const SCHOOL_OWNER: &str = "school_owner_representative";

/// An office whose clock goes on while somebody looks at who is reminded.
struct Watched {
    office: Office,
    app: App,
}

impl Watched {
    async fn open() -> Self {
        Self::with(json!({})).await
    }

    async fn with(own: Value) -> Self {
        let office = Office::with(own).await;
        let app = App::new(office.service.inside.clone().unwrap()).unwrap();
        Self { office, app }
    }

    /// Reported on a Saturday at ten, and somebody is protected at once.
    async fn protected(&self) -> String {
        let case = self.office.reported("Grinden stod öppen.").await;
        self.protects(&case).await;
        case
    }

    async fn protects(&self, case: &str) {
        let done = json!({ "text": "En vuxen går med." });
        let _ = self.office.does(MANAGER, case, "protect", &done).await.expect(200);
    }

    /// Those who are reminded now: whether of what is near or has passed, and who. Nothing else is sent meanwhile.
    async fn now(&self) -> Vec<(String, String)> {
        let before = self.office.parcels().await;
        remind_once(&self.app).await.unwrap();
        // A table has no order of its own.
        let mut new = self.office.parcels().await;
        for old in &before {
            new.remove(new.iter().position(|parcel| parcel == old).unwrap());
        }
        assert_eq!(remind_once(&self.app).await.unwrap(), 0, "each is told once");
        new.iter().map(read).collect()
    }

    async fn after(&self, time: TimeDelta) -> Vec<(String, String)> {
        self.office.world.clock.advance(time);
        self.now().await
    }

    /// At ten on a Swedish winter's day.
    async fn on(&self, day: &str) -> Vec<(String, String)> {
        self.office.world.clock.set(&format!("{day}T09:00:00Z"));
        self.now().await
    }

    /// Day for day until there is something to tell, or nothing in so many days.
    async fn in_days(&self, most: u32) -> Option<(u32, Vec<(String, String)>)> {
        for day in 1..=most {
            let told = self.after(TimeDelta::days(1)).await;
            if !told.is_empty() {
                return Some((day, told));
            }
        }
        None
    }
}

/// Number, day and where to log in, and nobody who is part of it.
fn read(parcel: &Value) -> (String, String) {
    let keys: Vec<_> = parcel.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["case_number", "due_on", "link_to", "occasion", "recipient"], "no word of it");
    assert!(parcel["due_on"].is_string());
    let recipient = &parcel["recipient"];
    let who = match recipient["kind"].as_str().unwrap() {
        "role" => {
            assert!(recipient["except"].as_array().unwrap().contains(&json!(person(REPORTER).as_uuid())));
            recipient["role"].as_str().unwrap().to_owned()
        }
        _ => login(&recipient["person_id"]),
    };
    let occasion = parcel["occasion"].as_str().unwrap();
    (occasion.strip_prefix("target_").expect("an internal target is called so").to_owned(), who)
}

fn login(id: &Value) -> String {
    let known = [INVESTIGATOR, "utredare-2", MANAGER, PRINCIPAL, DECIDER];
    known.into_iter().find(|login| json!(person(login).as_uuid()) == *id).unwrap().to_owned()
}

fn nears(who: &[&str]) -> Vec<(String, String)> {
    who.iter().map(|who| ("nears".to_owned(), (*who).to_owned())).collect()
}

fn passed(who: &[&str]) -> Vec<(String, String)> {
    who.iter().map(|who| ("passed".to_owned(), (*who).to_owned())).collect()
}

#[tokio::test]
async fn whoever_receives_it_is_reminded_to_protect_somebody_and_after_two_hours_the_next_level_too() {
    let watched = Watched::open().await;
    watched.office.reported("Grinden stod öppen.").await;
    assert_eq!(watched.after(TimeDelta::minutes(59)).await, []);
    assert_eq!(watched.after(TimeDelta::minutes(1)).await, nears(&["unit_manager"]), "on a Saturday, too");
    assert_eq!(watched.after(TimeDelta::minutes(59)).await, []);
    assert_eq!(watched.after(TimeDelta::minutes(1)).await, passed(&["unit_manager", "principal"]));
    assert_eq!(watched.after(TimeDelta::hours(12)).await, [], "and no more");
}

#[tokio::test]
async fn whoever_is_on_call_is_reminded_to_protect_somebody_outside_hours() {
    let watched = Watched::with(json!({ "on_call": "school_owner_representative" })).await;
    watched.office.reported("Grinden stod öppen.").await;
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, nears(&["unit_manager", SCHOOL_OWNER]));
}

#[tokio::test]
async fn nobody_is_reminded_to_protect_somebody_who_is_protected() {
    let watched = Watched::open().await;
    let case = watched.office.reported("Grinden stod öppen.").await;
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, nears(&["unit_manager"]));
    watched.protects(&case).await;
    assert_eq!(watched.after(TimeDelta::hours(2)).await, []);
}

#[tokio::test]
async fn a_manager_who_is_part_of_it_is_never_reminded() {
    let watched = Watched::open().await;
    let body = json!({ "text": "Min chef slog till honom.", "concerns_manager": true });
    watched.office.reported_by(REPORTER, &body).await;
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, nears(&["principal"]));
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, passed(&["principal", SCHOOL_OWNER]));
    let _ = watched.in_days(10).await;
    for parcel in watched.office.parcels().await {
        let except = parcel["recipient"]["except"].as_array().unwrap();
        assert!(except.contains(&json!(person(MANAGER).as_uuid())), "{parcel}");
    }
}

#[tokio::test]
async fn what_nobody_takes_is_reminded_of_on_working_days_and_then_told_to_those_who_decide() {
    let watched = Watched::open().await;
    watched.protected().await;
    assert_eq!(watched.on("2026-11-22").await, [], "a Sunday");
    assert_eq!(watched.on("2026-11-23").await, nears(&[INVESTIGATORS]));
    assert_eq!(watched.on("2026-11-24").await, passed(&[INVESTIGATORS, DECIDERS]));
    assert_eq!(watched.in_days(30).await, None);
}

#[tokio::test]
async fn christmas_is_nobodys_working_day() {
    let watched = Watched::open().await;
    watched.office.world.clock.set("2026-12-23T09:00:00Z");
    watched.protected().await;
    for day in ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"] {
        assert_eq!(watched.on(day).await, [], "{day}");
    }
    assert_eq!(watched.on("2026-12-28").await, nears(&[INVESTIGATORS]));
    assert_eq!(watched.on("2026-12-29").await, passed(&[INVESTIGATORS, DECIDERS]));
}

#[tokio::test]
async fn a_step_that_is_done_silences_its_reminder_and_the_next_has_its_own() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.world.clock.set("2026-11-23T09:00:00Z");
    watched.office.taken(&case).await;
    // Two working days until the inquiry has begun.
    assert_eq!(watched.on("2026-11-24").await, nears(&[INVESTIGATOR]), "the one who took it, and no other");
    assert_eq!(watched.on("2026-11-25").await, []);
    assert_eq!(watched.on("2026-11-26").await, passed(&[INVESTIGATOR, DECIDERS]));
    let plan = json!({ "plan": "Samtal." });
    let _ = watched.office.does(INVESTIGATOR, &case, "start-inquiry", &plan).await.expect(200);
    // Thirty days: the day before Saturday 26 December's next working day is the 23rd.
    assert_eq!(watched.on("2026-12-22").await, []);
    assert_eq!(watched.on("2026-12-23").await, nears(&[INVESTIGATOR]));
    for section in 1..=10 {
        let entry = crate::office::entry(section);
        let _ = watched.office.does(INVESTIGATOR, &case, "add-entry", &entry).await.expect(200);
    }
    let _ = watched.office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    assert_eq!(watched.on("2026-12-29").await, [], "the inquiry is done");
    // Five working days after the 23rd: 28, 29 and 30 December, 4 and 5 January.
    assert_eq!(watched.on("2027-01-04").await, nears(&[DECIDERS]));
    let _ = watched.office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
    assert_eq!(watched.on("2027-01-07").await, [], "it is decided");
}

#[tokio::test]
async fn whoever_takes_it_over_is_reminded_and_not_the_one_before() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.inquired(&case).await;
    let why = json!({ "reasons": "Jag är ledig." });
    let _ = watched.office.does(INVESTIGATOR, &case, "hand-back", &why).await.expect(200);
    let free = json!({ "free_of_conflict": true });
    let _ = watched.office.does("utredare-2", &case, "take", &free).await.expect(200);
    assert_eq!(watched.in_days(60).await.unwrap().1, nears(&["utredare-2"]));
}

#[tokio::test]
async fn the_one_whose_measure_it_is_is_reminded_and_then_whoever_received_the_case() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.decided(&case).await;
    for owner in [PRINCIPAL, MANAGER] {
        let _ = watched.office.does(DECIDER, &case, "add-measure", &measure(owner)).await.expect(200);
    }
    let mut later = measure(PRINCIPAL);
    later["due_on"] = json!("2026-12-14");
    let planned = watched.office.does(DECIDER, &case, "add-measure", &later).await.expect(200).json;
    // Due on Friday 4 December.
    assert_eq!(watched.on("2026-12-02").await, []);
    assert_eq!(watched.on("2026-12-03").await, nears(&[MANAGER, PRINCIPAL]));
    let managers = planned["records"][1]["id"].as_str().unwrap();
    let _ = watched.office.does(MANAGER, &case, "settle-measure", &settled(managers)).await.expect(200);
    assert_eq!(watched.on("2026-12-06").await, [], "a Sunday");
    assert_eq!(
        watched.on("2026-12-07").await,
        passed(&[PRINCIPAL, "unit_manager"]),
        "one of the two is done"
    );
    assert_eq!(watched.on("2026-12-11").await, nears(&[PRINCIPAL]), "the other day has its own");
    let id = planned["records"][2]["id"].as_str().unwrap();
    let moved =
        json!({ "measure": id, "progress": "replanned", "words": "Försenat.", "due_on": "2026-12-21" });
    let _ = watched.office.does(PRINCIPAL, &case, "settle-measure", &moved).await.expect(200);
    assert_eq!(watched.on("2026-12-15").await, [], "it has another day");
    assert_eq!(watched.on("2026-12-18").await, nears(&[PRINCIPAL]), "of which they are reminded anew");
}

#[tokio::test]
async fn a_manager_whose_own_measure_it_is_has_the_principal_as_next_level() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.planned(&case).await;
    assert_eq!(watched.on("2026-12-03").await, nears(&[MANAGER]));
    assert_eq!(watched.on("2026-12-07").await, passed(&[MANAGER, "principal"]));
}

#[tokio::test]
async fn from_the_decision_to_the_closing_each_step_waits_for_the_one_whose_it_is() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.decided(&case).await;
    // Five working days to plan a measure: Friday 27 November.
    assert_eq!(watched.on("2026-11-26").await, nears(&["unit_manager"]));
    let id = watched.office.plan(&case).await;
    assert_eq!(watched.on("2026-11-30").await, []);
    let _ = watched.office.does(MANAGER, &case, "settle-measure", &settled(&id)).await.expect(200);
    // As many again until the follow-up begins: Monday 7 December.
    assert_eq!(watched.on("2026-12-04").await, nears(&["unit_manager"]));
    let _ = watched.office.does(MANAGER, &case, "follow-up", &json!({})).await.expect(200);
    // Thirty days until everything is judged and told: Sunday 3 January, so the Monday.
    assert_eq!(watched.on("2026-12-29").await, []);
    assert_eq!(watched.on("2026-12-30").await, nears(&["unit_manager"]));
    assert_eq!(watched.on("2027-01-05").await, passed(&["unit_manager", "principal"]));
    let _ =
        watched.office.does(MANAGER, &case, "judge-effect", &crate::office::effect(&id)).await.expect(200);
    for to in ["reporter", "staff_group", "youth", "guardian"] {
        let told = crate::office::feedback(to);
        let _ = watched.office.does(MANAGER, &case, "give-feedback", &told).await.expect(200);
    }
    // Five working days for closing: 7, 8, 11, 12 and 13 January.
    assert_eq!(watched.on("2027-01-12").await, nears(&[DECIDERS]));
    assert_eq!(watched.on("2027-01-14").await, passed(&[DECIDERS, SCHOOL_OWNER]));
    let _ = watched.office.does(DECIDER, &case, "close", &json!({ "note": "Klart." })).await.expect(200);
    assert_eq!(watched.in_days(60).await, None, "it has gone on");
}

#[tokio::test]
async fn that_ivo_is_to_be_notified_is_reminded_of_the_next_working_day() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.world.clock.set("2026-11-23T09:00:00Z");
    watched.office.inquired(&case).await;
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let _ = watched.office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    assert_eq!(watched.on("2026-11-24").await, nears(&[DECIDERS]));
    let _ = watched.office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = watched.office.does(INVESTIGATOR, &case, "prepare-ivo", &ivo::form()).await.expect(200);
    assert_eq!(watched.on("2026-11-25").await, passed(&[DECIDERS, INVESTIGATOR, SCHOOL_OWNER]));
    let _ = watched.office.does(DECIDER, &case, "notify-ivo", &ivo::filed("2026-11-25")).await.expect(200);
    assert_eq!(watched.on("2026-12-01").await, []);
}

#[tokio::test]
async fn nobody_is_reminded_to_notify_ivo_once_it_is_notified() {
    let watched = Watched::open().await;
    let case = ivo::notified(&watched.office).await;
    watched.protects(&case).await;
    assert_eq!(watched.on("2026-11-24").await, [], "it was clear on the Saturday and done on the Monday");
}

#[tokio::test]
async fn what_could_not_be_sent_in_time_is_not_called_near_when_it_has_passed() {
    let watched = Watched::open().await;
    watched.office.reported("Grinden stod öppen.").await;
    assert_eq!(watched.after(TimeDelta::hours(3)).await, passed(&["unit_manager", "principal"]));
}

impl Watched {
    /// From now on somebody does not hold the role any more; without one, they have quit.
    fn leaves(&self, login: &str, role: Option<Role>) {
        let (mut register, who) = (organisation(), person(login).as_uuid());
        register
            .assignments
            .retain(|each| each.person_id != who || role.is_some_and(|role| each.role != role));
        self.office.service.ground.directory.replace(register);
    }
}

#[tokio::test]
async fn when_whoever_inquires_is_no_investigator_any_more_those_who_decide_are_reminded() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.world.clock.set("2026-11-23T09:00:00Z");
    watched.office.taken(&case).await;
    watched.leaves(INVESTIGATOR, Some(Role::LexSarahInvestigator));
    assert_eq!(watched.on("2026-11-24").await, nears(&[DECIDERS]), "they can give it to somebody else");
    assert_eq!(watched.on("2026-11-26").await, passed(&[DECIDERS, SCHOOL_OWNER]));
}

#[tokio::test]
async fn when_the_one_whose_measure_it_is_has_quit_whoever_received_the_case_is_reminded() {
    let watched = Watched::open().await;
    let case = watched.protected().await;
    watched.office.decided(&case).await;
    let _ = watched.office.does(DECIDER, &case, "add-measure", &measure(PRINCIPAL)).await.expect(200);
    watched.leaves(PRINCIPAL, None);
    assert_eq!(watched.on("2026-12-03").await, nears(&["unit_manager"]));
    assert_eq!(
        watched.on("2026-12-07").await,
        passed(&["unit_manager", SCHOOL_OWNER]),
        "there is no principal"
    );
}

#[tokio::test]
async fn when_nobody_manages_the_unit_any_more_the_next_who_answers_for_it_is_reminded() {
    let watched = Watched::open().await;
    watched.office.reported("Grinden stod öppen.").await;
    watched.leaves(MANAGER, None);
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, nears(&["principal"]));
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, passed(&["principal", SCHOOL_OWNER]));
}

#[tokio::test]
async fn reminders_that_always_fail_do_not_hold_up_the_others() {
    let watched = Watched::open().await;
    // More than are taken at a time, and before the one that is whole.
    for _ in 0..101 {
        watched.office.reported("Grinden stod öppen.").await;
    }
    watched.office.changes("UPDATE lex_sarah_case SET number = 'kaputt' || number").await;
    watched.office.reported("Grinden stod öppen.").await;
    assert_eq!(watched.after(TimeDelta::minutes(60)).await, nears(&["unit_manager"]));
    watched
        .office
        .changes("UPDATE lex_sarah_case SET number = substr(number, 7) WHERE number LIKE 'kaputt%'")
        .await;
    assert_eq!(watched.now().await.len(), 101, "they are tried again when they are mended");
}

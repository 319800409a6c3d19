//! After the decision, by programs: measures, their effect, feedback, closing, opening again; and what is not lex Sarah.

use serde_json::{Value, json};
use testkit::organisation::person;

use crate::office::{
    DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision, effect, feedback, measure,
    settled,
};

const PRINCIPAL: &str = "rektor-norrglimt";

/// The case as somebody sees it.
async fn seen(office: &Office, login: &str, case: &str) -> Value {
    office.program(login).get(&format!("/api/v1/cases/{case}")).await.expect(200).json
}

async fn refused(office: &Office, login: &str, case: &str, verb: &str, body: &Value) -> String {
    let answer = office.does(login, case, verb, body).await.expect(409).json;
    answer["errors"][0]["detail"].as_str().unwrap().to_owned()
}

fn kinds(case: &Value) -> Vec<&str> {
    case["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["content"]["record"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_case_is_not_closed_before_everything_is_settled() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let closing = json!({ "note": "Det har hjälpt." });

    assert_eq!(refused(&office, MANAGER, &case, "follow-up", &json!({})).await, "measures_settled");
    let planned = office.does(MANAGER, &case, "add-measure", &measure(PRINCIPAL)).await.expect(200).json;
    assert_eq!(planned["records"][0]["content"]["owner_name"], "Rut Provsson, rektor");
    assert_eq!(refused(&office, MANAGER, &case, "follow-up", &json!({})).await, "measures_settled");
    assert_eq!(refused(&office, DECIDER, &case, "close", &closing).await, "measures");

    let id = planned["records"][0]["id"].as_str().unwrap().to_owned();
    let _ = office.does(PRINCIPAL, &case, "settle-measure", &settled(&id)).await.expect(200);
    let _ = office.does(MANAGER, &case, "follow-up", &json!({})).await.expect(200);
    assert_eq!(refused(&office, DECIDER, &case, "close", &closing).await, "effect_judged");
    let _ = office.does(MANAGER, &case, "judge-effect", &effect(&id)).await.expect(200);
    for to in ["reporter", "staff_group", "youth"] {
        let _ = office.does(MANAGER, &case, "give-feedback", &feedback(to)).await.expect(200);
        assert_eq!(refused(&office, DECIDER, &case, "close", &closing).await, "feedback_given", "after {to}");
    }
    let not_told = json!({ "to": "guardian", "is_given": "no", "words": "Ungdomen är 19 år." });
    let _ = office.does(INVESTIGATOR, &case, "give-feedback", &not_told).await.expect(200);
    let closed = office.does(DECIDER, &case, "close", &closing).await.expect(200).json;
    assert_eq!(closed["state"], "closed");
    let all =
        ["measure", "measure_done", "effect", "feedback", "feedback", "feedback", "feedback", "closing"];
    assert_eq!(kinds(&closed), all, "nothing is overwritten");
}

/// How often those who decide were told that something waits for them.
async fn told_to_decide(office: &Office) -> usize {
    let is_theirs = |parcel: &Value| {
        parcel["occasion"] == "task_waits" && parcel["recipient"]["role"] == "decision_maker"
    };
    office.parcels().await.into_iter().filter(is_theirs).count()
}

#[tokio::test]
async fn those_who_decide_are_told_once_that_a_case_can_be_closed_whatever_was_done_last() {
    for effect_is_last in [true, false] {
        let office = Office::open().await;
        let case = office.reported("a").await;
        let id = office.followed_up(&case).await;
        let before = told_to_decide(&office).await;
        let told = ["reporter", "staff_group", "youth", "guardian"].map(|to| ("give-feedback", feedback(to)));
        let mut deeds = Vec::from(told);
        deeds.insert(if effect_is_last { 4 } else { 0 }, ("judge-effect", effect(&id)));
        let (verb, body) = deeds.pop().unwrap();
        for (verb, body) in deeds {
            let _ = office.does(MANAGER, &case, verb, &body).await.expect(200);
        }
        assert_eq!(told_to_decide(&office).await, before, "something is left before {verb}");
        let _ = office.does(MANAGER, &case, verb, &body).await.expect(200);
        assert_eq!(told_to_decide(&office).await, before + 1, "after {verb}");
        let _ = office.does(MANAGER, &case, "give-feedback", &feedback("reporter")).await.expect(200);
        assert_eq!(told_to_decide(&office).await, before + 1, "they know");
    }
}

#[tokio::test]
async fn the_owner_of_a_measure_is_told_and_sees_it_and_nothing_else() {
    let office = Office::open().await;
    let case = office.reported("hemligheten").await;
    office.decided(&case).await;
    let address = format!("/api/v1/cases/{case}");
    let _ = office.program(PRINCIPAL).get(&address).await.expect(404);
    let _ = office.does(DECIDER, &case, "add-measure", &measure(PRINCIPAL)).await.expect(200);

    let told = office
        .parcels()
        .await
        .into_iter()
        .find(|parcel| parcel["recipient"]["person_id"] == json!(person(PRINCIPAL).as_uuid()));
    assert_eq!(told.unwrap()["due_on"], "2026-12-04");
    let sees = seen(&office, PRINCIPAL, &case).await;
    assert_eq!(
        (kinds(&sees), &sees["report"], &sees["decision"]),
        (vec!["measure"], &Value::Null, &Value::Null)
    );
    let mut browser = office.browser(PRINCIPAL).await;
    assert!(browser.page.has(&format!("a[href='/arenden/{case}']")), "it is on the start page");
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert!(page.text("#measures ~ .sheet").contains("Två vuxna vid grinden"));
    assert!(!page.html().contains("hemligheten") && !page.html().contains("Rutinen följdes inte"));
    let _ = office.does(PRINCIPAL, &case, "follow-up", &json!({})).await.expect(403);
    let _ = office.program("fritidsledare-stjarnvret").get(&address).await.expect(404);
}

#[tokio::test]
async fn a_measure_is_given_only_to_somebody_outside_the_matter() {
    let office = Office::open().await;
    let body = json!({ "text": "Min chef slog till honom.", "concerns_manager": true });
    let case = office.reported_by(REPORTER, &body).await;
    office.decided(&case).await;
    for login in [MANAGER, REPORTER, "fritidsledare-stjarnvret", "vardnadshavare-norrglimt"] {
        let refused = office.does(DECIDER, &case, "add-measure", &measure(login)).await.expect(422).json;
        assert_eq!(refused["errors"][0]["pointer"], "/owner", "{login}");
    }
    let passed = json!({ "text": "a", "owner": person(PRINCIPAL).as_uuid(), "due_on": "2026-11-20" });
    let refused = office.does(DECIDER, &case, "add-measure", &passed).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/due_on");
}

#[tokio::test]
async fn a_measure_with_a_new_day_is_followed_up_but_must_be_done_before_closing() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let planned = office.does(MANAGER, &case, "add-measure", &measure(PRINCIPAL)).await.expect(200).json;
    let id = planned["records"][0]["id"].as_str().unwrap();
    let moved = json!({ "measure": id, "progress": "replanned", "words": "Låset är beställt.", "due_on": "2027-01-15" });
    let _ = office.does(MANAGER, &case, "settle-measure", &moved).await.expect(200);
    assert_eq!(seen(&office, DECIDER, &case).await["due_on"], "2027-01-15", "the target follows the plan");
    let _ = office.does(MANAGER, &case, "follow-up", &json!({})).await.expect(200);
    assert_eq!(refused(&office, MANAGER, &case, "judge-effect", &effect(id)).await, "measure_done");
    let _ = office.does(MANAGER, &case, "settle-measure", &settled(id)).await.expect(200);
    let _ = office.does(MANAGER, &case, "settle-measure", &settled(id)).await.expect(409);
    let _ = office.does(MANAGER, &case, "judge-effect", &effect(id)).await.expect(200);
}

#[tokio::test]
async fn a_closed_case_is_opened_again_and_decided_anew_beside_the_old_decision() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.closed(&case).await;
    let bare = office.does(DECIDER, &case, "reopen", &json!({ "cause": "new_facts" })).await.expect(422).json;
    assert_eq!(bare["errors"][0]["pointer"], "/reasons");
    let again = json!({ "cause": "new_facts", "reasons": "Två nya rapporter." });
    let _ = office.does(INVESTIGATOR, &case, "reopen", &again).await.expect(403);
    let _ = office.does(DECIDER, &case, "reopen", &again).await.expect(200);
    let open = seen(&office, INVESTIGATOR, &case).await;
    assert_eq!((&open["state"], &open["decision"]["grade"]), (&json!("inquiry"), &json!("misconduct")));
    assert_eq!(open["entries"].as_array().unwrap().len(), 10, "nothing is gone");
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let mut anew = decision();
    anew["grade"] = json!("serious_misconduct");
    anew["ivo_required"] = json!(true);
    let decided = office.does(DECIDER, &case, "decide", &anew).await.expect(200).json;
    assert_eq!(
        (&decided["decision"]["grade"], &decided["ivo"]),
        (&json!("serious_misconduct"), &json!("required"))
    );
    let kept = testkit::everything_stored(&office.service.ground.database).await;
    let grades: Vec<_> = kept.iter().filter(|(column, _)| column == "decision.grade").collect();
    assert_eq!(grades.len(), 2, "the first decision stands as it was made");
}

#[tokio::test]
async fn what_was_done_after_an_earlier_decision_does_not_close_a_case_that_is_decided_anew() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.closed(&case).await;
    let old = seen(&office, DECIDER, &case).await["records"][0]["id"].as_str().unwrap().to_owned();
    office.world.clock.advance(chrono::TimeDelta::days(1));
    let again = json!({ "cause": "effect_failed", "reasons": "Grinden stod öppen igen." });
    let _ = office.does(DECIDER, &case, "reopen", &again).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);

    assert_eq!(refused(&office, MANAGER, &case, "follow-up", &json!({})).await, "measures_settled");
    let page = office.browser(MANAGER).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(page.has(&format!(".notice a[href='/arenden/{case}/atgard']")), "a measure is to be planned");
    let planned = office.does(MANAGER, &case, "add-measure", &measure(MANAGER)).await.expect(200).json;
    let new = planned["records"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap();
    let _ = office.does(MANAGER, &case, "settle-measure", &settled(new)).await.expect(200);
    let _ = office.does(MANAGER, &case, "follow-up", &json!({})).await.expect(200);

    let closing = json!({ "note": "Det har hjälpt." });
    assert_eq!(refused(&office, DECIDER, &case, "close", &closing).await, "effect_judged");
    let of_the_old = office.does(MANAGER, &case, "judge-effect", &effect(&old)).await.expect(422).json;
    assert_eq!(of_the_old["errors"][0]["pointer"], "/measure");
    let _ = office.does(MANAGER, &case, "judge-effect", &effect(new)).await.expect(200);
    for to in ["reporter", "staff_group", "youth", "guardian"] {
        assert_eq!(
            refused(&office, DECIDER, &case, "close", &closing).await,
            "feedback_given",
            "before {to}"
        );
        let _ = office.does(MANAGER, &case, "give-feedback", &feedback(to)).await.expect(200);
    }
    let closed = office.does(DECIDER, &case, "close", &closing).await.expect(200).json;
    assert_eq!(kinds(&closed).iter().filter(|kind| **kind == "measure").count(), 2, "the old one stands");
}

#[tokio::test]
async fn what_is_not_lex_sarah_stays_registered() {
    let office = Office::open().await;
    let case = office.reported("Det hände i skolan.").await;
    office.taken(&case).await;
    let _ = office.program(DECIDER).get(&format!("/api/v1/cases/{case}")).await.expect(404);
    let proposal = json!({ "reasons": "Det hände i skolan.", "opened": "school_violation", "reference": "rektor, 21 november" });
    let bare = json!({ "reasons": "Det hände i skolan." });
    let refused = office.does(INVESTIGATOR, &case, "propose-out-of-scope", &bare).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/opened", "another matter must have been opened");
    let _ = office.does(INVESTIGATOR, &case, "propose-out-of-scope", &proposal).await.expect(200);
    let listed = office.program(DECIDER).get("/api/v1/cases").await.expect(200).json;
    assert_eq!(listed["items"][0]["state"], "assessing", "it is on the decision-maker's workbench");

    let no = json!({ "agrees": "no", "reasons": "Korttidstillsynen hade börjat." });
    let _ = office.does(DECIDER, &case, "find-out-of-scope", &no).await.expect(204);
    let _ = office.program(DECIDER).get(&format!("/api/v1/cases/{case}")).await.expect(404);
    assert_eq!(seen(&office, INVESTIGATOR, &case).await["state"], "assessing", "it goes on as lex Sarah");

    let _ = office.does(INVESTIGATOR, &case, "propose-out-of-scope", &proposal).await.expect(200);
    let yes = json!({ "agrees": "yes", "reasons": "Det är skolans sak." });
    let _ = office.does(INVESTIGATOR, &case, "find-out-of-scope", &yes).await.expect(403);
    let found = office.does(DECIDER, &case, "find-out-of-scope", &yes).await.expect(200).json;
    assert_eq!(found["state"], "out_of_scope");
    assert_eq!(found["diary_number"], "UTBF 2026-1", "the report stays registered");
    assert_eq!(found["report"]["text"], "Det hände i skolan.");
    let own = office.program(REPORTER).get("/api/v1/reports").await.expect(200).json;
    assert_eq!(own["items"][0]["status"], "decided");
    let reporter = json!(person(REPORTER).as_uuid());
    let told = office
        .parcels()
        .await
        .into_iter()
        .filter(|parcel| parcel["occasion"] == "decided" && parcel["recipient"]["person_id"] == reporter);
    assert_eq!(told.count(), 1, "the reporter is told that it is decided");
}

#[tokio::test]
async fn an_old_log_in_neither_closes_nor_opens_nor_answers() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.closed(&case).await;
    let program = office.program(DECIDER);
    office.world.clock.advance(chrono::TimeDelta::seconds(301));
    let address = format!("/api/v1/cases/{case}");
    let tag = program.get(&address).await.expect(200).etag();
    for verb in ["reopen", "close", "find-out-of-scope"] {
        let program = program.clone().header("if-match", tag.clone());
        let body = json!({});
        let refused = program.post(&format!("{address}/{verb}"), &body).await.expect(401);
        assert!(refused.headers["www-authenticate"].to_str().unwrap().contains("max_age=300"), "{verb}");
    }
}

#[tokio::test]
async fn remedied_is_noted_beside_the_inquiry_with_what_shows_it() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let body = json!({ "done": "Grinden är lagad.", "evidence": "Vaktmästarens kvitto." });
    let bare = json!({ "done": "Grinden är lagad." });
    let refused = office.does(MANAGER, &case, "remedy", &bare).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/evidence");
    let _ = office.does(MANAGER, &case, "remedy", &body).await.expect(200);
    office.taken(&case).await;
    assert_eq!(kinds(&seen(&office, INVESTIGATOR, &case).await), ["remedy"]);
    let _ = office.does(INVESTIGATOR, &case, "remedy", &body).await.expect(403);
}

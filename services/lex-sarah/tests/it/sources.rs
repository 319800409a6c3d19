//! What the inquiry rests on: talks with somebody on a day, documents, what was seen, what those it concerns say (law A.6).

use serde_json::{Value, json};
use testkit::everything_stored;

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office};

const TEXT: &str = "Grinden var olåst.";

fn resting_on(source: &Value) -> Value {
    let mut entry = json!({ "section": 4, "kind": "fact", "text": TEXT });
    entry.as_object_mut().unwrap().extend(source.as_object().unwrap().clone());
    entry
}

#[tokio::test]
async fn an_entry_says_whom_somebody_talked_with_and_when_and_the_next_can_rest_on_the_same() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get(&format!("/arenden/{case}/anteckna?avsnitt=4")).await;
    let talk = [
        ("kind", "fact"),
        ("source_kind", "interview"),
        ("source", "personal 2"),
        ("source_on", "2026-11-19"),
        ("text", TEXT),
    ];
    let page = browser.submit("", &talk).await;
    assert!(page.text(".entry").contains("Källa: Samtal, personal 2, 2026-11-19"), "{}", page.text(".entry"));
    assert_eq!(page.text(".sources summary"), "Källor i utredningen: 1");

    let again = page.attribute(".sources a", "href").unwrap();
    let page = browser.get(&again).await;
    assert!(page.has("[name=source_kind][value=interview][checked]"), "the source is filled in");
    assert!(page.has("#source[value='personal 2']") && page.has("#source_on[value='2026-11-19']"));
    assert_eq!(page.exact_text("textarea#text").trim(), "", "and nothing else");
    let page = browser.submit("", &[("section", "3"), ("kind", "fact"), ("text", "Klockan tre.")]).await;
    assert_eq!(page.texts(".entry").len(), 2);
    let listed = page.texts(".sources li");
    assert!(listed.len() == 1 && listed[0].contains("uppgifter: 2"), "one source: {listed:?}");

    let read = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    let entry = &read["entries"][0];
    assert_eq!(
        [&entry["source_kind"], &entry["source"], &entry["source_on"]],
        ["interview", "personal 2", "2026-11-19"]
    );
}

#[tokio::test]
async fn each_kind_of_source_asks_for_what_tells_it_from_others() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let wanting = async |source: Value| {
        let refused =
            office.does(INVESTIGATOR, &case, "add-entry", &resting_on(&source)).await.expect(422).json;
        let errors = refused["errors"].as_array().unwrap().iter();
        errors.map(|error| error["pointer"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for kind in ["interview", "statement"] {
        assert_eq!(wanting(json!({ "source_kind": kind })).await, ["/source", "/source_on"], "{kind}");
    }
    assert_eq!(wanting(json!({ "source_kind": "observation" })).await, ["/source_on"]);
    assert_eq!(wanting(json!({ "source_kind": "document" })).await, ["/source"]);
    assert_eq!(wanting(json!({})).await, ["/source"], "a kind may be left out, not the source");
    let to_come = json!({ "source_kind": "interview", "source": "personal 2", "source_on": "2026-11-22" });
    assert_eq!(wanting(to_come).await, ["/source_on"], "nobody has been heard tomorrow");

    for source in [
        json!({ "source_kind": "document", "source": "schemat för dagen" }),
        json!({ "source_kind": "observation", "source_on": "2026-11-20" }),
        json!({ "source_kind": "statement", "source": "personal 1", "source_on": "2026-11-21" }),
        json!({ "source": "en granne" }),
    ] {
        let _ = office.does(INVESTIGATOR, &case, "add-entry", &resting_on(&source)).await.expect(200);
    }
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}")).await;
    let said: Vec<_> = page.texts(".sources li bdi");
    assert_eq!(
        said,
        [
            "Handling, schemat för dagen",
            "Egen iakttagelse, 2026-11-20",
            "Yttrande, personal 1, 2026-11-21",
            "en granne"
        ]
    );
}

#[tokio::test]
async fn the_name_of_somebody_heard_is_found_before_the_inquiry_is_complete_and_is_sealed() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.filled(&case).await;
    let source = json!({ "source_kind": "interview", "source": "Filip Provsson", "source_on": "2026-11-20" });
    let _ = office.does(INVESTIGATOR, &case, "add-entry", &resting_on(&source)).await.expect(200);
    let complete = json!({ "similar_before": "no", "proposed_grade": "misconduct" });
    let refused = office.does(INVESTIGATOR, &case, "complete-inquiry", &complete).await.expect(422).json;
    assert_eq!(refused["errors"][0]["pointer"], "/kept", "the reporter's name");
    let stored = everything_stored(&office.service.ground.database).await;
    let shows = |(column, value): &(String, String)| {
        column.starts_with("entry.")
            && (value.contains("Filip") || value.contains("interview") || value.contains("2026-11-20"))
    };
    assert!(!stored.iter().any(shows), "neither who, how nor when");
}

#[tokio::test]
async fn those_at_the_unit_and_the_decision_maker_who_waits_see_no_source() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let source = json!({ "source_kind": "statement", "source": "personal 1", "source_on": "2026-11-20" });
    let _ = office.does(INVESTIGATOR, &case, "add-entry", &resting_on(&source)).await.expect(200);
    let received = office.program(MANAGER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(received["entries"], json!([]));
    let _ = office.program(DECIDER).get(&format!("/api/v1/cases/{case}")).await.expect(404);
}

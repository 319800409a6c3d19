//! Who may know of what.

use sea_orm::ConnectionTrait;
use serde_json::json;
use testkit::organisation::{NORRGLIMT, STJARNVRET};

use crate::office::{MANAGER, Office};

const EVERYBODY: [&str; 18] = [
    "gruppchef-norrglimt",
    "rektor-norrglimt",
    "fritidsledare-norrglimt",
    "vardnadshavare-norrglimt",
    "ungdom-norrglimt",
    "rektor-stjarnvret",
    "fritidsledare-stjarnvret",
    "gruppchef-nattugglan",
    "huvudmannarepresentant",
    "utredare-1",
    "utredare-2",
    "beslutsfattare",
    "registrator",
    "arkivarie",
    "dataskyddsombud",
    "administrator",
    "utan-roll",
    "kontaktcenter",
];

/// What each gets of a complaint about `unit`: 200 with content, 200 without, or 404. The list says the same.
async fn who_sees(office: &Office, unit: serde_json::Value) -> (Vec<&'static str>, Vec<&'static str>) {
    let mut body = json!({ "text": "a" });
    body["unit_id"] = unit;
    let sent = office.receives(body).await;
    let (mut read, mut see) = (Vec::new(), Vec::new());
    for login in EVERYBODY {
        let answer = office.reads(login, &sent).await;
        let list = office.program(login).get("/api/v1/complaints?limit=100").await;
        let listed = list.json["complaints"]
            .as_array()
            .is_some_and(|all| all.iter().any(|c| c["id"] == sent.id.as_str()));
        match answer.status.as_u16() {
            200 if answer.json["content"].is_null() => see.push(login),
            200 => read.push(login),
            404 => {}
            other => panic!("{login}: {other}"),
        }
        assert_eq!(listed, answer.status == 200, "{login}: list and page must say the same");
        let may_list = read.contains(&login) || see.contains(&login) || list.status == 200;
        assert!(may_list || list.status == 403);
    }
    (read, see)
}

#[tokio::test]
async fn each_sees_what_their_role_gives_and_nothing_else() {
    let office = Office::open().await;
    assert_eq!(
        who_sees(&office, json!(NORRGLIMT)).await,
        (vec![MANAGER, "rektor-norrglimt"], vec!["registrator"])
    );
    assert_eq!(who_sees(&office, json!(STJARNVRET)).await, (vec!["rektor-stjarnvret"], vec!["registrator"]));
    assert_eq!(who_sees(&office, json!(null)).await, (vec!["registrator"], vec![]));
}

#[tokio::test]
async fn reading_leaves_a_trace_each_time_and_asking_who_has_read_does_too() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = office.reads(MANAGER, &sent).await.expect(200);
    let _ = office.reads("rektor-norrglimt", &sent).await.expect(200);
    let _ = office.reads("registrator", &sent).await.expect(200);
    let _ = office.reads("utredare-1", &sent).await.expect(404);
    let readings = format!("/api/v1/complaints/{}/readings", sent.id);
    let _ = office.program("registrator").get(&readings).await.expect(404);
    let _ = office.program(MANAGER).get(&readings).await.expect(200);
    let traces = office.program(MANAGER).get(&readings).await.expect(200).json["traces"].clone();
    let actions: Vec<_> = traces.as_array().unwrap().iter().map(|t| t["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["submit", "register", "read", "read", "read_metadata", "read_traces"]);
}

#[tokio::test]
async fn a_reading_that_cannot_leave_its_trace_shows_nothing() {
    let office = Office::open().await;
    let sent = office.receives_text("Grinden stod öppen.").await;
    let page = format!("/arenden/{}", sent.id);
    let mut browser = office.browser(MANAGER).await;
    assert!(browser.get(&page).await.html().contains("Grinden stod öppen."));
    let reader = office.staff.ground.database.reader();
    reader.execute_unprepared("ALTER TABLE audit RENAME TO audit_away").await.unwrap();
    let shown = browser.get(&page).await;
    assert!(shown.status.is_server_error(), "{}", shown.status);
    assert!(!shown.html().contains("Grinden"));
    let answer = office.reads(MANAGER, &sent).await;
    assert!(answer.status.is_server_error(), "{}", answer.status);
    assert!(!String::from_utf8_lossy(&answer.bytes).contains("Grinden"));
    reader.execute_unprepared("ALTER TABLE audit_away RENAME TO audit").await.unwrap();
    assert_eq!(browser.get(&page).await.status, 200, "it was for the trace alone");
}

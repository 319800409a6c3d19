//! Tokens, versions, and what is not there.

use proto::Service;
use serde_json::{Value, json};

use crate::office::{MANAGER, Office, ordinary};

#[tokio::test]
async fn without_a_good_token_nothing_is_given_out() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let address = format!("/api/v1/complaints/{}", sent.id);
    let issuer = &office.world.issuer;
    let forged = issuer.access_token(MANAGER, Service::Complaints).replace('A', "B");
    let tokens = [
        issuer.access_token(MANAGER, Service::LexSarah),
        issuer.token_for(MANAGER, "complaints", 86_400),
        forged,
        "x".to_owned(),
    ];
    for token in tokens {
        let _ = office.staff.program().bearer(&token).get(&address).await.expect(401);
    }
    let _ = office.staff.program().get(&address).await.expect(401);
    let _ = office.staff.program().get("/api/v1/complaints").await.expect(401);
    let service = issuer.service_token(Service::LexSarah, Service::Complaints);
    let _ = office.staff.program().bearer(&service).get(&address).await.expect(403);
    let expired = issuer.access_token(MANAGER, Service::Complaints);
    office.world.clock.advance(chrono::TimeDelta::minutes(10));
    let _ = office.staff.program().bearer(&expired).get(&address).await.expect(401);
}

#[tokio::test]
async fn a_browsers_session_opens_no_programs_address() {
    let office = Office::open().await;
    let mut browser = office.browser(MANAGER).await;
    assert_eq!(browser.get("/api/v1/complaints").await.status, 401);
}

#[tokio::test]
async fn a_change_names_the_version_it_is_made_to() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let address = format!("/api/v1/complaints/{}", sent.id);
    let verb = format!("{address}/triage");
    let manager = office.program(MANAGER);
    let tag = manager.get(&address).await.expect(200).etag();
    let _ = manager.post(&verb, &ordinary()).await.expect(428);
    let _ = manager.clone().header("if-match", "\"1\"").post(&verb, &ordinary()).await.expect(412);
    let _ = manager.clone().header("if-match", "*").post(&verb, &ordinary()).await.expect(412);
    let done = manager.clone().header("if-match", tag.clone()).post(&verb, &ordinary()).await.expect(204);
    assert_eq!(manager.get(&address).await.expect(200).etag(), done.etag());
    let _ = manager.clone().header("if-match", tag.clone()).post(&verb, &ordinary()).await.expect(412);
    let _ = manager.clone().header("if-none-match", done.etag()).get(&address).await.expect(304);
    let _ = manager.header("if-none-match", tag).get(&address).await.expect(200);
}

#[tokio::test]
async fn two_who_answer_at_the_same_moment_make_one_answer() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let _ = office.does(MANAGER, &sent, "triage", &ordinary()).await.expect(204);
    office.inquires(MANAGER, &sent).await;
    let address = format!("/api/v1/complaints/{}", sent.id);
    let tag = office.program(MANAGER).get(&address).await.expect(200).etag();
    let program = office.program(MANAGER).header("if-match", tag);
    let calls: Vec<_> = (0..8)
        .map(|n| {
            let (program, address) = (program.clone(), format!("{address}/answer"));
            tokio::spawn(async move { program.post(&address, &json!({ "text": format!("svar {n}") })).await })
        })
        .collect();
    let mut statuses = Vec::new();
    for call in calls {
        statuses.push(call.await.unwrap().status.as_u16());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 412, 412, 412, 412, 412, 412, 412]);
    assert_eq!(office.dialogue(&sent).await["messages"].as_array().unwrap().len(), 2);
    assert_eq!(office.parcels("quality").await.len(), 1);
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_theirs_look_alike() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let stranger = office.program("rektor-stjarnvret");
    let mut answers = Vec::new();
    for id in [sent.id.as_str(), &kernel::Uuid::now_v7().to_string(), "hej"] {
        for path in [format!("/api/v1/complaints/{id}"), format!("/api/v1/complaints/{id}/readings")] {
            let mut answer = stranger.get(&path).await.expect(404);
            answer.json["instance"] = Value::Null;
            answers.push(answer.json);
        }
        let verb = format!("/api/v1/complaints/{id}/triage");
        let mut answer =
            stranger.clone().header("if-match", "\"2\"").post(&verb, &ordinary()).await.expect(404);
        answer.json["instance"] = Value::Null;
        answers.push(answer.json);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
}

#[tokio::test]
async fn a_refusal_says_its_reason() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    let early = office.does(MANAGER, &sent, "answer", &json!({ "text": "b" })).await.expect(409);
    assert_eq!(early.json["detail"], "a complaint that is registered cannot be given answer");
    let other = office.does("rektor-norrglimt", &sent, "triage", &ordinary()).await.expect(403);
    assert_eq!(other.json["detail"], "triage is for somebody else to do");
}

#[tokio::test]
async fn a_triage_must_hold_together() {
    let office = Office::open().await;
    let sent = office.receives_text("a").await;
    for (field, value, pointer) in [
        ("severity", json!(4), "/severity"),
        ("severity", json!(5), "/severity"),
        ("no_conflict", json!(false), "/no_conflict"),
        ("category", json!("LEX_SARAH"), "/category"),
        ("grade", json!("SERIOUS"), "/grade"),
        ("threat", Value::Null, "/threat"),
    ] {
        let mut body = ordinary();
        body[field] = value;
        let answer = office.does(MANAGER, &sent, "triage", &body).await.expect(422);
        assert_eq!(answer.json["errors"][0]["pointer"], pointer);
    }
}

#[tokio::test]
async fn the_list_pages_within_its_limits() {
    let office = Office::open().await;
    for n in 0..5 {
        office.receives_text(&n.to_string()).await;
    }
    let manager = office.program(MANAGER);
    let list = |query: &'static str| {
        let manager = manager.clone();
        async move { manager.get(&format!("/api/v1/complaints{query}")).await }
    };
    let all = list("").await.expect(200).json["complaints"].as_array().unwrap().clone();
    assert_eq!(all.len(), 5);
    let page = list("?limit=2&page=2").await.expect(200).json;
    assert_eq!(page["complaints"].as_array().unwrap()[..], all[2..4]);
    assert_eq!(list("?state=triaged").await.expect(200).json["complaints"].as_array().unwrap().len(), 0);
    for (query, status) in [
        ("?limit=0", 422),
        ("?limit=101", 422),
        ("?page=0", 422),
        ("?limit=100&page=101", 422),
        ("?state=x", 400),
        ("?sort=x", 400),
    ] {
        let _ = list(query).await.expect(status);
    }
    let answer = list("").await.expect(200);
    let _ =
        manager.clone().header("if-none-match", answer.etag()).get("/api/v1/complaints").await.expect(304);
}

#[tokio::test]
async fn the_list_is_gone_through_by_cursor_while_new_ones_come_in() {
    let office = Office::open().await;
    for n in 0..5 {
        office.receives_text(&n.to_string()).await;
        office.world.clock.advance(chrono::TimeDelta::seconds(1));
    }
    let manager = office.program(MANAGER);
    let all = manager.get("/api/v1/complaints").await.expect(200).json;
    assert_eq!((&all["page"], &all["next_cursor"]), (&json!(1), &Value::Null), "there is no more");
    let mut page = manager.get("/api/v1/complaints?limit=2").await.expect(200).json;
    let mut seen = page["complaints"].as_array().unwrap().clone();
    office.receives_text("meanwhile").await;
    while let Some(cursor) = page["next_cursor"].as_str() {
        page = manager.get(&format!("/api/v1/complaints?limit=2&cursor={cursor}")).await.expect(200).json;
        assert_eq!(page["page"], Value::Null);
        seen.extend(page["complaints"].as_array().unwrap().iter().cloned());
    }
    assert_eq!(&seen, all["complaints"].as_array().unwrap(), "each once, and none that came since");
    for query in ["cursor=hej", "cursor=AAAA", "cursor=f_________8AAAAAAAAAAAAAAAAAAAAA", "cursor=&page=1"] {
        let _ = manager.get(&format!("/api/v1/complaints?{query}")).await.expect(422);
    }
}

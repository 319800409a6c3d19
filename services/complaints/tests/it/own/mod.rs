//! Guardians and youths who are logged in.

use chrono::TimeDelta;
use proto::{Service, organisation::Role};
use testkit::{
    Browser,
    organisation::{NORRGLIMT, STJARNVRET},
};

use crate::{
    api::attachments::PNG,
    office::{MANAGER, Office, ordinary},
};

const GUARDIAN: &str = "vardnadshavare-norrglimt";
const YOUTH: &str = "ungdom-norrglimt";

/// Writes and sends; ends on the list of their matters.
async fn sends(office: &Office, login: &str, text: &str) -> Browser {
    let mut browser = office.browser(login).await;
    browser.get("/mina-arenden/skriv").await;
    browser.submit("", &[("text", text), ("unit", &NORRGLIMT.to_string())]).await;
    assert_eq!(browser.page.path, "/mina-arenden", "{}", browser.page.html());
    browser
}

async fn opens(browser: &mut Browser) -> String {
    let address = browser.page.attribute("main li a", "href").unwrap();
    browser.get(&address).await;
    address
}

#[tokio::test]
async fn a_guardian_sends_and_follows_without_a_code() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    assert_eq!(guardian.get("/").await.path, "/mina-arenden");
    assert!(guardian.page.text("main").contains("Du har inte skickat något"));
    let mut guardian = sends(&office, GUARDIAN, "Bilen kom för sent.").await;
    complaints::actions::register(&office.app).await.unwrap();
    let address = opens(&mut guardian).await;
    assert!(guardian.page.text(".dialogue").contains("Bilen kom för sent."));
    assert!(guardian.page.text("ul.done").contains("Vi registrerade det."));
    assert!(!guardian.page.has(".code"), "no code is needed");
    guardian.submit("", &[("words", "Det var i torsdags.")]).await;
    assert_eq!(guardian.page.path, address);
    assert!(guardian.page.has(".notice.good"), "one is told that it went");
    assert!(guardian.page.text(".dialogue").contains("Det var i torsdags."));

    let id = address.rsplit('/').next().unwrap().to_owned();
    let sent = crate::office::Sent { id, number: String::new(), receipt: String::new() };
    let read = office.reads(MANAGER, &sent).await.expect(200).json.to_string();
    for said in ["Bilen kom för sent.", "Det var i torsdags.", "Vera Provsson", "guardian"] {
        assert!(read.contains(said), "the manager does not see {said}");
    }
    office.does(MANAGER, &sent, "triage", &ordinary()).await.expect_success();
    office.does(MANAGER, &sent, "start-inquiry", &serde_json::Value::Null).await.expect_success();
    office
        .does(MANAGER, &sent, "message", &serde_json::json!({ "text": "Vi ringer dig." }))
        .await
        .expect_success();
    assert!(guardian.get(&address).await.text(".dialogue").contains("Vi ringer dig."));
}

#[tokio::test]
async fn who_leaves_an_address_is_told_that_there_is_an_answer_and_not_what_it_says() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    assert!(guardian.page.text("#email-hint").contains("aldrig vad det står"));
    let unit = NORRGLIMT.to_string();
    let fields = [("text", "Bilen kom för sent."), ("unit", unit.as_str()), ("email", "vera@example.org")];
    guardian.submit("", &fields).await;
    let address = opens(&mut guardian).await;
    complaints::actions::register(&office.app).await.unwrap();
    let id = address.rsplit('/').next().unwrap().to_owned();
    let sent = crate::office::Sent { id, number: String::new(), receipt: String::new() };
    let answer = serde_json::json!({ "text": "Nu går bussen." });
    let verbs = [("triage", ordinary()), ("start-inquiry", serde_json::Value::Null), ("answer", answer)];
    office.handles(&sent, &verbs).await;
    let told = office.parcels("notifications").await;
    let ready = told.iter().find(|message| message["occasion"] == "answer_ready").unwrap();
    let sealed = ready["recipient"]["sealed"].as_str().unwrap();
    let sealed = data_encoding::BASE64.decode(sealed.as_bytes()).unwrap();
    let opened = office.world.rings[&Service::Notifications].open_any("lyssna address v1", &sealed).unwrap();
    assert_eq!(opened.as_slice(), b"vera@example.org");
    let told = serde_json::Value::from(told).to_string();
    for said in ["Bilen", "bussen", "Provsson", "example.org"] {
        assert!(!told.contains(said), "{said}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_named_beside_it_and_nothing_typed_is_lost() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    let unit = NORRGLIMT.to_string();
    guardian.submit("", &[("text", "Bilen kom."), ("unit", unit.as_str()), ("email", "vera@")]).await;
    assert_eq!(guardian.page.status, 422);
    let fault = "Fel: E-postadressen stämmer inte. Skriv den som namn@exempel.se.";
    assert_eq!(guardian.page.text("#email-error"), fault);
    assert_eq!(guardian.page.text("textarea"), "Bilen kom.");
    assert_eq!(guardian.page.attribute("input[name=email]", "value").as_deref(), Some("vera@"));
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn what_a_youth_writes_is_theirs_alone() {
    let office = Office::open().await;
    let mut youth = sends(&office, YOUTH, "Jag vill inte att mamma vet.").await;
    let address = opens(&mut youth).await;
    assert!(youth.page.text(".dialogue").contains("Jag vill inte"));
    for other in [GUARDIAN, MANAGER, "fritidsledare-norrglimt", "registrator", "utan-roll"] {
        let mut browser = office.browser(other).await;
        assert_eq!(browser.get(&address).await.status, 404, "{other}");
        browser.get("/mina-arenden").await;
        assert!(!browser.page.has("main li a[href^='/mina-arenden/0']"), "{other}");
    }
    assert!(youth.get("/mina-arenden/skriv").await.text("main").contains("bara du som får svaret"));
}

#[tokio::test]
async fn a_guardian_s_access_ends_on_the_day_the_youth_turns_eighteen() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Före dagen.").await;
    let address = opens(&mut guardian).await;
    let today = kernel::calendar::swedish_day(office.app.now());
    let mut register = testkit::organisation::organisation();
    // The register holds the last day: the one before the birthday.
    for assignment in register.assignments.iter_mut().filter(|assignment| assignment.role == Role::Guardian) {
        assignment.to = Some(today);
    }
    office.staff.ground.directory.replace(register);
    assert_eq!(guardian.get(&address).await.status, 200, "on the eve");
    office.world.clock.advance(TimeDelta::days(1));
    let mut guardian = office.browser(GUARDIAN).await;
    assert_eq!(guardian.get(&address).await.status, 404);
    guardian.get("/mina-arenden").await;
    assert!(!guardian.page.html().contains(&address));
    assert_eq!(
        guardian.get("/mina-arenden/skriv").await.texts("input[name=unit]").len(),
        0,
        "nor write anew"
    );
}

#[tokio::test]
async fn nobody_writes_about_a_unit_that_is_not_theirs() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    guardian.submit("", &[("text", "a"), ("unit", &STJARNVRET.to_string())]).await;
    assert_eq!(guardian.page.status, 422);
    assert_eq!(guardian.page.text("textarea"), "a", "what was written is kept");
    let mut staff = office.browser("fritidsledare-norrglimt").await;
    staff.get("/mina-arenden/skriv").await;
    staff.submit("", &[("text", "a"), ("unit", &NORRGLIMT.to_string())]).await;
    assert_eq!(staff.page.status, 422);
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_complaint_and_an_empty_one_none() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    guardian.submit("", &[("text", " "), ("unit", &NORRGLIMT.to_string())]).await;
    assert_eq!(guardian.page.text("#text-error"), "Fel: Berätta vad som har hänt. Några ord räcker.");
    let form = guardian.page.attribute("input[name=form]", "value").unwrap();
    for _ in 0..2 {
        guardian.get("/mina-arenden/skriv").await;
        let fields = [("text", "En gång."), ("unit", &*NORRGLIMT.to_string()), ("form", &form)];
        guardian.submit("", &fields).await;
    }
    assert_eq!(guardian.page.texts("main li a").len(), 1);
}

#[tokio::test]
async fn these_pages_speak_every_language_and_those_of_staff_two() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    assert_eq!(guardian.get("/mina-arenden").await.texts(".languages li").len(), 5);
    guardian.get("/mina-arenden/skriv").await;
    guardian.submit("", &[("text", "نص"), ("switch_language", "ar")]).await;
    assert_eq!(guardian.page.attribute("html", "dir").as_deref(), Some("rtl"));
    assert_eq!(guardian.page.text("textarea"), "نص");
    assert_eq!(guardian.get("/om").await.attribute("html", "lang").as_deref(), Some("sv"));
    let mut manager = office.browser(MANAGER).await;
    assert_eq!(manager.get("/").await.texts(".languages li").len(), 2);
}

#[tokio::test]
async fn who_is_logged_in_takes_the_answer_home_and_nobody_else_does() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Bilen kom för sent.").await;
    let address = opens(&mut guardian).await;
    let letter = format!("{address}/brev");
    assert_eq!(guardian.get(&letter).await.status, 404, "there is no answer yet");
    complaints::actions::register(&office.app).await.unwrap();
    let id = address.rsplit('/').next().unwrap().to_owned();
    let sent = crate::office::Sent { id, number: String::new(), receipt: String::new() };
    let answer = serde_json::json!({ "text": "Nu går bussen." });
    let verbs = [("triage", ordinary()), ("start-inquiry", serde_json::Value::Null), ("answer", answer)];
    office.handles(&sent, &verbs).await;
    guardian.get(&address).await;
    assert_eq!(guardian.page.attribute("a[href$='/brev']", "href"), Some(letter.clone()));
    let paper = guardian.get(&letter).await;
    assert_eq!(paper.status, 200);
    assert_eq!(paper.headers["content-type"], "application/pdf");
    if let Some(said) =
        testkit::pdf_text("who_is_logged_in_takes_the_answer_home_and_nobody_else_does", &paper.bytes)
    {
        assert!(said.contains("Nu går bussen."), "{said}");
    }
    for other in [YOUTH, MANAGER, "registrator"] {
        assert_eq!(office.browser(other).await.get(&letter).await.status, 404, "{other}");
    }
}

#[tokio::test]
async fn a_picture_is_added_to_an_own_matter_and_seen_by_those_who_handle_it() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Så här såg det ut.").await;
    let address = opens(&mut guardian).await;
    assert!(guardian.page.text("main").contains("Svar senast"), "{}", guardian.page.text("main"));
    guardian.upload(&format!("{address}/filer"), "file", "tom.png", b"").await;
    assert_eq!(guardian.page.status, 422);
    assert!(guardian.page.text("#file-error").contains("Filen är tom."));
    guardian.upload(&format!("{address}/filer"), "file", "hallen.png", PNG).await;
    assert!(guardian.page.has(".notice.good"), "{}", guardian.page.text("main"));
    assert!(guardian.page.text("main").contains("hallen.png"));
    let id = address.rsplit('/').next().unwrap().to_owned();
    let mut manager = office.browser(MANAGER).await;
    manager.get(&format!("/arenden/{id}")).await;
    assert!(manager.page.text("main").contains("hallen.png"), "{}", manager.page.text("main"));
    for other in [YOUTH, MANAGER] {
        let mut browser = office.browser(other).await;
        let form = "multipart/form-data; boundary=edge";
        assert_eq!(browser.post(&format!("{address}/filer"), form, "--edge--").await.status, 404, "{other}");
    }
}

//! What somebody who is logged in has begun to write, and the files with it.

use chrono::TimeDelta;
use complaints::actions;
use proto::organisation::Role;
use testkit::{
    Browser, everything_stored,
    organisation::{organisation, person},
};

use super::{GUARDIAN, GUARDIAN_OF_TWO, MANAGER, YOUTH, opens, sends};
use crate::{api::attachments::PNG, office::Office, public::parts};

const WRITE: &str = "/mina-arenden/skriv";
const FILES: &str = "/mina-arenden/skriv/filer";
const MARKERS: [&str; 5] =
    ["Kanariefågel", "kanarie@example.org", "070-555 01 02", "Kanarieklockan", "kanarietolk"];

/// Presses a button of the form that leads elsewhere than to sending.
async fn presses(browser: &mut Browser, way: &str, fields: &[(&str, &str)]) {
    if browser.page.path != WRITE {
        browser.get(WRITE).await;
    }
    browser.submit_to(&format!("{WRITE}?{way}"), fields).await;
}

async fn writes_everything(office: &Office, login: &str) -> Browser {
    let mut browser = office.browser(login).await;
    let [text, email, phone, reach, interpreter] = MARKERS;
    let fields = [
        ("text", text),
        ("email", email),
        ("phone", phone),
        ("reach", reach),
        ("interpreter", interpreter),
        ("easy_read", "yes"),
        ("about_manager", "yes"),
    ];
    presses(&mut browser, "spara=1", &fields).await;
    assert_eq!(browser.page.path, "/mina-arenden");
    browser
}

#[tokio::test]
async fn what_was_begun_is_found_again_at_the_next_log_in_and_can_be_sent() {
    let office = Office::open().await;
    let browser = writes_everything(&office, GUARDIAN).await;
    assert_eq!(browser.page.text(".notice.good"), "Det du har skrivit är sparat");
    let mut elsewhere = office.browser(GUARDIAN).await;
    elsewhere.get("/mina-arenden").await;
    assert_eq!(elsewhere.page.text("#begun"), "Du har börjat skriva");
    elsewhere.get(WRITE).await;
    assert_eq!(elsewhere.page.text("textarea"), MARKERS[0]);
    for (name, value) in ["email", "phone", "reach", "interpreter"].into_iter().zip(&MARKERS[1..]) {
        let kept = elsewhere.page.attribute(&format!("#{name}"), "value");
        assert_eq!(kept.as_deref(), Some(*value), "{name}");
    }
    assert!(elsewhere.page.has("#easy_read[checked]") && elsewhere.page.has("#about_manager[checked]"));
    elsewhere.submit("", &[]).await;
    assert_eq!(elsewhere.page.path, "/mina-arenden", "{}", elsewhere.page.html());
    assert!(!elsewhere.page.has("#begun"), "what was sent is begun no more");
    assert_eq!(office.count("draft.token_hash").await, 0);
    elsewhere.get(WRITE).await;
    assert_eq!(elsewhere.page.text("textarea"), "");
}

#[tokio::test]
async fn the_phone_number_of_who_is_logged_in_reaches_those_who_handle_it() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(WRITE).await;
    guardian.submit("", &[("text", "Ring mig."), ("phone", &"0".repeat(51))]).await;
    assert_eq!(guardian.page.status, 422);
    assert_eq!(guardian.page.text("#phone-error"), "Fel: Det är för långt. Skriv högst 50 tecken.");
    guardian.submit("", &[("phone", "070-174 06 11")]).await;
    assert_eq!(guardian.page.path, "/mina-arenden");
    let mut manager = office.browser(MANAGER).await;
    let address = manager.page.attribute("tbody a", "href").unwrap();
    manager.get(&address).await;
    assert!(manager.page.text("main").contains("070-174 06 11"));
}

#[tokio::test]
async fn it_is_saved_as_one_types_and_what_comes_after_sending_begins_nothing() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(WRITE).await;
    let page = guardian.page.clone();
    assert_eq!(page.attribute("#form", "data-saves").as_deref(), Some("/mina-arenden/skriv?tyst=1"));
    presses(&mut guardian, "tyst=1", &[("text", "Bilen k")]).await;
    assert_eq!(guardian.page.status, 204);
    let seen = guardian.page.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(guardian.get(WRITE).await.text("textarea"), "Bilen k");
    // As the script does: with what the answer to the save has shown it.
    guardian.page = page.clone();
    let seen = seen.trim_matches('"');
    guardian.submit("", &[("text", "Bilen kom för sent."), ("seen", seen)]).await;
    assert_eq!(guardian.page.path, "/mina-arenden", "{}", guardian.page.html());
    for late in ["Bilen kom för se", "Bilen kom för sent."] {
        guardian.page = page.clone();
        presses(&mut guardian, "tyst=1", &[("text", late)]).await;
        assert_eq!(guardian.page.status, 204);
        assert!(!guardian.get("/mina-arenden").await.has("#begun"), "{late}");
    }
}

#[tokio::test]
async fn changing_the_language_keeps_what_was_typed() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(WRITE).await;
    guardian.submit("", &[("text", "Bilen"), ("phone", "070"), ("switch_language", "en")]).await;
    assert_eq!(guardian.page.text("h1"), "Write to us");
    assert_eq!(guardian.page.text("textarea"), "Bilen");
    assert_eq!(guardian.page.attribute("#phone", "value").as_deref(), Some("070"));
}

#[tokio::test]
async fn what_is_begun_cannot_be_read_in_the_database_nor_whose_it_is() {
    let office = Office::open().await;
    let mut guardian = writes_everything(&office, GUARDIAN).await;
    guardian.get(FILES).await;
    guardian.upload("", "file", "kanarie.png", PNG).await;
    let stored = everything_stored(&office.staff.ground.database).await;
    for marker in MARKERS.into_iter().chain(["kanarie.png"]) {
        assert!(stored.iter().all(|(_, value)| !value.contains(marker)), "{marker}");
    }
    let writer = person(GUARDIAN).as_uuid().to_string();
    let whose = stored.iter().filter(|(column, _)| column.starts_with("draft."));
    assert!(whose.clone().count() > 0);
    assert!(whose.clone().all(|(_, value)| !value.contains(&writer)));
}

#[tokio::test]
async fn nobody_else_sees_that_something_is_begun() {
    let office = Office::open().await;
    writes_everything(&office, YOUTH).await;
    for other in [GUARDIAN, GUARDIAN_OF_TWO, MANAGER, "rektor-norrglimt", "registrator", "administrator"] {
        let mut browser = office.browser(other).await;
        for path in ["/", "/mina-arenden", WRITE, "/sok?q=Kanarief%C3%A5gel"] {
            let html = browser.get(path).await.html();
            assert!(!html.contains("Kanarie") && !browser.page.has("#begun"), "{other} {path}");
        }
    }
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn it_is_gone_after_thirty_days_with_its_files() {
    let office = Office::open().await;
    let mut guardian = writes_everything(&office, GUARDIAN).await;
    guardian.get(FILES).await;
    guardian.upload("", "file", "hallen.png", PNG).await;
    office.world.clock.advance(TimeDelta::days(30) - TimeDelta::minutes(1));
    actions::forget(&office.app).await.unwrap();
    let mut guardian = office.browser(GUARDIAN).await;
    assert!(guardian.get(WRITE).await.text("main").contains("hallen.png"));
    office.world.clock.advance(TimeDelta::minutes(2));
    let mut guardian = office.browser(GUARDIAN).await;
    assert_eq!(guardian.get(WRITE).await.text("textarea"), "", "before it is removed, too");
    presses(&mut guardian, "tyst=1", &[("text", "På nytt")]).await;
    assert_eq!(guardian.get(WRITE).await.text("textarea"), "På nytt");
    actions::forget(&office.app).await.unwrap();
    assert_eq!(office.count("draft.token_hash").await, 1, "what was begun anew");
    assert_eq!(office.count("attachment.id").await, 0);
}

#[tokio::test]
async fn its_writer_can_take_it_back_files_and_all() {
    let office = Office::open().await;
    let mut guardian = writes_everything(&office, GUARDIAN).await;
    guardian.get(FILES).await;
    guardian.upload("", "file", "hallen.png", PNG).await;
    guardian.get("/mina-arenden").await;
    guardian.submit("/mina-arenden/ta-bort", &[]).await;
    assert_eq!(guardian.page.text(".notice.good"), "Det du hade skrivit är borttaget.");
    assert!(!guardian.page.has("#begun"));
    assert_eq!(office.count("draft.token_hash").await, 0);
    assert_eq!(office.count("attachment.id").await, 0);
}

#[tokio::test]
async fn a_file_goes_along_with_what_is_sent_without_script() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    presses(&mut guardian, "filer=1", &[("text", "Så här såg det ut.")]).await;
    assert_eq!(guardian.page.path, FILES);
    guardian.upload("", "file", "tom.png", b"").await;
    assert_eq!(guardian.page.status, 422);
    assert!(guardian.page.text("#file-error").contains("Filen är tom."));
    guardian.upload("", "file", "hallen.png", PNG).await;
    assert_eq!(guardian.page.path, WRITE);
    assert_eq!(guardian.page.text("textarea"), "Så här såg det ut.");
    assert_eq!(guardian.page.texts("main li bdi"), ["hallen.png"]);
    guardian.submit("", &[]).await;
    assert_eq!(guardian.page.path, "/mina-arenden", "{}", guardian.page.html());
    opens(&mut guardian).await;
    assert!(guardian.page.text("main").contains("hallen.png"));
    let mut manager = office.browser(MANAGER).await;
    let address = manager.page.attribute("tbody a", "href").unwrap();
    manager.get(&address).await;
    assert!(manager.page.text("main").contains("hallen.png"));
}

#[tokio::test]
async fn a_file_comes_in_parts_goes_on_where_it_stopped_and_can_be_taken_back() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(FILES).await;
    let csrf = parts::token(&guardian);
    let content = parts::picture(parts::PART + 10);
    let announced = parts::announces(&mut guardian, FILES, "hallen.png", content.len()).await;
    let file = announced["file"].as_str().unwrap();
    let first = (0, &content[..parts::PART]);
    assert_eq!(parts::sends_part(&mut guardian, FILES, (&csrf, file), first).await["offset"], parts::PART);

    let mut elsewhere = office.browser(GUARDIAN).await;
    elsewhere.get(FILES).await;
    let csrf = parts::token(&elsewhere);
    let again = parts::announces(&mut elsewhere, FILES, "hallen.png", content.len()).await;
    assert_eq!(again["offset"], parts::PART, "some has come, from another browser");
    let rest = (parts::PART, &content[parts::PART..]);
    let told = parts::sends_part(&mut elsewhere, FILES, (&csrf, file), rest).await;
    assert_eq!(told["offset"], content.len());
    elsewhere.get(FILES).await;
    assert_eq!(elsewhere.page.texts("li bdi"), ["hallen.png"]);
    let mark = elsewhere.page.attribute("button[name=remove]", "value").unwrap();
    let body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n\
         --edge\r\ncontent-disposition: form-data; name=\"remove\"\r\n\r\n{mark}\r\n--edge--\r\n"
    );
    elsewhere.post(FILES, "multipart/form-data; boundary=edge", body).await;
    let next = elsewhere.location().unwrap();
    assert_eq!(elsewhere.get(&next).await.text(".notice.good"), "Filen är borttagen.");
    assert!(elsewhere.page.texts("li bdi").is_empty());
    assert_eq!(office.count("attachment.id").await, 0);
}

#[tokio::test]
async fn a_file_that_waited_too_long_is_named_and_the_words_are_kept() {
    use sea_orm::ConnectionTrait;

    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(FILES).await;
    guardian.upload("", "file", "hallen.png", PNG).await;
    let database = office.staff.ground.database.reader();
    database.execute_unprepared("DELETE FROM attachment_chunk").await.unwrap();
    database.execute_unprepared("DELETE FROM attachment").await.unwrap();
    guardian.submit("", &[("text", "Så här såg det ut.")]).await;
    assert_eq!(guardian.page.status, 422);
    let told = "Fel: En fil har legat för länge hos oss. Ta bort filerna och lägg till dem igen.";
    assert_eq!(guardian.page.text("#file-error"), told);
    assert_eq!(guardian.page.text("textarea"), "Så här såg det ut.");
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn who_has_nothing_to_write_about_sends_no_files_and_begins_nothing() {
    let office = Office::open().await;
    for other in [MANAGER, "fritidsledare-norrglimt", "utan-roll"] {
        let mut browser = office.browser(other).await;
        assert_eq!(browser.get(FILES).await.status, 404, "{other}");
        let form = "multipart/form-data; boundary=edge";
        assert_eq!(browser.post(FILES, form, "--edge--").await.status, 404, "{other}");
        for way in ["tyst=1", "spara=1", "filer=1"] {
            presses(&mut browser, way, &[("text", "a")]).await;
            assert_eq!(browser.page.status, 422, "{other} {way}");
            assert_eq!(browser.page.text("textarea"), "a");
        }
    }
    assert_eq!(office.count("draft.token_hash").await, 0);
}

#[tokio::test]
async fn when_the_last_youth_has_come_of_age_what_was_begun_is_offered_no_more() {
    let office = Office::open().await;
    writes_everything(&office, GUARDIAN).await;
    let mut register = organisation();
    register.assignments.retain(|held| held.role != Role::Guardian);
    office.staff.ground.directory.replace(register);
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden").await;
    assert!(!guardian.page.html().contains("Du har börjat skriva"));
}

#[tokio::test]
async fn a_form_that_was_sent_and_is_changed_is_another_matter_if_one_says_so() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(WRITE).await;
    let page = guardian.page.clone();
    guardian.submit("", &[("text", "Bilen kom för sent.")]).await;
    assert_eq!(guardian.page.path, "/mina-arenden");
    guardian.page = page;
    guardian.submit("", &[("text", "Det var kallt också.")]).await;
    assert_eq!(guardian.page.status, 422);
    assert!(guardian.page.text("#text-error").contains("Vi har redan fått det du skrev först."));
    assert_eq!(guardian.page.text("textarea"), "Det var kallt också.");
    guardian.submit("", &[]).await;
    assert_eq!(guardian.page.texts("main li a").len(), 2);
}

#[tokio::test]
async fn pressed_twice_at_once_with_a_file_it_is_one_complaint_and_nothing_is_left_begun() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(FILES).await;
    guardian.upload("", "file", "hallen.png", PNG).await;
    let (mut one, mut two) = (guardian.clone(), guardian);
    let fields = [("text", "Så här såg det ut.")];
    tokio::join!(one.submit("", &fields), two.submit("", &fields));
    for browser in [&one, &two] {
        assert_eq!(browser.page.path, "/mina-arenden", "{}", browser.page.html());
    }
    assert_eq!(office.count("complaint.id").await, 1);
    assert!(!one.get("/mina-arenden").await.has("#begun"));
}

#[tokio::test]
async fn a_youth_and_a_guardian_who_write_at_once_have_each_their_own() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    let mut youth = office.browser(YOUTH).await;
    presses(&mut guardian, "spara=1", &[("text", "Från mamma")]).await;
    presses(&mut youth, "spara=1", &[("text", "Från mig")]).await;
    assert_eq!(guardian.get(WRITE).await.text("textarea"), "Från mamma");
    assert_eq!(youth.get(WRITE).await.text("textarea"), "Från mig");
    sends(&office, GUARDIAN, "Skickat av mamma").await;
    assert_eq!(youth.get(WRITE).await.text("textarea"), "Från mig");
}

#[tokio::test]
async fn a_page_left_open_elsewhere_writes_over_nothing_newer() {
    let office = Office::open().await;
    let mut computer = office.browser(GUARDIAN).await;
    computer.get(WRITE).await;
    let mut phone = office.browser(GUARDIAN).await;
    phone.get(WRITE).await;
    presses(&mut phone, "spara=1", &[("text", "Det långa, på bussen.")]).await;

    let left_open = computer.page.clone();
    presses(&mut computer, "tyst=1", &[("text", "D")]).await;
    assert_eq!(computer.page.status, 409, "the script says that it was not saved");
    for way in ["spara=1", "filer=1"] {
        computer.page = left_open.clone();
        presses(&mut computer, way, &[("text", "Det korta.")]).await;
        assert_eq!(computer.page.status, 409, "{way}");
        assert_eq!(computer.page.text("textarea"), "Det korta.", "nothing that was typed is lost");
        assert!(computer.page.text(".notice").contains("Det långa, på bussen."), "and neither is the other");
    }
    computer.page = left_open;
    computer.submit("", &[("text", "Det korta.")]).await;
    assert_eq!(computer.page.status, 409, "nor is it sent in its place");
    assert_eq!(phone.get(WRITE).await.text("textarea"), "Det långa, på bussen.");
    computer.submit("", &[]).await;
    assert_eq!(computer.page.path, "/mina-arenden", "if they say so");
}

#[tokio::test]
async fn a_page_of_one_person_writes_nothing_for_another_who_has_logged_in_beside_it() {
    let office = Office::open().await;
    let mut youth = office.browser("ungdom-norrglimt").await;
    youth.get(WRITE).await;
    let theirs = youth.page.clone();
    youth.log_in(&office.world.issuer, GUARDIAN).await;
    youth.page = theirs;
    presses(&mut youth, "tyst=1", &[("text", "Bara för mig.")]).await;
    assert_eq!(youth.page.status, 409);
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get(WRITE).await;
    assert_eq!(guardian.page.text("textarea"), "");
}

//! Guardians and youths who are logged in.

mod begun;

use chrono::TimeDelta;
use proto::{Service, organisation::Role};
use serde_json::{Value, json};
use testkit::{
    Browser,
    organisation::{NORRGLIMT, STJARNVRET, person},
};

use crate::{
    api::attachments::PNG,
    office::{MANAGER, Office, Sent, inquired, ordinary},
    public::parts,
};

const GUARDIAN: &str = "vardnadshavare-norrglimt";
/// Of two siblings at one unit.
const GUARDIAN_OF_TWO: &str = "vardnadshavare-syskon";
const YOUTH: &str = "ungdom-norrglimt";

/// Writes and sends; ends on the list of their matters.
async fn sends(office: &Office, login: &str, text: &str) -> Browser {
    let mut browser = office.browser(login).await;
    browser.get("/mina-arenden/skriv").await;
    browser.submit("", &[("text", text)]).await;
    assert_eq!(browser.page.path, "/mina-arenden", "{}", browser.page.html());
    browser
}

async fn opens(browser: &mut Browser) -> String {
    let address = browser.page.attribute("main li a", "href").unwrap();
    browser.get(&address).await;
    address
}

/// What lies at an address of theirs is inquired into, and they are written to.
async fn gets(office: &Office, address: &str, verb: &str, body: Value) -> Sent {
    complaints::actions::register(&office.app).await.unwrap();
    let id = address.rsplit('/').next().unwrap().to_owned();
    let sent = Sent { id, number: String::new(), receipt: String::new() };
    office
        .handles(
            &sent,
            &[("triage", ordinary()), ("start-inquiry", Value::Null), ("inquire", inquired()), (verb, body)],
        )
        .await;
    sent
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

    let sent = gets(&office, &address, "message", json!({ "text": "Vi ringer dig." })).await;
    let read = office.reads(MANAGER, &sent).await.expect(200).json.to_string();
    for said in ["Bilen kom för sent.", "Det var i torsdags.", "Vera Provsson", "guardian"] {
        assert!(read.contains(said), "the manager does not see {said}");
    }
    assert!(guardian.get(&address).await.text(".dialogue").contains("Vi ringer dig."));
}

#[tokio::test]
async fn who_leaves_an_address_is_told_that_there_is_an_answer_and_not_what_it_says() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    assert!(guardian.page.text("#email-hint").contains("aldrig vad det står"));
    guardian.submit("", &[("text", "Bilen kom för sent."), ("email", "vera@example.org")]).await;
    let address = opens(&mut guardian).await;
    gets(&office, &address, "answer", json!({ "text": "Nu går bussen.", "youth_heard": "Hen har frågats." }))
        .await;
    let told = office.parcels("notifications").await;
    let ready = told.iter().find(|message| message["occasion"] == "answer_ready").unwrap();
    let sealed = ready["recipient"]["sealed"].as_str().unwrap();
    let sealed = data_encoding::BASE64.decode(sealed.as_bytes()).unwrap();
    let opened = office.world.rings[&Service::Notifications].open_any("lyssna address v1", &sealed).unwrap();
    assert_eq!(opened.as_slice(), b"vera@example.org");
    let told = Value::from(told).to_string();
    for said in ["Bilen", "bussen", "Provsson", "example.org"] {
        assert!(!told.contains(said), "{said}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_named_beside_it_and_nothing_typed_is_lost() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    guardian.submit("", &[("text", "Bilen kom."), ("email", "vera@")]).await;
    assert_eq!(guardian.page.status, 422);
    let fault = "Fel: E-postadressen stämmer inte. Skriv den som namn@exempel.se.";
    assert_eq!(guardian.page.text("#email-error"), fault);
    assert_eq!(guardian.page.text("textarea"), "Bilen kom.");
    assert_eq!(guardian.page.attribute("input[name=email]", "value").as_deref(), Some("vera@"));
    assert_eq!(office.count("complaint.id").await, 0);
}

/// GDPR art. 13. Those who work here are told elsewhere.
#[tokio::test]
async fn who_is_logged_in_reads_what_becomes_of_their_personal_data_and_is_not_called_anonymous() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    let to_it = "footer a[href='/mina-arenden/personuppgifter']";
    assert!(guardian.get("/mina-arenden").await.has(to_it));
    for (language, said) in [("sv", "Då vet vi vem du är."), ("ar", "عندها نعرف من أنت.")] {
        guardian.get(&format!("/sprak?to={language}&back=%2F")).await;
        let page = guardian.get("/mina-arenden/personuppgifter").await;
        assert!(page.text("main").contains(said), "{language}: {}", page.text("main"));
        assert!(page.text("main").contains("Utbildningsnämnden"), "{language}");
        assert!(page.has("main a[href='mailto:dataskydd@example.org']"), "{language}");
        assert!(!page.text("main").contains("dess adress på nätet"), "{language}");
    }
    assert!(!office.browser(MANAGER).await.get("/").await.has(to_it));
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
        guardian.get("/mina-arenden/skriv").await.texts("input[name=concerns]").len(),
        0,
        "nor write anew"
    );
}

/// Writes as a guardian of two, about one of them. Gives the address of what was sent.
async fn sends_about(office: &Office, youth: &str, text: &str) -> String {
    let mut guardian = office.browser(GUARDIAN_OF_TWO).await;
    guardian.get("/mina-arenden/skriv").await;
    let concerns = format!("{NORRGLIMT}.{}", person(youth).as_uuid());
    guardian.submit("", &[("text", text), ("concerns", &concerns)]).await;
    assert_eq!(guardian.page.path, "/mina-arenden", "{}", guardian.page.html());
    opens(&mut guardian).await
}

#[tokio::test]
async fn the_guardian_of_siblings_says_whom_it_is_about_and_who_has_one_is_not_asked() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN_OF_TWO).await;
    guardian.get("/mina-arenden/skriv").await;
    assert!(guardian.page.text("#form").contains("Vem gäller det?"));
    for youth in ["Elis Provsson, Norrglimtskolans KTT", "Ulla Provsson, Norrglimtskolans KTT"] {
        assert!(guardian.page.text("#form").contains(youth), "{youth}");
    }
    guardian.submit("", &[]).await;
    for (field, fault) in [("text", "Berätta vad som har hänt."), ("concerns", "Välj ett av alternativen.")]
    {
        let told = guardian.page.text(&format!("#{field}-error"));
        assert!(told.contains(fault), "both at once: {told}");
    }
    guardian.submit("", &[("text", "Bilen kom för sent.")]).await;
    assert_eq!(guardian.page.status, 422, "nothing is chosen for them");
    assert_eq!(guardian.page.text("#concerns-error"), "Fel: Välj ett av alternativen.");
    assert_eq!(guardian.page.text("textarea"), "Bilen kom för sent.");
    let mut of_one = office.browser(GUARDIAN).await;
    of_one.get("/mina-arenden/skriv").await;
    assert!(!of_one.page.text("#form").contains("Vem gäller det?"));
    assert!(!of_one.page.html().contains("Ulla"), "nobody is named who need not be");
}

#[tokio::test]
async fn whose_guardian_wrote_is_told_to_those_who_handle_it_and_stands_nowhere_in_plain() {
    let office = Office::open().await;
    let address = sends_about(&office, "syskon-norrglimt", "Om den äldre.").await;
    let id = address.rsplit('/').next().unwrap().to_owned();
    let sent = Sent { id, number: String::new(), receipt: String::new() };
    let read = office.reads(MANAGER, &sent).await.expect(200).json;
    assert_eq!(read["content"]["contact"]["youth"], "Elis Provsson");
    let mut manager = office.browser(MANAGER).await;
    manager.get(&format!("/arenden/{}", sent.id)).await;
    assert!(manager.page.text("main").contains("Vårdnadshavare för Elis Provsson"));
    let stored = testkit::everything_stored(&office.staff.ground.database).await;
    let plain = stored.iter().filter(|(column, _)| !column.starts_with("organisation_copy."));
    assert!(plain.clone().all(|(_, value)| !value.contains("Elis")));
}

#[tokio::test]
async fn when_the_elder_of_siblings_turns_eighteen_only_what_is_about_the_younger_stays() {
    let office = Office::open().await;
    let elder = sends_about(&office, "syskon-norrglimt", "Om den äldre.").await;
    let younger = sends_about(&office, "ungdom-norrglimt", "Om den yngre.").await;
    let today = kernel::calendar::swedish_day(office.app.now());
    let mut register = testkit::organisation::organisation();
    let elder_id = Some(person("syskon-norrglimt").as_uuid());
    for held in register.assignments.iter_mut().filter(|held| held.youth_id == elder_id) {
        held.to = Some(today);
    }
    office.staff.ground.directory.replace(register);
    let mut guardian = office.browser(GUARDIAN_OF_TWO).await;
    for address in [&elder, &younger] {
        assert_eq!(guardian.get(address).await.status, 200, "on the eve");
    }
    office.world.clock.advance(TimeDelta::days(1));
    let mut guardian = office.browser(GUARDIAN_OF_TWO).await;
    for path in ["", "/brev", "/filer/0190a3a0-0000-7000-8000-000000000001"] {
        assert_eq!(guardian.get(&format!("{elder}{path}")).await.status, 404, "{path}");
    }
    assert_eq!(guardian.get(&younger).await.status, 200);
    guardian.get("/mina-arenden").await;
    assert!(guardian.page.html().contains(&younger));
    assert!(!guardian.page.html().contains(&elder), "nothing tells that there was another");
    guardian.get("/mina-arenden/skriv").await;
    assert!(!guardian.page.html().contains("Elis"), "nor can it be written about");
    guardian.submit("", &[("text", "Om den yngre igen.")]).await;
    assert_eq!(guardian.page.path, "/mina-arenden", "nobody needs to choose any more");
}

#[tokio::test]
async fn nobody_writes_about_a_unit_that_is_not_theirs() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    let of_a_youth_of_another = format!("{NORRGLIMT}.{}", person("syskon-norrglimt").as_uuid());
    for not_theirs in [STJARNVRET.to_string(), NORRGLIMT.to_string(), of_a_youth_of_another, String::new()] {
        guardian.get("/mina-arenden/skriv").await;
        guardian.submit("", &[("text", "a"), ("concerns", &not_theirs)]).await;
        assert_eq!(guardian.page.status, 422, "{not_theirs}");
        assert_eq!(guardian.page.text("#concerns-error"), "Fel: Välj ett av alternativen.");
        assert_eq!(guardian.page.text("textarea"), "a", "what was written is kept");
    }
    let mut staff = office.browser("fritidsledare-norrglimt").await;
    staff.get("/mina-arenden/skriv").await;
    staff.submit("", &[("text", "a"), ("concerns", &NORRGLIMT.to_string())]).await;
    assert_eq!(staff.page.status, 422);
    assert_eq!(office.count("complaint.id").await, 0);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_complaint_and_an_empty_one_none() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    guardian.submit("", &[("text", " ")]).await;
    assert_eq!(guardian.page.text("#text-error"), "Fel: Berätta vad som har hänt. Några ord räcker.");
    let form = guardian.page.attribute("input[name=form]", "value").unwrap();
    for _ in 0..2 {
        guardian.get("/mina-arenden/skriv").await;
        guardian.submit("", &[("text", "En gång."), ("form", &form)]).await;
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
    gets(&office, &address, "answer", json!({ "text": "Nu går bussen.", "youth_heard": "Hen har frågats." }))
        .await;
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

#[tokio::test]
async fn a_film_comes_in_parts_to_an_own_matter_and_to_nobody_else_s() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Så här såg det ut.").await;
    let address = opens(&mut guardian).await;
    let files = format!("{address}/filer");
    let csrf = parts::token(&guardian);
    let content = parts::picture(parts::PART + 10);
    let announced = parts::announces(&mut guardian, &files, "hallen.png", content.len()).await;
    let file = announced["file"].as_str().unwrap();
    for from in [0, parts::PART] {
        let part = (from, &content[from..content.len().min(from + parts::PART)]);
        let told = parts::sends_part(&mut guardian, &files, (&csrf, file), part).await;
        assert_eq!(told["offset"], from + part.1.len());
    }
    parts::sends_along(&mut guardian, &files, &csrf, file).await;
    assert!(guardian.page.text("main").contains("hallen.png"), "{}", guardian.page.text("main"));

    let mut youth = office.browser(YOUTH).await;
    youth.get("/mina-arenden/skriv").await;
    let csrf = parts::token(&youth);
    let body = format!("csrf={csrf}&name=a.png&size=1");
    let refused = youth.post(&format!("{files}/ny"), "application/x-www-form-urlencoded", body).await;
    assert_eq!(refused.status, 404);
}

#[tokio::test]
async fn a_guardian_says_what_they_need_and_whoever_handles_it_sees_it() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    let needs = [("interpreter", "tigrinja"), ("reach", "Ring efter klockan 17."), ("easy_read", "yes")];
    guardian.submit("", &needs).await;
    assert_eq!(guardian.page.status, 422, "the text is left out");
    assert_eq!(guardian.page.attribute("#interpreter", "value").as_deref(), Some("tigrinja"));
    assert!(guardian.page.has("#easy_read[checked]"));
    guardian.submit("", &[("text", "Bussen kom för sent.")]).await;
    assert_eq!(guardian.page.path, "/mina-arenden");
    let list = office.program(MANAGER).get("/api/v1/complaints").await.expect(200).json;
    let id = list["complaints"][0]["id"].as_str().unwrap();
    let mut manager = office.browser(MANAGER).await;
    manager.get(&format!("/arenden/{id}")).await;
    for need in ["tigrinja", "Ring efter klockan 17.", "lätt svenska"] {
        assert!(manager.page.text("main").to_lowercase().contains(&need.to_lowercase()), "{need}");
    }
}

#[tokio::test]
async fn a_guardian_who_complains_about_the_manager_is_read_by_the_principal() {
    let office = Office::open().await;
    let mut guardian = office.browser(GUARDIAN).await;
    guardian.get("/mina-arenden/skriv").await;
    guardian.submit("", &[("about_manager", "yes")]).await;
    assert_eq!(guardian.page.status, 422);
    assert!(guardian.page.has("#about_manager[checked]"), "the tick stays when something else is wrong");
    guardian.submit("", &[("text", "Chefen skrek åt oss.")]).await;
    assert_eq!(guardian.page.path, "/mina-arenden");
    assert!(office.browser(MANAGER).await.page.texts("tbody tr").is_empty());
    let mut principal = office.browser("rektor-norrglimt").await;
    assert_eq!(principal.page.texts("tbody tr").len(), 1);
    let address = principal.page.attribute("tbody a", "href").unwrap();
    principal.get(&address).await;
    assert!(principal.page.text("main").contains("Avsändaren klagar på Chefen för verksamheten"));
}

#[tokio::test]
async fn what_a_guardian_writes_or_adds_later_is_new_in_the_managers_list() {
    const NEWS: &str = "Nytt från avsändaren";
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Bilen kom för sent.").await;
    complaints::actions::register(&office.app).await.unwrap();
    let address = opens(&mut guardian).await;
    for way in ["words", "file"] {
        if way == "words" {
            guardian.submit("", &[("words", "Det var i torsdags.")]).await;
        } else {
            guardian.upload(&format!("{address}/filer"), "file", "hallen.png", PNG).await;
        }
        let mut manager = office.browser(MANAGER).await;
        assert!(manager.page.texts("tbody .tag").contains(&NEWS.to_owned()), "{way}");
        let matter = manager.page.attribute("tbody a", "href").unwrap();
        manager.get(&matter).await;
        manager.get("/").await;
        assert!(!manager.page.texts("tbody .tag").contains(&NEWS.to_owned()), "{way}");
    }
}

#[tokio::test]
async fn what_comes_by_form_is_no_complaint_in_the_register_until_somebody_has_judged_it() {
    for (category, severity, line) in [
        ("PRAISE", 0, "Beröm, korttidstillsyn"),
        ("SUGGESTION", 0, "Synpunkt, korttidstillsyn"),
        ("OTHER", 0, "Synpunkt, korttidstillsyn"),
        ("COORDINATION_EXTERNAL", 2, "Klagomål, korttidstillsyn"),
    ] {
        let office = Office::open().await;
        let mut guardian = sends(&office, GUARDIAN, "Tack för i går!").await;
        complaints::actions::register(&office.app).await.unwrap();
        let id = opens(&mut guardian).await.rsplit('/').next().unwrap().to_owned();
        let sent = crate::office::Sent { id, number: String::new(), receipt: String::new() };
        let read = office.reads("registrator", &sent).await.expect(200).json;
        assert_eq!(read["registration"]["line"], "Klagomål eller synpunkt, korttidstillsyn");
        assert_eq!(read["kind"], "unsaid");
        let mut triage = ordinary();
        (triage["category"], triage["severity"]) = (category.into(), severity.into());
        office.does(MANAGER, &sent, "triage", &triage).await.expect_success();
        let read = office.reads("registrator", &sent).await.expect(200).json;
        assert_eq!(read["registration"]["line"], line);
        assert_eq!(read["registration"]["number"], "KTT 2026/0001");
    }
}

#[tokio::test]
async fn a_line_that_a_registrar_chose_stays_when_it_is_judged() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Jag vill läsa journalen.").await;
    complaints::actions::register(&office.app).await.unwrap();
    let id = opens(&mut guardian).await.rsplit('/').next().unwrap().to_owned();
    let sent = crate::office::Sent { id, number: String::new(), receipt: String::new() };
    let line = serde_json::json!({ "line": "Begäran om handling, korttidstillsyn" });
    office.does("registrator", &sent, "correct-entry", &line).await.expect_success();
    office.does(MANAGER, &sent, "triage", &ordinary()).await.expect_success();
    let read = office.reads("registrator", &sent).await.expect(200).json;
    assert_eq!(read["registration"]["line"], "Begäran om handling, korttidstillsyn");
}

#[tokio::test]
async fn who_has_sent_is_told_that_it_came_and_by_when_it_is_answered() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Bilen kom för sent.").await;
    let number = guardian.page.text("main .case-number");
    let told = guardian.page.text(".notice.good[role=status]");
    assert!(told.contains(&format!("Vi har tagit emot ditt ärende {number}.")), "{told}");
    assert!(
        told.contains("Du får ett svar senast fredag 4 december. Dröjer det berättar vi varför."),
        "{told}"
    );
    assert!(!guardian.get("/mina-arenden").await.has(".notice.good"), "once");
}

#[tokio::test]
async fn who_reads_by_when_and_who_supervises_stand_before_the_form() {
    let office = Office::open().await;
    let mut youth = office.browser(YOUTH).await;
    let html = youth.get("/mina-arenden/skriv").await.html();
    let form = html.find("<form id=\"form\"").unwrap();
    for said in [
        "Chefen för verksamheten läser.",
        "Vi läser inom en arbetsdag och svarar inom 10 arbetsdagar.",
        "Det är våra egna mål.",
        "Inspektionen för vård och omsorg (IVO) har tillsyn",
    ] {
        assert!(html.find(said).is_some_and(|at| at < form), "{said}");
    }
}

#[tokio::test]
async fn the_number_in_the_register_is_told_once_it_is_there() {
    let office = Office::open().await;
    let mut guardian = sends(&office, GUARDIAN, "Bilen kom för sent.").await;
    let address = opens(&mut guardian).await;
    assert!(!guardian.page.text(".answers").contains("Diarienummer"));
    complaints::actions::register(&office.app).await.unwrap();
    let facts = guardian.get(&address).await.text(".answers");
    assert!(facts.contains("Diarienummer KTT 2026/0001"), "{facts}");
}

#[tokio::test]
async fn the_way_out_leads_to_a_neutral_site_and_ends_the_log_in() {
    let office = Office::open().await;
    let mut youth = sends(&office, YOUTH, "Jag vill inte att mamma vet.").await;
    let address = opens(&mut youth).await;
    for path in ["/mina-arenden", "/mina-arenden/skriv", &address] {
        let page = youth.get(path).await;
        assert_eq!(page.attribute("a.exit", "href").as_deref(), Some("/mina-arenden/lamna"), "{path}");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self'"), "{path}: the browser runs what makes it fast");
    }
    youth.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    youth.get("/mina-arenden/lamna").await;
    youth.headers.clear();
    assert_eq!(youth.get(&address).await.status, 200, "a link on another site logs nobody out");
    let before = youth.clone();
    youth.get("/mina-arenden/lamna").await;
    assert_eq!(youth.page.status, 303);
    assert_eq!(youth.location().as_deref(), Some("https://www.smhi.se/"));
    assert!(youth.cookie("complaints-session").is_none());
    for mut browser in [youth, before] {
        assert_ne!(browser.get(&address).await.status, 200, "nor with the old cookie");
    }
}

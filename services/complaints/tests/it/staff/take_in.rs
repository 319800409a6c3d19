//! Taking down a call at the desk.

use testkit::organisation::{NORRGLIMT, STJARNVRET};

use crate::{
    api::attachments::PNG,
    office::{MANAGER, Office},
};

#[tokio::test]
async fn a_call_is_taken_down_and_the_receipt_shown_once_for_the_one_who_called() {
    let office = Office::open().await;
    let mut browser = office.browser(MANAGER).await;
    browser.get("/nytt").await;
    assert_eq!(browser.page.attribute("#told_on", "value").as_deref(), Some("2026-11-21"));
    assert_eq!(browser.page.attribute("#told_at", "value").as_deref(), Some("10.00"), "Swedish time");
    browser.submit("/nytt", &[("told_at", "i morse"), ("email", "ingen adress")]).await;
    assert_eq!(browser.page.status, 422);
    let wrong = browser.page.texts(".error-summary a");
    assert_eq!(wrong.len(), 4, "{wrong:?}");
    let unit = NORRGLIMT.to_string();
    let call = [
        ("channel", "phone"),
        ("told_at", "9.15"),
        ("text", "Bussen kom för sent."),
        ("unit_id", unit.as_str()),
        ("email", ""),
        ("reach", "Efter klockan 15."),
        ("interpreter", "tigrinja"),
        ("easy_read", "yes"),
    ];
    let before = browser.clone();
    browser.submit("/nytt", &call).await;
    assert_eq!(browser.page.status, 200);
    let code = browser.page.text(".receipt-code .code");
    assert!(code.len() > 20, "{code}");
    let aloud = browser.page.texts("details li");
    for (group, aloud) in code.split('-').zip(&aloud) {
        let letters: String = aloud.split(", ").filter_map(|said| said.chars().next()).collect();
        assert_eq!(letters, group, "as it is said on the telephone");
    }
    assert_eq!(aloud.len(), 5);
    let mut again = before;
    again.submit("/nytt", &call).await;
    assert_eq!(again.page.text(".receipt-code .code"), code, "pressed twice, taken down once");
    complaints::actions::register(&office.app).await.unwrap();
    browser.get("/").await;
    assert_eq!(browser.page.texts("tbody tr").len(), 1);
    let href = browser.page.attribute("tbody a", "href").unwrap();
    browser.get(&href).await;
    let main = browser.page.text("main");
    assert!(main.contains("Telefon") && main.contains("Maja Provsson"), "{main}");
    for need in
        ["Vill bli kontaktad så här Efter klockan 15.", "Behöver tolk i tigrinja", "Vill ha lätt svenska Ja"]
    {
        assert!(main.contains(need), "{need} is not in {main}");
    }
    assert!(!main.contains(&code));
}

#[tokio::test]
async fn a_near_target_asks_to_tell_the_sender() {
    let (office, sent, mut browser) = super::opened("a").await;
    super::triages(&mut browser, &sent, &super::ORDINARY).await;
    assert!(!browser.page.text("main").contains("Svaret ska snart vara klart"));
    office.world.clock.set("2026-12-03T09:00:00Z");
    let mut browser = office.browser(MANAGER).await;
    browser.get(&super::at(&sent, "")).await;
    assert!(browser.page.texts(".notice.warn h2").contains(&"Svaret ska snart vara klart".to_owned()));
}

#[tokio::test]
async fn a_call_about_the_manager_is_ticked_and_goes_to_the_principal() {
    let office = Office::open().await;
    let mut registrar = office.browser("registrator").await;
    registrar.get("/nytt").await;
    let unit = NORRGLIMT.to_string();
    let call =
        [("channel", "phone"), ("told_at", "9.15"), ("unit_id", unit.as_str()), ("about_manager", "yes")];
    registrar.submit("/nytt", &call).await;
    assert_eq!(registrar.page.status, 422, "the text is left out");
    assert!(registrar.page.has("#about_manager[checked]"));
    registrar.submit("/nytt", &[("text", "Chefen skrek åt oss.")]).await;
    assert_eq!(registrar.page.status, 200);
    assert!(office.browser(MANAGER).await.page.texts("tbody tr").is_empty());
    assert_eq!(office.browser("rektor-norrglimt").await.page.texts("tbody tr").len(), 1);
}

#[tokio::test]
async fn staff_come_to_what_they_may_take_in_see_a_receipt_and_nothing_of_it_afterwards() {
    let office = Office::open().await;
    let mut staff = office.browser("fritidsledare-norrglimt").await;
    assert_eq!(staff.page.path, "/nytt");
    assert_eq!(staff.page.texts("#unit_id option"), ["Norrglimtskolans KTT"], "their own unit and no other");
    let (own, other) = (NORRGLIMT.to_string(), STJARNVRET.to_string());
    let told = [("channel", "visit"), ("text", "Det var kallt."), ("unit_id", other.as_str())];
    let mut forged = staff.clone();
    forged.submit("/nytt", &told).await;
    assert_eq!(forged.page.status, 403);
    assert_eq!(office.count("complaint.id").await, 0);
    staff.submit("/nytt", &[told[0], told[1], ("unit_id", own.as_str())]).await;
    assert_eq!(staff.page.status, 200, "{}", staff.page.text("main"));
    assert!(staff.page.has(".receipt-code .code"));
    assert!(staff.page.text("main").contains("Du kan inte öppna det igen."));
    assert!(!staff.page.has("main a[href='/']"), "there is no list to go to");
    complaints::actions::register(&office.app).await.unwrap();
    let manager = office.browser(MANAGER).await;
    let matter = manager.page.attribute("tbody a", "href").unwrap();
    for path in ["", "/svara", "/anteckna", "/lasningar"] {
        assert_eq!(staff.get(&format!("{matter}{path}")).await.status, 404, "{path}");
    }
    for list in ["/avslutade", "/sok", "/diarium", "/franvaro", "/statistik"] {
        assert_eq!(staff.get(list).await.status, 403, "{list}");
    }
    assert_eq!(staff.get("/").await.path, "/nytt");
}

#[tokio::test]
async fn the_contact_centre_adds_a_scanned_letter_and_writes_down_what_it_says() {
    let office = Office::open().await;
    let mut centre = office.browser("kontaktcenter").await;
    assert_eq!(centre.page.texts("#unit_id option").len(), 4, "every unit, and none yet");
    let way = centre.page.attribute("a[href='/nytt/brev']", "href").unwrap();
    centre.get(&way).await;
    centre.upload("", "file", "brev.zip", b"PK\x03\x04 and so on").await;
    assert_eq!(centre.page.status, 422);
    assert!(centre.page.text("#file-error").contains("Filen är en packad mapp."));
    centre.upload("", "file", "brev.png", PNG).await;
    assert_eq!(centre.page.status, 200);
    assert!(centre.page.text("main").contains("Filen brev.png följer med ärendet."));
    centre.submit("/nytt", &[("channel", "letter")]).await;
    assert_eq!(centre.page.status, 422);
    assert!(centre.page.text("main").contains("Filen brev.png följer med ärendet."), "a fault loses no file");
    let unit = NORRGLIMT.to_string();
    centre.submit("/nytt", &[("text", "Bussen kom för sent."), ("unit_id", unit.as_str())]).await;
    assert_eq!(centre.page.status, 200, "{}", centre.page.text("main"));
    complaints::actions::register(&office.app).await.unwrap();
    let mut manager = office.browser(MANAGER).await;
    let matter = manager.page.attribute("tbody a", "href").unwrap();
    manager.get(&matter).await;
    assert!(manager.page.text("main").contains("brev.png"));
    let file = manager.page.attribute("a[href*='/bilagor/']", "href").unwrap();
    assert_eq!(manager.get(&file).await.bytes, PNG);
    for path in [&matter, &file] {
        assert_eq!(centre.get(path).await.status, 404);
    }
    let mut investigator = office.browser("utredare-1").await;
    assert_eq!(investigator.get("/nytt/brev").await.status, 403);
}

//! Taking down a call at the desk.

use testkit::organisation::NORRGLIMT;

use crate::office::{MANAGER, Office};

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
    ];
    let before = browser.clone();
    browser.submit("/nytt", &call).await;
    assert_eq!(browser.page.status, 200);
    let code = browser.page.text(".receipt-code .code");
    assert!(code.len() > 20, "{code}");
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

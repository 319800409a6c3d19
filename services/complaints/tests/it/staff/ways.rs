//! The side exits and what follows from a duty, at the desk.

use super::{at, judged, opened, triages};

#[tokio::test]
async fn after_a_threat_the_preview_names_nobody_as_the_answer_will_not() {
    let (office, sent, mut browser) = opened("Jag vet var ni bor.").await;
    triages(&mut browser, &sent, &judged(&[("threat", "yes")])).await;
    browser.get(&at(&sent, "/plikt")).await;
    let duty = [("duty", "threat"), ("outcome", "names_withheld"), ("note", "Hot mot personalen.")];
    browser.submit(&at(&sent, "/plikt"), &duty).await;
    browser.submit(&at(&sent, "/utred"), &[]).await;
    browser.get(&at(&sent, "/svara")).await;
    browser.submit(&at(&sent, "/svara"), &[("text", "Vi har sett över grinden.")]).await;
    let seen = browser.page.text(".seen");
    assert!(seen.contains("Norrglimtskolans KTT"), "{seen}");
    assert!(!seen.contains("Maja Provsson"), "{seen}");
    browser.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    let said = office.dialogue(&sent).await["messages"].clone();
    assert_eq!(said[1]["author"], "Norrglimtskolans KTT", "FL 33 § last paragraph");
}

//! The side exits and what follows from a duty, at the desk.

use super::{ORDINARY, at, inquires, judged, opened, triages};

#[tokio::test]
async fn after_a_threat_the_preview_names_nobody_as_the_answer_will_not() {
    let (office, sent, mut browser) = opened("Jag vet var ni bor.").await;
    triages(&mut browser, &sent, &judged(&[("threat", "yes")])).await;
    browser.get(&at(&sent, "/plikt")).await;
    let duty = [("duty", "threat"), ("outcome", "names_withheld"), ("note", "Hot mot personalen.")];
    browser.submit(&at(&sent, "/plikt"), &duty).await;
    inquires(&mut browser, &sent).await;
    browser.get(&at(&sent, "/svara")).await;
    browser.submit(&at(&sent, "/svara"), &[("text", "Vi har sett över grinden.")]).await;
    let seen = browser.page.text(".seen");
    assert!(seen.contains("Norrglimtskolans KTT"), "{seen}");
    assert!(!seen.contains("Maja Provsson"), "{seen}");
    browser.submit(&at(&sent, "/svara"), &[("step", "send")]).await;
    let said = office.dialogue(&sent).await["messages"].clone();
    assert_eq!(said[1]["author"], "Norrglimtskolans KTT", "FL 33 § last paragraph");
}

#[tokio::test]
async fn after_a_merge_the_next_step_is_to_answer_the_sender_who_was_promised_it() {
    let (office, first, mut browser) = opened("Dörren är låst.").await;
    let second = office.receives_text("Dörren är låst igen.").await;
    triages(&mut browser, &second, &ORDINARY).await;
    browser.get(&at(&second, "/sammanfor")).await;
    let into = [("number", first.number.as_str()), ("text", "Flera har skrivit. Svaret kommer.")];
    browser.submit(&at(&second, "/sammanfor"), &into).await;
    assert_eq!(browser.page.text(".notice.good"), "Ärendet är sammanfört.");
    assert_eq!(browser.page.text(".notice:not(.good) h2"), "Nästa steg: svara avsändaren");
    let choices = browser.page.text(".choices");
    assert!(choices.contains("Avsluta. Svara avsändaren först."), "{choices}");
    browser.get(&at(&second, "/svara")).await;
    browser.submit(&at(&second, "/svara"), &[("text", "Dörren är lagad.")]).await;
    browser.submit(&at(&second, "/svara"), &[("step", "send")]).await;
    assert_eq!(office.dialogue(&second).await["status"], "answered");
    assert!(browser.page.has("a[href$='/avsluta']"));
}

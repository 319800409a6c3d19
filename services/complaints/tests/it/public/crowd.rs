//! Very many send at once, and each of the others gets through.

use chrono::TimeDelta;
use serde_json::json;

use super::Sender;

#[tokio::test]
async fn a_program_that_sends_without_end_is_told_to_wait_and_a_guardian_gets_a_receipt_meanwhile() {
    let mut sender = Sender::arrives().await;
    let program = sender.standing.program();
    let body = json!({ "text": "a", "unit_id": "hej" });
    for _ in 0..1_000 {
        let _ = program.post("/api/v1/complaints", &body).await.expect(422);
    }
    let refused = program.post("/api/v1/complaints", &body).await.expect(429);
    assert_eq!(refused.headers["retry-after"], "1");
    let _ = program.get("/api/v1/units").await.expect(200);

    sender.submit("/klagomal/borja", &[]).await;
    sender.answer(&[("text", "Skolskjutsen kom för sent.")]).await;
    sender.sends().await;
    assert_eq!(sender.complaints().await, 1);

    sender.world.clock.advance(TimeDelta::seconds(1));
    let sent = json!({ "text": "a" });
    let _ = program.post("/api/v1/complaints", &sent).await.expect(201);
}

#[tokio::test]
async fn one_who_sends_the_same_form_without_end_waits_and_others_do_not() {
    let sender = Sender::arrives().await;
    let (mut bot, mut other) = (sender.browser.clone(), sender.standing.visitor());
    bot.get("/").await;
    for _ in 0..200 {
        bot.post("/klagomal/borja", "application/x-www-form-urlencoded", "csrf=wrong").await;
        assert_eq!(bot.page.status, 422);
    }
    bot.get("/").await;
    bot.send("/klagomal/borja", &[]).await;
    assert_eq!(bot.page.status, 429);
    assert_eq!(bot.page.text("h1"), "Många skickar just nu");
    other.get("/").await;
    other.submit("/klagomal/borja", &[]).await;
    assert_eq!(other.page.text("h1"), "Vad har hänt?");
    sender.world.clock.advance(TimeDelta::seconds(1));
    bot.get("/").await;
    bot.submit("/klagomal/borja", &[]).await;
    assert_eq!(bot.page.text("h1"), "Vad har hänt?");
}

//! What lettre sends is what can be read.

use axum::http::Method;
use standalone::mailbox::start;

use super::TestMailbox;

#[tokio::test]
async fn a_mail_is_read_as_it_was_written() {
    let t = TestMailbox::start().await;
    let text = format!(
        "Hej på er,\n\n.en punkt först och {} till slut åäö ÅÄÖ.\n\nHälsningar",
        "räksmörgås ".repeat(200)
    );
    t.deliver(&["Åsa Öström <asa@solgarden.example>"], "Något väntar på dig – ärende", &text).await;
    let messages = t.messages("").await;
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0]["to"], "asa@solgarden.example");
    assert_eq!(messages[0]["subject"], "Något väntar på dig – ärende");
    assert_eq!(messages[0]["text"], text);
    assert!(messages[0]["received_at"].as_str().unwrap().parse::<kernel::Timestamp>().is_ok());
    assert_eq!(messages[0].as_object().unwrap().len(), 4);
}

#[tokio::test]
async fn the_newest_comes_first_and_one_can_ask_for_ones_own() {
    let t = TestMailbox::start().await;
    t.deliver(&["a@x.example"], "ett", "1").await;
    t.deliver(&["b@x.example", "a@x.example"], "två", "2").await;
    t.deliver(&["b@x.example"], "tre", "3").await;
    let subjects = |messages: Vec<serde_json::Value>| {
        messages.iter().map(|message| message["subject"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(t.messages("").await[1]["to"], "b@x.example, a@x.example");
    assert_eq!(subjects(t.messages("").await), ["tre", "två", "ett"]);
    assert_eq!(subjects(t.messages("?to=A@x.example").await), ["två", "ett"]);
    assert_eq!(subjects(t.messages("?to=c@x.example").await), [""; 0]);
}

#[tokio::test]
async fn it_can_be_emptied() {
    let t = TestMailbox::start().await;
    t.deliver(&["a@x.example"], "ett", "1").await;
    assert_eq!(t.ask(Method::DELETE, "/api/v1/messages").await.0, 204);
    assert!(t.messages("").await.is_empty());
}

#[tokio::test]
async fn an_address_beyond_loopback_is_refused() {
    let error = start("0.0.0.0:0".parse().unwrap(), kernel::Clock::system()).await.unwrap_err();
    assert!(error.to_string().contains("loopback only"));
}

#[tokio::test]
async fn a_port_in_use_is_an_error_of_its_own() {
    let t = TestMailbox::start().await;
    let error = start(t.mailbox.address(), kernel::Clock::system()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
}

#[tokio::test]
async fn a_stopped_mailbox_listens_no_more() {
    let t = TestMailbox::start().await;
    t.mailbox.stop();
    for _ in 0..100 {
        if tokio::net::TcpStream::connect(t.mailbox.address()).await.is_err() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("it still listens");
}

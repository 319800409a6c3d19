//! Against a mail server that nobody here wrote and that takes mail only after STARTTLS.

use std::path::PathBuf;

use notifications::config::{Mail, Security};
use serde_json::Value;
use testkit::{MailServer, part};

use crate::{Notifications, to_address};

struct Real {
    mail: Mail,
    api: String,
}

fn real(test: &str) -> Option<Real> {
    let address = part("TEST_SMTP", test)?;
    let (server, port) = address.rsplit_once(':').unwrap();
    Some(Real {
        mail: Mail {
            server: server.into(),
            port: port.parse().unwrap(),
            security: Security::Starttls,
            from: "Lyssna <svara-inte@kommun.example>".into(),
            username: None,
            password_file: None,
            ca: Some(PathBuf::from(part("TEST_SMTP_CA", test)?)),
        },
        api: part("TEST_SMTP_API", test)?,
    })
}

async fn arrived(api: &str, to: &str) -> Vec<Value> {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("{api}/api/v1/messages?to={to}");
    http.get(url).send().await.unwrap().json().await.unwrap()
}

/// An address of this test's own: the server serves every test.
fn somebody() -> String {
    format!("{}@example.org", kernel::Uuid::now_v7())
}

#[tokio::test]
async fn a_mail_arrives_over_tls_word_for_word() {
    let Some(Real { mail, api }) = real("a_mail_arrives_over_tls_word_for_word") else { return };
    let n = Notifications::with(mail, MailServer::start().await).await;
    let to = somebody();
    n.told(&to_address(&n.sealed(&to), "sv")).await;
    n.deliver().await;
    let mails = arrived(&api, &to).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0]["subject"], format!("Lyssna: svar i ärende {}", crate::NUMBER));
    assert!(mails[0]["text"].as_str().unwrap().contains("Öppna ärendet här med ditt kvitto."));
}

#[tokio::test]
async fn refusals_for_now_and_for_good_are_told_apart() {
    let Some(Real { mail, .. }) = real("refusals_for_now_and_for_good_are_told_apart") else { return };
    let n = Notifications::with(mail, MailServer::start().await).await;
    for (to, state) in [("refuse-450@example.org", "waiting"), ("refuse-550@example.org", "refused")] {
        let id = n.told(&to_address(&n.sealed(to), "sv")).await.json["id"].clone();
        n.deliver().await;
        assert_eq!(n.progress(&id).await["deliveries"][0]["state"], state);
    }
}

#[tokio::test]
async fn a_server_that_nobody_we_trust_vouches_for_gets_no_mail() {
    let Some(Real { mail, api }) = real("a_server_that_nobody_we_trust_vouches_for_gets_no_mail") else {
        return;
    };
    let n = Notifications::with(Mail { ca: None, ..mail }, MailServer::start().await).await;
    let to = somebody();
    let id = n.told(&to_address(&n.sealed(&to), "sv")).await.json["id"].clone();
    n.deliver().await;
    assert!(arrived(&api, &to).await.is_empty());
    assert_eq!(n.progress(&id).await["deliveries"][0]["state"], "waiting");
}

#[tokio::test]
async fn a_server_without_tls_gets_no_mail() {
    let server = MailServer::start().await;
    let mail = Mail {
        server: "127.0.0.1".into(),
        port: server.port(),
        security: Security::Starttls,
        from: "Lyssna <svara-inte@kommun.example>".into(),
        username: None,
        password_file: None,
        ca: None,
    };
    let n = Notifications::with(mail, server).await;
    let id = n.told(&to_address(&n.sealed("karin@example.org"), "sv")).await.json["id"].clone();
    n.deliver().await;
    assert!(n.server.mails().is_empty());
    assert_eq!(n.progress(&id).await["deliveries"][0]["state"], "waiting");
}

#[tokio::test]
async fn a_server_elsewhere_is_never_spoken_to_in_the_open() {
    let mail = Mail {
        server: "mail.example.org".into(),
        port: 25,
        security: Security::Plain,
        from: "Lyssna <svara-inte@kommun.example>".into(),
        username: None,
        password_file: None,
        ca: None,
    };
    let refused = notifications::mail::Post::new(&mail).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "own.mail.security may be `plain` only for a mail server on this machine"
    );
}

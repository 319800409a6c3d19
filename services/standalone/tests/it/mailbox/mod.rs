//! The mailbox over its SMTP port and its page.

mod conversation;
mod delivery;
mod page;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use kernel::Clock;
use lettre::message::Mailbox as Address;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use standalone::mailbox::{Mailbox, router, start};
use tower::ServiceExt;

pub struct TestMailbox {
    pub mailbox: Mailbox,
    router: Router,
}

impl TestMailbox {
    pub async fn start() -> Self {
        let mailbox = start("127.0.0.1:0".parse().unwrap(), Clock::system()).await.unwrap();
        Self { router: router(&mailbox), mailbox }
    }

    /// Sends as the notifications service does.
    pub async fn deliver(&self, to: &[&str], subject: &str, text: &str) {
        let mut message =
            Message::builder().from("Lyssna <lyssna@kommun.example>".parse().unwrap()).subject(subject);
        for to in to {
            message = message.to(to.parse::<Address>().unwrap());
        }
        let sender = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1");
        let sender = sender.port(self.mailbox.address().port()).build();
        sender.send(message.body(text.to_owned()).unwrap()).await.unwrap();
    }

    pub async fn ask(&self, method: Method, path: &str) -> (StatusCode, String) {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    pub async fn messages(&self, query: &str) -> Vec<serde_json::Value> {
        let (_, json) = self.ask(Method::GET, &format!("/api/v1/messages{query}")).await;
        serde_json::from_str(&json).unwrap()
    }
}

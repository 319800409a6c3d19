//! The development mailbox, as a story reads it.

use std::time::Duration;

use crate::lyssna::{At, Lyssna};

/// A mail that came in.
#[derive(Debug, Clone)]
pub struct Mail {
    pub subject: String,
    pub text: String,
}

impl Lyssna {
    /// The mails to an address, once at least `count` have come.
    pub async fn mails_to(&self, address: &str, count: usize) -> Vec<Mail> {
        let mailbox = self.anybody(At::Mailbox);
        for _ in 0..200 {
            let all = mailbox.get(&format!("/api/v1/messages?to={address}")).await.expect(200).json;
            let text = |mail: &serde_json::Value, part: &str| mail[part].as_str().unwrap().to_owned();
            let mails: Vec<_> = all
                .as_array()
                .unwrap()
                .iter()
                .map(|m| Mail { subject: text(m, "subject"), text: text(m, "text") })
                .collect();
            if mails.len() >= count {
                return mails;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no {count} mails to {address} within twenty seconds");
    }
}

//! Authorization codes: what each stands for, once, for a minute.

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use kernel::Timestamp;

/// OAuth allows ten minutes (RFC 6749 4.1.2); a redirect takes a second.
const LIFETIME: TimeDelta = TimeDelta::seconds(60);

/// What somebody agreed to by clicking on a person.
#[derive(Debug)]
pub struct Grant {
    pub client_id: String,
    pub redirect_uri: String,
    pub challenge: String,
    pub nonce: String,
    pub person_id: String,
    pub logged_in_at: Timestamp,
}

#[derive(Debug, Default)]
pub struct Codes(Mutex<HashMap<String, Grant>>);

impl Codes {
    pub fn issue(&self, grant: Grant) -> String {
        let now = grant.logged_in_at;
        let code = unguessable();
        let mut codes = self.0.lock().expect("nothing panics while it is held");
        codes.retain(|_, grant| is_fresh(grant, now));
        codes.insert(code.clone(), grant);
        code
    }

    /// The grant, to the first who asks; a code is gone even when what comes with it turns out wrong.
    pub fn redeem(&self, code: &str, now: Timestamp) -> Option<Grant> {
        let grant = self.0.lock().expect("nothing panics while it is held").remove(code)?;
        is_fresh(&grant, now).then_some(grant)
    }
}

fn is_fresh(grant: &Grant, now: Timestamp) -> bool {
    now - grant.logged_in_at < LIFETIME
}

/// 256 random bits, for codes, token ids and session ids.
pub fn unguessable() -> String {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system gives randomness");
    BASE64URL_NOPAD.encode(&bytes)
}

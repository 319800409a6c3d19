//! Two people did something to the same complaint at once: the second sees what is there now, and keeps what they wrote.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use web::{Error, Page};

use super::{
    case::{Said, written},
    desk::{Desk, address},
    wording,
};
use crate::{
    actions::{self, Failed},
    domain::{By, Case, ComplaintId, Refused, Verb, permitted},
    store::StoreError,
};

#[derive(Template)]
#[template(path = "staff/stale.html")]
struct Stale {
    page: Page,
    number: String,
    at: String,
    state: String,
    state_tag: &'static str,
    /// What was written last.
    latest: Option<Said>,
    /// What the person wrote.
    words: String,
    /// What of it was meant for the sender.
    message: String,
    action: String,
    fields: Vec<(&'static str, String)>,
    version: i64,
    /// Whether it can still be sent as it is.
    can_send: bool,
    /// Whether what was meant as an answer can be sent as a message instead.
    can_write: bool,
    button: String,
}

/// What the person sent.
pub(super) struct Own {
    pub verb: Verb,
    pub action: String,
    /// Their texts, each for itself. Of an answer the first is what the sender was to read.
    pub words: Vec<String>,
    /// Everything they filled in, to be sent again; without the version.
    pub fields: Vec<(&'static str, String)>,
}

/// 303 to the complaint when it was done; this page when somebody else came first.
pub(super) async fn or_back(
    desk: &Desk,
    id: ComplaintId,
    done: Result<(), Failed>,
    own: Own,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let to = format!("{}?gjort={}", address(id), own.verb);
            Ok(Redirect::to(&to).into_response())
        }
        // The same button pressed twice, or a page from before: it is no longer the time for it.
        Err(
            Failed::Store(StoreError::Stale) | Failed::Refused(Refused::NotNow { .. } | Refused::InquiryLeft),
        ) => {
            let case = actions::read(&desk.app, id, &desk.person).await?;
            Ok((StatusCode::CONFLICT, web::html(&page(desk, &case, own))?).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn page(desk: &Desk, case: &Case, own: Own) -> Stale {
    let (page, complaint) = (&desk.page, &case.complaint);
    let may = |verb: Verb| permitted(verb, complaint.state, By::Person(case.standing)).is_ok();
    let content = case.content.as_ref().map(|content| written(page, content, &address(complaint.id)));
    let can_send = may(own.verb) && !(own.verb == Verb::Answer && complaint.awaits_findings());
    Stale {
        number: complaint.number.to_string(),
        at: address(complaint.id),
        state: wording::word(page, "state", complaint.state.word()),
        state_tag: wording::state_tag(complaint.state),
        latest: content.and_then(|content| content.messages.into_iter().next_back()),
        words: own.words.iter().filter(|words| !words.is_empty()).cloned().collect::<Vec<_>>().join("\n\n"),
        message: own.words.into_iter().next().unwrap_or_default(),
        action: own.action,
        fields: own.fields,
        version: complaint.version,
        can_send,
        can_write: !can_send && own.verb == Verb::Answer && may(Verb::WriteToSender),
        button: wording::word(page, "again", own.verb.word()),
        page: page.clone(),
    }
}

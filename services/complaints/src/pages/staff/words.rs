//! Writing one text: to the sender, or in the journal.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use kernel::text::{FreeText, without_control_characters};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    case::{Written, written},
    desk::{Desk, Faults, Sent, address, faulty, version},
    stale::{self, Own},
    wording,
};
use crate::{
    actions::{self, NewNote},
    address::Named,
    domain::{ComplaintId, EntryId, EntryKind, Verb},
};

/// What somebody can write by themself. The other kinds come with a deed.
const KINDS: [EntryKind; 2] = [EntryKind::Note, EntryKind::WorkingNote];

#[derive(Template)]
#[template(path = "staff/words.html")]
struct WordsPage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    action: String,
    version: i64,
    content: Option<Written>,
    is_to_sender: bool,
    text: String,
    kinds: Vec<(String, String)>,
    kind: String,
    corrects: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    text: String,
    kind: String,
    corrects: String,
    switch_language: String,
}

/// `corrects` names the entry that is to be corrected.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    corrects: String,
}

pub(super) async fn ask_note(
    desk: Desk,
    Named(id): Named,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    // Whatever names no entry is passed over.
    let corrects = asked.corrects.parse::<kernel::Uuid>().map(|id| id.to_string()).unwrap_or_default();
    ask(&desk, id, Verb::Note, &Typed { corrects, ..Typed::default() }).await
}

pub(super) async fn ask_message(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    ask(&desk, id, Verb::WriteToSender, &Typed::default()).await
}

pub(super) async fn note(Named(id): Named, sent: Sent<Typed>) -> Result<Response, Error> {
    send(id, sent, Verb::Note).await
}

pub(super) async fn message(Named(id): Named, sent: Sent<Typed>) -> Result<Response, Error> {
    send(id, sent, Verb::WriteToSender).await
}

async fn ask(desk: &Desk, id: ComplaintId, verb: Verb, typed: &Typed) -> Result<Response, Error> {
    match desk.ready_for(id, verb).await? {
        Ok(_) => show(desk, id, verb, Faults::default(), typed).await,
        Err(back) => Ok(back),
    }
}

async fn send(id: ComplaintId, sent: Sent<Typed>, verb: Verb) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, show(&desk, id, verb, Faults::default(), &typed).await?).into_response());
    }
    let text = match FreeText::parse(&typed.text, desk.app.policy.longest_text) {
        Ok(text) => text,
        Err(fault) => {
            let faults = Faults::one("text", wording::text_fault(&desk.page, "words", fault));
            return faulty(show(&desk, id, verb, faults, &typed).await);
        }
    };
    let at = desk.at(id, version(&typed.version)?);
    let done = if verb == Verb::Note {
        let new = NewNote {
            text,
            is_working: typed.kind == EntryKind::WorkingNote.word(),
            corrects: typed.corrects.parse::<kernel::Uuid>().ok().map(EntryId::from),
        };
        actions::note(&desk.app, at, new).await
    } else {
        actions::write_to_sender(&desk.app, at, text).await
    };
    let own = Own {
        verb,
        action: action(id, verb),
        words: vec![typed.text.clone()],
        fields: vec![("text", typed.text), ("kind", typed.kind), ("corrects", typed.corrects)],
    };
    stale::or_back(&desk, id, done, own).await
}

async fn show(
    desk: &Desk,
    id: ComplaintId,
    verb: Verb,
    faults: Faults,
    typed: &Typed,
) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let kinds = KINDS.into_iter().filter(|kind| case.complaint.takes(*kind).is_ok());
    let template = WordsPage {
        page: desk.page.clone(),
        faults,
        number: case.complaint.number.to_string(),
        at: address(id),
        action: action(id, verb),
        version: typed.version.parse().unwrap_or(case.complaint.version),
        content: case.content.as_ref().map(|content| written(&desk.page, content, &address(id))),
        is_to_sender: verb == Verb::WriteToSender,
        text: without_control_characters(&typed.text),
        kinds: wording::options(&desk.page, "note-kind", kinds.map(EntryKind::word)),
        kind: if typed.kind.is_empty() { EntryKind::Note.word().to_owned() } else { typed.kind.clone() },
        corrects: typed.corrects.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

fn action(id: ComplaintId, verb: Verb) -> String {
    let path = if verb == Verb::Note { "anteckna" } else { "skriv" };
    format!("{}/{path}", address(id))
}

//! Adding a piece to the inquiry, or correcting one by another.

use askama::Template;
use auth::{SignedForm, SignedIn};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use kernel::text::without_control_characters;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    visitor::{After, Errors, Sent, address, again, answer, error_of, open_for, version, with_menu},
    wording,
};
use crate::{
    App,
    actions::{self, Opened},
    at::At,
    domain::{Entry, Section, TypedEntry, Verb, in_force},
};

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage {
    page: Page,
    href: String,
    version: i64,
    number: String,
    sections: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    /// The inquiry was complete and has to be completed again.
    was_complete: bool,
    filled: TypedEntry,
    errors: Errors,
}

/// `?avsnitt=3` for a point, `?rattar=<entry>` for a correction.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    avsnitt: String,
    rattar: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    version: String,
    #[serde(default)]
    section: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    corrects: String,
}

impl EntryPage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }

    fn corrects(&self) -> bool {
        !self.filled.corrects.is_empty()
    }
}

fn shown(page: Page, opened: &Opened, filled: TypedEntry, errors: Errors) -> Result<Response, Error> {
    let nothing = (String::new(), page.t("choose-section"));
    let section = |section: Section| (section.number().to_string(), wording::section(&page, section));
    let form = EntryPage {
        href: address(opened.case.id),
        version: opened.case.version,
        number: opened.case.number.to_string(),
        sections: std::iter::once(nothing).chain(Section::all().map(section)).collect(),
        kinds: wording::kinds(&page),
        was_complete: opened.case.inquiry_completed_at.is_some(),
        filled,
        errors,
        page,
    };
    Ok(web::html(&form)?.into_response())
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
    Query(Asked { avsnitt, rattar }): Query<Asked>,
) -> Result<Response, Error> {
    let opened = match open_for(&app, &person, id, Verb::AddEntry).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let corrected = in_force(&opened.file.entries).find(|entry| entry.id.to_string() == rattar);
    let filled = match corrected {
        Some(entry) => as_it_stands(entry),
        None => TypedEntry { section: avsnitt, ..TypedEntry::default() },
    };
    shown(with_menu(page, &person), &opened, filled, Vec::new())
}

/// A correction begins with what it corrects.
fn as_it_stands(entry: &Entry) -> TypedEntry {
    TypedEntry {
        section: entry.section.number().to_string(),
        kind: entry.kind.code().to_owned(),
        source: entry.source.clone().unwrap_or_default(),
        text: entry.text.clone(),
        corrects: entry.id.to_string(),
    }
}

pub async fn send(
    State(app): State<App>,
    At(id): At,
    page: Page,
    SignedForm { person, fields }: SignedForm<Filled>,
) -> Result<Response, Error> {
    let page = with_menu(page, &person);
    let Filled { version: at, section, kind, source, text, corrects } = fields;
    let typed = TypedEntry { section, kind, source, text, corrects };
    let done = actions::add_entry(&app, &person, id, version(&at)?, &typed).await.map(drop);
    let own = vec![("entry-source", typed.source.clone()), ("entry-text", typed.text.clone())];
    let sent = Sent { app: &app, page: &page, person: &person, id, own };
    match answer(done, sent).await? {
        After::Answered(response) => Ok(response),
        After::Again(opened, errors) => again(shown(page, &opened, cleaned(&typed), errors)),
    }
}

/// As it is shown again: without what cannot be kept, so that sending again works.
fn cleaned(typed: &TypedEntry) -> TypedEntry {
    TypedEntry {
        source: without_control_characters(&typed.source),
        text: without_control_characters(&typed.text),
        ..typed.clone()
    }
}

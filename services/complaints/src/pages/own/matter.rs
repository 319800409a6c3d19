//! One matter, as the one who sent it follows it.

use axum::{
    body::Bytes,
    extract::{Multipart, Query, multipart::MultipartRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use kernel::text::{FreeText, without_control_characters};
use serde::Deserialize;
use vault::Token;
use web::Error;

use crate::{
    actions::{Failed, Repeat, add_file_of_own, letter_of_own, open_file_of_own, read_own, write_own},
    address::{Named, NamedFile},
    domain::ComplaintId,
    download::download,
    pages::{
        letter::print,
        own::{
            OWN,
            visitor::{Sent, Visitor},
        },
        public::{
            faults::{Faults, free_text},
            files,
            said::{self, DialoguePage, Place},
            sending::{self, Announced, PartFrom},
            upload::{self, Problem},
        },
    },
};

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    form: String,
    words: String,
    /// "yes": the sender is not satisfied, and the next level is to look at it.
    next_level: String,
    switch_language: String,
}

/// What was done just now, in the address that one is led to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Way {
    skickat: Option<String>,
    tillagd: Option<String>,
}

pub(super) async fn show(
    Named(id): Named,
    Query(way): Query<Way>,
    visitor: Visitor,
) -> Result<Response, Error> {
    let mut page = page(&visitor, id, "").await?;
    let done = way.skickat.map(|_| "dialogue-sent").or_else(|| way.tillagd.map(|_| "files-added"));
    page.done = done.map(|key| visitor.page.t(key));
    visitor.shows(StatusCode::OK, &page)
}

pub(super) async fn write(
    Named(id): Named,
    Sent { mut visitor, fields: typed }: Sent<Typed>,
) -> Result<Response, Error> {
    if !typed.switch_language.is_empty() {
        let cookie = visitor.in_language(&typed.switch_language);
        let page = page(&visitor, id, &typed.words).await?;
        return Ok((cookie, visitor.shows(StatusCode::OK, &page)?).into_response());
    }
    let text = match FreeText::parse(&typed.words, visitor.app.policy.longest_text) {
        Ok(text) => text,
        Err(fault) => {
            let mut page = page(&visitor, id, &without_control_characters(&typed.words)).await?;
            page.faults = Faults::one("words", free_text(&visitor.page, "dialogue", fault));
            return visitor.shows(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let key = Token::chosen(&[typed.form.as_bytes(), text.as_str().as_bytes()]).hash();
    let wish = said::wish(&typed.next_level);
    let repeat = Repeat::new(&format!("write own {wish}"), &key, text.as_str().as_bytes());
    write_own(&visitor.app, id, &visitor.person, text, wish, &repeat).await?;
    Ok(Redirect::to(&format!("{OWN}/{id}?skickat=1")).into_response())
}

/// A file for it is announced by a script. Whose it is not announces none.
pub(super) async fn announce(
    Named(id): Named,
    Sent { visitor, fields: file }: Sent<Announced>,
) -> Result<Response, Error> {
    read_own(&visitor.app, id, &visitor.person).await?;
    sending::announce(&visitor.app.intake(), &visitor.page, &file)
}

pub(super) async fn part(
    Named(id): Named,
    visitor: Visitor,
    Query(PartFrom { fran }): Query<PartFrom>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Error> {
    read_own(&visitor.app, id, &visitor.person).await?;
    sending::part(&visitor.app.intake(), &visitor.page, &headers, fran, &bytes).await
}

/// Adds a file. One that is not taken leaves the page as it was, with what is wrong beside the field.
pub(super) async fn add_file(
    Named(id): Named,
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    // Whose it is not sends no file here.
    let mut page = page(&visitor, id, "").await?;
    let upload = upload::read(&visitor.app.intake(), &visitor.page, form, true).await?;
    let problem = match (upload.problem, &upload.file) {
        (Some(problem), _) => problem,
        (None, None) => Problem::NoneChosen,
        (None, Some(file)) => match add(&visitor, id, &file.token).await {
            Ok(()) => return Ok(Redirect::to(&format!("{OWN}/{id}?tillagd=1")).into_response()),
            Err(Failed::File(fault)) => Problem::File(fault),
            Err(Failed::FileGone) => Problem::PageOld,
            Err(failed) => return Err(failed.into()),
        },
    };
    page.faults = Faults::one("file", files::text(&visitor.page, &visitor.app.policy, problem));
    visitor.shows(files::status(problem), &page)
}

async fn add(visitor: &Visitor, id: ComplaintId, file: &str) -> Result<(), Failed> {
    let file = file.parse::<Token>().map_err(|_| Failed::FileGone)?;
    add_file_of_own(&visitor.app, id, &visitor.person, &file).await
}

pub(super) async fn file(NamedFile(id, file): NamedFile, visitor: Visitor) -> Result<Response, Error> {
    Ok(download(open_file_of_own(&visitor.app, id, file, &visitor.person).await?))
}

/// The answer as a letter.
pub(super) async fn letter(Named(id): Named, visitor: Visitor) -> Result<Response, Error> {
    let letter = letter_of_own(&visitor.app, id, &visitor.person).await?;
    let register = visitor.app.inside.ground.directory.now();
    print(&visitor.page, &visitor.app.policy, &register, letter).await
}

async fn page(visitor: &Visitor, id: ComplaintId, words: &str) -> Result<DialoguePage, Error> {
    let dialogue = read_own(&visitor.app, id, &visitor.person).await?;
    let at = format!("{OWN}/{id}");
    let place = Place { write: at.clone(), at, back: Some(OWN), open_until: None };
    let register = visitor.app.inside.ground.directory.now();
    Ok(said::page(visitor.page.clone(), &visitor.app.policy, &register, &dialogue, place, words))
}

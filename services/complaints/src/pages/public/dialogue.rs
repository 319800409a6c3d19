//! What the sender and the unit say to each other.

use axum::{
    body::Bytes,
    extract::{Multipart, Path, Query, multipart::MultipartRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use kernel::{
    Timestamp,
    text::{FreeText, without_control_characters},
};
use serde::Deserialize;
use vault::Token;
use web::{Error, Form};

use crate::{
    actions::{
        Failed, Repeat, add_own_file, open_dialogue, open_letter, open_own_file, reading, write_again,
    },
    domain::Dialogue,
    download::download,
    pages::{
        letter::print,
        public::{
            faults::{self, Faults},
            files,
            matter::{self, MATTER},
            said::{self, DialoguePage, Place},
            sending::{self, Announced, PartFrom},
            upload::{self, Problem},
            visitor::Visitor,
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

const DIALOGUE: &str = "/mitt-arende/dialog";

fn page(visitor: &Visitor, dialogue: &Dialogue, words: &str, until: Timestamp) -> DialoguePage {
    let place =
        Place { at: MATTER.to_owned(), write: DIALOGUE.to_owned(), back: None, open_until: Some(until) };
    let register = visitor.app.ground.directory.now();
    said::page(visitor.page.clone(), &visitor.app.policy, &register, dialogue, place, words)
}

pub(super) async fn show(visitor: Visitor) -> Result<Response, Error> {
    let Some((reading, until)) = reading::look(&visitor.app, visitor.reading.as_ref()).await? else {
        return Ok(Redirect::to(MATTER).into_response());
    };
    let dialogue = open_dialogue(&visitor.app, &reading.receipt).await?;
    let mut page = page(&visitor, &dialogue, &reading.words, until);
    page.done = visitor.done();
    Ok(web::html(&page)?.into_response())
}

/// A file that came with the complaint, for whoever has the matter open.
pub(super) async fn file(visitor: Visitor, Path(file): Path<String>) -> Result<Response, Error> {
    let Some((reading, _)) = reading::look(&visitor.app, visitor.reading.as_ref()).await? else {
        return Ok(Redirect::to(MATTER).into_response());
    };
    let file = file.parse::<kernel::Uuid>().map_err(|_| Error::NotFound)?;
    Ok(download(open_own_file(&visitor.app, &reading.receipt, file.into()).await?))
}

/// The answer as a letter.
pub(super) async fn letter(visitor: Visitor) -> Result<Response, Error> {
    let Some((reading, _)) = reading::look(&visitor.app, visitor.reading.as_ref()).await? else {
        return Ok(Redirect::to(MATTER).into_response());
    };
    let letter = open_letter(&visitor.app, &reading.receipt).await?;
    let register = visitor.app.ground.directory.now();
    print(&visitor.page, &visitor.app.policy, &register, letter).await
}

/// A file for it is announced by a script.
pub(super) async fn announce(visitor: Visitor, Form(file): Form<Announced>) -> Result<Response, Error> {
    match page_old(&visitor).await? {
        Some(answer) => Ok(answer),
        None => sending::announce(&visitor.app, &visitor.page, &file),
    }
}

pub(super) async fn part(
    visitor: Visitor,
    Query(PartFrom { fran }): Query<PartFrom>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Error> {
    match page_old(&visitor).await? {
        Some(answer) => Ok(answer),
        None => sending::part(&visitor.app, &visitor.page, &headers, fran, &bytes).await,
    }
}

/// What the script is told when nobody has the matter open any more.
async fn page_old(visitor: &Visitor) -> Result<Option<Response>, Error> {
    match reading::look(&visitor.app, visitor.reading.as_ref()).await? {
        Some(_) => Ok(None),
        None => sending::problem(&visitor.app, &visitor.page, Problem::PageOld).map(Some),
    }
}

/// Adds a file. One that is not taken leaves the page as it was, with what is wrong beside the field.
pub(super) async fn add_file(
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    let Some((reading, until)) = reading::look(&visitor.app, visitor.reading.as_ref()).await? else {
        return Ok(Redirect::to(MATTER).into_response());
    };
    let upload = upload::read(&visitor.app, &visitor.page, form, true).await?;
    let problem = match (upload.problem, &upload.file) {
        (Some(problem), _) => problem,
        (None, None) => Problem::NoneChosen,
        (None, Some(file)) => match add(&visitor, &reading.receipt, &file.token).await {
            Ok(()) => return Ok(Redirect::to("/mitt-arende/dialog?tillagd=1").into_response()),
            Err(Failed::File(fault)) => Problem::File(fault),
            Err(Failed::FileGone) => Problem::PageOld,
            Err(failed) => return Err(failed.into()),
        },
    };
    let dialogue = open_dialogue(&visitor.app, &reading.receipt).await?;
    let mut page = page(&visitor, &dialogue, &reading.words, until);
    page.faults = Faults::one("file", files::text(&visitor.page, &visitor.app.policy, problem));
    Ok((files::status(problem), web::html(&page)?).into_response())
}

async fn add(visitor: &Visitor, receipt: &str, file: &str) -> Result<(), Failed> {
    let file = file.parse::<Token>().map_err(|_| Failed::FileGone)?;
    add_own_file(&visitor.app, receipt, &file).await
}

pub(super) async fn write(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let Some(token) = &visitor.reading else { return matter::ended(&visitor, &typed.words) };
    if !reading::keep_words(&visitor.app, token, &without_control_characters(&typed.words)).await? {
        return matter::ended(&visitor, &typed.words);
    }
    if !typed.switch_language.is_empty() {
        return Ok(visitor.in_language(&typed.switch_language, Redirect::to(DIALOGUE).into_response()));
    }
    let text = match FreeText::parse(&typed.words, visitor.app.policy.longest_text) {
        Ok(text) => text,
        Err(fault) => {
            let text = faults::free_text(&visitor.page, "dialogue", fault);
            return again(&visitor, &typed, text, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    match send(&visitor, token, text, &typed).await {
        Ok(()) => Ok(Redirect::to("/mitt-arende/dialog?skickat=1").into_response()),
        Err(failed) => not_sent(&visitor, &typed, failed).await,
    }
}

async fn send(visitor: &Visitor, token: &Token, text: FreeText, typed: &Typed) -> Result<(), Failed> {
    let reading = reading::look(&visitor.app, Some(token)).await?.ok_or(Failed::NotFound)?.0;
    // Another text from the same form, after going back, is another message.
    let key = Token::chosen(&[typed.form.as_bytes(), text.as_str().as_bytes()]).hash();
    let wish = said::wish(&typed.next_level);
    let repeat = Repeat::new(&format!("write again {wish}"), &key, text.as_str().as_bytes());
    match write_again(&visitor.app, &reading.receipt, text, wish, &repeat).await {
        // Pressed twice: the first press has it.
        Ok(()) | Err(Failed::UnderWay) => {}
        Err(failed) => return Err(failed),
    }
    reading::keep_words(&visitor.app, token, "").await?;
    Ok(())
}

async fn not_sent(visitor: &Visitor, typed: &Typed, failed: Failed) -> Result<Response, Error> {
    let error = Error::from(failed);
    if let Error::Internal(cause) = &error {
        tracing::error!(error = format!("{cause:#}"), "a message could not be taken");
    }
    let text = visitor.page.t("dialogue-not-now");
    again(visitor, typed, text, StatusCode::SERVICE_UNAVAILABLE).await.map_err(|_| error)
}

/// The page again with what was typed, and what is wrong with it.
async fn again(
    visitor: &Visitor,
    typed: &Typed,
    text: String,
    status: StatusCode,
) -> Result<Response, Error> {
    let Some((reading, until)) = reading::look(&visitor.app, visitor.reading.as_ref()).await? else {
        return matter::ended(visitor, &typed.words);
    };
    let dialogue = open_dialogue(&visitor.app, &reading.receipt).await?;
    let words = without_control_characters(&typed.words);
    let mut page = page(visitor, &dialogue, &words, until);
    page.faults = Faults::one("words", text);
    Ok((status, web::html(&page)?).into_response())
}

//! What the sender and the unit say to each other.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{
    Timestamp,
    text::{FreeText, without_control_characters},
};
use serde::Deserialize;
use vault::Token;
use web::{Error, Form, Page};

use crate::{
    actions::{Failed, Repeat, open_dialogue, reading, write_again},
    domain::{Dialogue, Direction, MessageKind, Status},
    pages::public::{
        days,
        faults::{self, Faults},
        files::size_in_words,
        matter::{self, MATTER},
        visitor::Visitor,
    },
};

#[derive(Template)]
#[template(path = "public/dialogue.html")]
struct DialoguePage {
    page: Page,
    faults: Faults,
    done: Option<String>,
    number: String,
    told: String,
    is_answered: bool,
    is_misconduct_too: bool,
    received_at: Timestamp,
    /// While an answer is waited for.
    answer_by: Option<String>,
    messages: Vec<Said>,
    files: Vec<Listed>,
    words: String,
    /// Names this form: sent twice, it is taken once.
    form: String,
    open_until: String,
}

struct Said {
    who: String,
    own: bool,
    is_answer: bool,
    text: String,
    at: String,
    iso: String,
}

struct Listed {
    name: String,
    size: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    form: String,
    words: String,
    switch_language: String,
}

const DIALOGUE: &str = "/mitt-arende/dialog";

pub(super) async fn show(visitor: Visitor) -> Result<Response, Error> {
    let Some((reading, until)) = reading::look(&visitor.app, visitor.reading.as_ref()).await? else {
        return Ok(Redirect::to(MATTER).into_response());
    };
    let dialogue = open_dialogue(&visitor.app, &reading.receipt).await?;
    let template = DialoguePage { done: visitor.done(), ..page(&visitor, &dialogue, &reading.words, until) };
    Ok(web::html(&template)?.into_response())
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
    match send(&visitor, token, text, &typed.form).await {
        Ok(()) => Ok(Redirect::to("/mitt-arende/dialog?skickat=1").into_response()),
        Err(failed) => not_sent(&visitor, &typed, failed).await,
    }
}

async fn send(visitor: &Visitor, token: &Token, text: FreeText, form: &str) -> Result<(), Failed> {
    let reading = reading::look(&visitor.app, Some(token)).await?.ok_or(Failed::NotFound)?.0;
    // Another text from the same form, after going back, is another message.
    let key = Token::chosen(&[form.as_bytes(), text.as_str().as_bytes()]).hash();
    let repeat = Repeat::new("write again", &key, text.as_str().as_bytes());
    match write_again(&visitor.app, &reading.receipt, text, &repeat).await {
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
    let template =
        DialoguePage { faults: Faults::one("words", text), ..page(visitor, &dialogue, &words, until) };
    Ok((status, web::html(&template)?).into_response())
}

fn page(visitor: &Visitor, dialogue: &Dialogue, words: &str, until: Timestamp) -> DialoguePage {
    let page = visitor.page.clone();
    let is_answered = dialogue.messages.iter().any(|message| message.kind == MessageKind::Answer);
    let waits = dialogue.wants_answer && !is_answered && awaits(dialogue.status);
    DialoguePage {
        faults: Faults::default(),
        done: None,
        number: dialogue.number.to_string(),
        told: told(&page, dialogue.status),
        is_answered,
        is_misconduct_too: dialogue.handled_as_misconduct,
        received_at: dialogue.received_at,
        answer_by: waits.then(|| days::long(&page, dialogue.answer_by)),
        messages: dialogue.messages.iter().map(|message| said(&page, message)).collect(),
        files: dialogue.files.iter().map(|file| listed(&page, file)).collect(),
        words: words.to_owned(),
        form: Token::random().reveal(),
        open_until: kernel::calendar::swedish_time(until).format("%H.%M").to_string(),
        page,
    }
}

fn said(page: &Page, message: &crate::domain::Message) -> Said {
    let own = message.from == Direction::Sender;
    let we = || message.author.clone().unwrap_or_else(|| page.t("dialogue-we"));
    Said {
        who: if own { page.t("dialogue-you") } else { we() },
        own,
        is_answer: message.kind == MessageKind::Answer,
        text: message.text.clone(),
        at: page.when(&message.written_at),
        iso: message.written_at.to_rfc3339(),
    }
}

fn listed(page: &Page, file: &crate::domain::FileEntry) -> Listed {
    Listed { name: file.name.clone(), size: size_in_words(page, file.size) }
}

/// How far it has come, in a sentence.
fn told(page: &Page, status: Status) -> String {
    page.t(match status {
        Status::Received => "told-received",
        Status::Registered => "told-registered",
        Status::Handled => "told-handled",
        Status::Answered => "told-answered",
        Status::Closed => "told-closed",
        Status::Redirected => "told-redirected",
    })
}

const fn awaits(status: Status) -> bool {
    match status {
        Status::Received | Status::Registered | Status::Handled => true,
        Status::Answered | Status::Closed | Status::Redirected => false,
    }
}

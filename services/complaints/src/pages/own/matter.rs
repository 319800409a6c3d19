//! One matter, as the one who sent it follows it.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::text::{FreeText, without_control_characters};
use serde::Deserialize;
use vault::Token;
use web::{Error, Page};

use crate::{
    actions::{Repeat, letter_of_own, open_file_of_own, read_own, write_own},
    address::{Named, NamedFile},
    domain::ComplaintId,
    download::download,
    pages::{
        letter::print,
        listed::{Listed, listed},
        own::visitor::{Sent, Visitor},
        public::{
            faults::{Faults, free_text},
            said::{Said, done, said, told},
        },
    },
};

#[derive(Template)]
#[template(path = "own/matter.html")]
struct MatterPage {
    page: Page,
    faults: Faults,
    action: String,
    number: String,
    told: String,
    has_letter: bool,
    is_misconduct_too: bool,
    steps: Vec<(String, String)>,
    messages: Vec<Said>,
    files: Vec<Listed>,
    words: String,
    /// Names this form: sent twice, it is taken once.
    form: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    form: String,
    words: String,
    switch_language: String,
}

pub(super) async fn show(Named(id): Named, visitor: Visitor) -> Result<Response, Error> {
    page(&visitor, id, String::new(), Faults::default(), StatusCode::OK).await
}

pub(super) async fn write(
    Named(id): Named,
    Sent { mut visitor, fields: typed }: Sent<Typed>,
) -> Result<Response, Error> {
    if !typed.switch_language.is_empty() {
        let cookie = visitor.in_language(&typed.switch_language);
        let page = page(&visitor, id, typed.words, Faults::default(), StatusCode::OK).await?;
        return Ok((cookie, page).into_response());
    }
    let text = match FreeText::parse(&typed.words, visitor.app.policy.longest_text) {
        Ok(text) => text,
        Err(fault) => {
            let faults = Faults::one("words", free_text(&visitor.page, "dialogue", fault));
            let words = without_control_characters(&typed.words);
            return page(&visitor, id, words, faults, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let key = Token::chosen(&[typed.form.as_bytes(), text.as_str().as_bytes()]).hash();
    let repeat = Repeat::new("write own", &key, text.as_str().as_bytes());
    write_own(&visitor.app, id, &visitor.person, text, &repeat).await?;
    Ok(Redirect::to(&format!("/mina-arenden/{id}")).into_response())
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

async fn page(
    visitor: &Visitor,
    id: ComplaintId,
    words: String,
    faults: Faults,
    status: StatusCode,
) -> Result<Response, Error> {
    let dialogue = read_own(&visitor.app, id, &visitor.person).await?;
    let page = &visitor.page;
    let template = MatterPage {
        faults,
        action: format!("/mina-arenden/{id}"),
        number: dialogue.number.to_string(),
        told: told(page, dialogue.status),
        has_letter: dialogue.has_letter,
        is_misconduct_too: dialogue.handled_as_misconduct,
        steps: dialogue.steps.iter().map(|(step, at)| (done(page, *step), page.when(at))).collect(),
        messages: dialogue.messages.iter().map(|message| said(page, message)).collect(),
        files: listed(page, &format!("/mina-arenden/{id}/filer"), &dialogue.files, &page.t("dialogue-you")),
        words,
        form: Token::random().reveal(),
        page: page.clone(),
    };
    Ok((status, web::html(&template)?).into_response())
}

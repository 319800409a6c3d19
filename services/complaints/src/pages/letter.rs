//! The answer as a letter, whoever prints it.

use axum::{body::Body, response::Response};
use documents::{Answer, Head, Passage, Pdf};
use organisation::Register;
use web::{Error, Page, download};

use crate::domain::{Letter, Policy};

/// The letter as a PDF, with the day of the answer on it and in the language of the page.
pub(super) async fn print(
    page: &Page,
    policy: &Policy,
    register: &Register,
    letter: Letter,
) -> Result<Response, Error> {
    let name = format!("svar-{}.pdf", letter.number);
    let made = documents::make(filled_in(page, policy, register, letter)).await;
    let bytes = made.map_err(|error| Error::Internal(error.into()))?.into_bytes();
    Ok(download(&name, Pdf::CONTENT_TYPE, None, Body::from(bytes)))
}

fn filled_in(page: &Page, policy: &Policy, register: &Register, letter: Letter) -> Answer {
    let unit = letter.unit.and_then(|unit| register.unit(unit)).map(|unit| unit.name.clone());
    let (name, position) = match letter.author.split_once(", ") {
        Some((name, position)) => (name.to_owned(), Some(position.to_owned())),
        None => (letter.author, None),
    };
    let again = page.t1("letter-unhappy", "phone", &page.contacts().phone);
    let others = format!("{} {}", page.t("start-others-ivo"), page.t("start-others-school"));
    Answer {
        head: Head {
            language: page.language().clone(),
            office: policy.office.clone(),
            at: letter.answered_at,
        },
        title: page.t("dialogue-answer"),
        number: letter.number,
        diary_number: letter.diary_number,
        to: letter.to,
        text: letter.text,
        // Where names are withheld, the unit is the one who answers.
        unit: unit.filter(|unit| *unit != name),
        name,
        position,
        passages: vec![Passage::text(page.t("dialogue-unhappy-title"), [again, others])],
    }
}

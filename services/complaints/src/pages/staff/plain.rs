//! What can be plainer in an answer: shown beside it and before it is sent. It never stands in the way.

use std::{collections::BTreeSet, sync::LazyLock};

use askama::Template;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::{
    Error, Page,
    assets::{SCRIPT, kept, versioned},
};

use super::desk::Sent;
use crate::domain::plain::{Finding, Reading, Sentence, read};

/// The text with what was found in it, and what to do about each.
pub(super) struct Plain {
    pub pieces: Vec<Piece>,
    pub tips: Vec<String>,
}

/// A sentence, or what stands between two.
pub(super) struct Piece {
    pub is_long: bool,
    /// Text, and what it is: "hard", "passive", or nothing to look at.
    pub parts: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "staff/plain.html")]
struct Tips {
    page: Page,
    plain: Plain,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    text: String,
}

const JS: &str = include_str!("../../../static/plain.js");

pub(super) fn script_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/plain.js", JS));
    &ADDRESS
}

pub(super) async fn script() -> impl IntoResponse {
    kept(SCRIPT, JS)
}

/// For the script that asks while somebody writes. Nothing of it is kept.
pub(super) async fn tips(Sent { desk, fields }: Sent<Typed>) -> Result<Response, Error> {
    let plain = Plain::of(&desk.page, &fields.text, desk.app.policy.most_words);
    Ok(web::html(&Tips { page: desk.page, plain })?.into_response())
}

impl Plain {
    pub fn of(page: &Page, text: &str, most_words: usize) -> Self {
        let reading = read(text, most_words);
        Self { pieces: pieces(text, &reading), tips: tips_of(page, text, &reading) }
    }
}

fn pieces(text: &str, reading: &Reading) -> Vec<Piece> {
    let between = |text: &str| Piece { is_long: false, parts: vec![("", text.to_owned())] };
    let (mut pieces, mut end) = (Vec::new(), 0);
    for sentence in &reading.sentences {
        pieces.push(between(&text[end..sentence.at.start]));
        pieces.push(Piece { is_long: sentence.is_long, parts: parts(text, sentence) });
        end = sentence.at.end;
    }
    pieces.push(between(&text[end..]));
    pieces
}

fn parts(text: &str, sentence: &Sentence) -> Vec<(&'static str, String)> {
    let (mut parts, mut end) = (Vec::new(), sentence.at.start);
    for mark in &sentence.marks {
        let kind = match mark.finding {
            Finding::Hard { .. } => "hard",
            Finding::Passive => "passive",
        };
        parts.push(("", text[end..mark.at.start].to_owned()));
        parts.push((kind, text[mark.at.clone()].to_owned()));
        end = mark.at.end;
    }
    parts.push(("", text[end..sentence.at.end].to_owned()));
    parts
}

/// In the order of the text. A word that comes again is told of once.
fn tips_of(page: &Page, text: &str, reading: &Reading) -> Vec<String> {
    let mut told = BTreeSet::new();
    let mut tips = Vec::new();
    for sentence in &reading.sentences {
        if sentence.is_long {
            let words = sentence.words.to_string();
            tips.push(page.t2(
                "plain-long",
                ("words", &words),
                ("begins", &beginning(&text[sentence.at.clone()])),
            ));
        }
        for mark in &sentence.marks {
            let word = text[mark.at.clone()].to_lowercase();
            if told.insert(word.clone()) {
                tips.push(match mark.finding {
                    Finding::Hard { plainly } => page.t2("plain-hard", ("word", &word), ("plainly", plainly)),
                    Finding::Passive => page.t1("plain-passive", "word", word),
                });
            }
        }
    }
    tips
}

/// Enough of a sentence to know it by.
fn beginning(sentence: &str) -> String {
    let words: Vec<_> = sentence.split_whitespace().take(5).collect();
    words.join(" ")
}

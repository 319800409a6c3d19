//! A verb's form as data: what is asked, in order. One template shows them all.

use std::fmt;

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::text::{TextFault, without_control_characters};
use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, Visitor},
};
use web::{Error, Page};

use super::{
    case::{Written, written},
    desk::{Desk, Faults, address, faulty, version},
    stale::{self, Own},
    wording,
};
use crate::{
    actions::{self, Failed},
    domain::{AnswerFault, AnswerWrong, Case, ComplaintId, Verb},
};

/// What a verb asks. Its texts have the verb's name: `<verb>-title`, `-lead`, `-send`; a question's have the field's:
/// `<verb>-<field>`, `-<field>-hint`, `-<field>-missing`.
pub(super) struct Form {
    pub verb: Verb,
    /// The last part of its address.
    pub path: &'static str,
    pub asks: fn(&Desk, &Case) -> Vec<Ask>,
}

/// One question.
pub(super) struct Ask {
    pub name: &'static str,
    pub kind: Kind,
    pub is_optional: bool,
    /// What stands there before anybody has typed.
    pub suggestion: String,
}

pub(super) enum Kind {
    /// Many lines.
    Text,
    Line,
    Day,
    /// One of few.
    Choices(Vec<(String, String)>),
    /// One of many.
    Select(Vec<(String, String)>),
}

impl Ask {
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, is_optional: false, suggestion: String::new() }
    }

    pub fn yes_no(page: &Page, name: &'static str) -> Self {
        Self::new(
            name,
            Kind::Choices([("yes", "yes"), ("no", "no")].map(|(v, key)| (v.into(), page.t(key))).into()),
        )
    }

    /// One of a closed list, worded as `<kind>-<word>`.
    pub fn words(
        page: &Page,
        name: &'static str,
        kind: &str,
        words: impl Iterator<Item = &'static str>,
    ) -> Self {
        let options = wording::options(page, kind, words);
        Self::new(
            name,
            Kind::Choices(options.into_iter().map(|(value, text)| (value.to_owned(), text)).collect()),
        )
    }

    pub fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    pub fn suggesting(self, suggestion: String) -> Self {
        Self { suggestion, ..self }
    }
}

/// What was filled in. A field that comes twice is refused.
#[derive(Debug, Default)]
pub(super) struct Answers(Vec<(String, String)>);

impl Answers {
    /// Everything, to tell whether it is the same as before.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|(name, value)| format!("{name}\0{value}\0").into_bytes()).collect()
    }

    /// Empty when it was not filled in.
    pub fn of(&self, name: &str) -> &str {
        self.found(name).unwrap_or_default()
    }

    /// Those whose name begins so: the rest of the name, and the value.
    pub fn beginning<'a>(&'a self, with: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(with)?, value.as_str())))
    }

    fn found(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Answers;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("fields")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut fields: M) -> Result<Answers, M::Error> {
                let mut answers = Answers::default();
                while let Some((name, value)) = fields.next_entry::<String, String>()? {
                    if answers.found(&name).is_some() {
                        return Err(M::Error::custom("a field came twice"));
                    }
                    answers.0.push((name, value));
                }
                Ok(answers)
            }
        }
        from.deserialize_map(Pairs)
    }
}

#[derive(Template)]
#[template(path = "staff/form.html")]
struct FormPage {
    page: Page,
    faults: Faults,
    title: String,
    lead: String,
    send: String,
    back: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    content: Option<Written>,
    questions: Vec<Question>,
}

/// A form that is about no complaint yet.
pub(super) struct Blank {
    /// What its texts begin with.
    pub key: &'static str,
    pub action: &'static str,
    pub hidden: Vec<(&'static str, String)>,
    pub asks: Vec<Ask>,
}

/// A question as it is shown.
struct Question {
    name: &'static str,
    label: String,
    hint: String,
    kind: Kind,
    is_optional: bool,
    value: String,
}

/// The empty form, or the way back when it is not the time for it.
pub(super) async fn ask(desk: &Desk, id: ComplaintId, form: &Form) -> Result<Response, Error> {
    match desk.ready_for(id, form.verb).await? {
        Ok(_) => show(desk, id, form, Faults::default(), &Answers::default()).await,
        Err(back) => Ok(back),
    }
}

/// The form as it was filled in, when only another language was asked for. A field it does not have is refused.
pub(super) async fn other_language(
    desk: &mut Desk,
    id: ComplaintId,
    form: &Form,
    answers: &Answers,
) -> Result<Option<Response>, Error> {
    let language = answers.of("switch_language").to_owned();
    if language.is_empty() {
        return Ok(None);
    }
    let cookie = desk.in_language(&language);
    Ok(Some((cookie, show(desk, id, form, Faults::default(), answers).await?).into_response()))
}

/// 422 with the form as it was filled in and every fault beside its field.
pub(super) async fn wrong(
    desk: &Desk,
    id: ComplaintId,
    form: &Form,
    faults: Vec<AnswerFault>,
    answers: &Answers,
) -> Result<Response, Error> {
    let faults =
        faults.into_iter().map(|fault| (fault.field, text(&desk.page, form.verb.word(), fault))).collect();
    faulty(show(desk, id, form, faults, answers).await)
}

/// The version the form was shown with.
pub(super) fn version_of(answers: &Answers) -> Result<i64, Error> {
    version(answers.of("version"))
}

/// 303 to the complaint, or both versions when somebody came first.
pub(super) async fn after(
    desk: &Desk,
    id: ComplaintId,
    form: &Form,
    answers: Answers,
    done: Result<(), Failed>,
) -> Result<Response, Error> {
    let known = asks_of(desk, id, form).await?;
    let mut own = Own {
        verb: form.verb,
        action: format!("{}/{}", address(id), form.path),
        words: Vec::new(),
        fields: Vec::new(),
    };
    for ask in known {
        let typed = answers.of(ask.name).to_owned();
        if matches!(ask.kind, Kind::Text | Kind::Line) {
            own.words.push(typed.clone());
        }
        own.fields.push((ask.name, typed));
    }
    stale::or_back(desk, id, done, own).await
}

/// A form that is about no complaint yet, as it was filled in. A field it does not have is refused.
pub(super) fn blank(desk: &Desk, form: Blank, faults: Faults, answers: &Answers) -> Result<Response, Error> {
    let page = &desk.page;
    let Blank { key: of, action, hidden, asks } = form;
    let known = |name: &str| {
        name == "switch_language"
            || hidden.iter().any(|(known, _)| *known == name)
            || asks.iter().any(|ask| ask.name == name)
    };
    if !answers.0.iter().all(|(name, _)| known(name)) {
        return Err(Error::BadRequest);
    }
    let template = FormPage {
        faults,
        title: page.t(&wording::key(of, "title")),
        lead: page.t(&wording::key(of, "lead")),
        send: page.t(&wording::key(of, "send")),
        back: "/".to_owned(),
        action: action.to_owned(),
        hidden,
        content: None,
        questions: asks.into_iter().map(|ask| question(page, of, ask, answers)).collect(),
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

async fn asks_of(desk: &Desk, id: ComplaintId, form: &Form) -> Result<Vec<Ask>, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    Ok((form.asks)(desk, &case))
}

async fn show(
    desk: &Desk,
    id: ComplaintId,
    form: &Form,
    faults: Faults,
    answers: &Answers,
) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let page = &desk.page;
    let key = |part: &str| wording::key(form.verb.word(), part);
    let asks = (form.asks)(desk, &case);
    let known = |name: &str| {
        ["version", "switch_language"].contains(&name) || asks.iter().any(|ask| ask.name == name)
    };
    if !answers.0.iter().all(|(name, _)| known(name)) {
        return Err(Error::BadRequest);
    }
    let version = answers.of("version").parse().unwrap_or(case.complaint.version);
    let template = FormPage {
        faults,
        title: page.t1(&key("title"), "number", case.complaint.number.to_string()),
        lead: page.t(&key("lead")),
        send: page.t(&key("send")),
        back: address(id),
        action: format!("{}/{}", address(id), form.path),
        hidden: vec![("version", version.to_string())],
        content: case.content.as_ref().map(|content| written(page, content, &address(id))),
        questions: asks.into_iter().map(|ask| question(page, form.verb.word(), ask, answers)).collect(),
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

fn question(page: &Page, of: &str, ask: Ask, answers: &Answers) -> Question {
    let key = |part: &str| wording::key(of, &format!("{}{part}", ask.name));
    let value = answers.found(ask.name).map(without_control_characters);
    Question {
        name: ask.name,
        label: page.t(&key("")),
        hint: wording::text_if_any(page, &key("-hint")),
        kind: ask.kind,
        is_optional: ask.is_optional,
        value: value.unwrap_or(ask.suggestion),
    }
}

/// What to do about a fault, in words.
pub(super) fn text(page: &Page, of: &str, fault: AnswerFault) -> String {
    let own = |part: &str| page.t(&wording::key(of, &format!("{}-{part}", fault.field)));
    match fault.wrong {
        AnswerWrong::Unanswered | AnswerWrong::Text(TextFault::Empty) => own("missing"),
        AnswerWrong::Unknown => own("unknown"),
        AnswerWrong::Text(other) => wording::text_fault(page, "words", other),
        AnswerWrong::TooEarly => page.t("fault-too-early"),
        AnswerWrong::TooLate => page.t("fault-too-late"),
        AnswerWrong::NoConsent => page.t("fault-no-consent"),
        AnswerWrong::SeverityAndMisconductDiffer => page.t("severity-and-misconduct"),
        AnswerWrong::Conflict => page.t("unanswered-no-conflict"),
        AnswerWrong::NotAnAddress => page.t("fault-not-an-address"),
    }
}

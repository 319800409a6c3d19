//! A verb's form as data: what is asked, in order, and what is then done. One template shows them all.

use askama::Template;
use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use kernel::text::without_control_characters;
use web::{Error, Page};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    case::{Written, written},
    desk::{Desk, Faults, Sent, address, faulty, version},
    stale::{self, Own},
    wording,
};
use crate::{
    StaffApp,
    actions::{self, At, Failed},
    address::Named,
    domain::{AnswerFault, Case, Complaint, ComplaintId, Verb},
};

/// What a verb asks. Its texts have the verb's name: `<verb>-title`, `-lead`, `-send`; a question's have the field's:
/// `<verb>-<field>`, `-<field>-hint`, `-<field>-missing`.
pub(super) trait Form: 'static {
    const VERB: Verb;
    /// The last part of its address.
    const PATH: &'static str;
    /// Whether it may not be there any more for whoever has done it.
    const LEADS_AWAY: bool = false;
    /// What was filled in, when it can be used.
    type New: Send;

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask>;

    /// Said before the questions.
    fn before(_: &Desk, _: &Case) -> Option<String> {
        None
    }

    /// What was filled in, or every fault in it.
    fn read(desk: &Desk, complaint: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>>;

    fn act(desk: &Desk, at: At<'_>, new: Self::New) -> impl Future<Output = Result<(), Failed>> + Send;

    /// What of a failure somebody can mend in the form.
    fn fault(_: &Failed) -> Option<AnswerFault> {
        None
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
    /// Said before the questions, with where it leads.
    before: Option<(String, Option<&'static str>)>,
    content: Option<Written>,
    questions: Vec<Question>,
}

/// A form that is about no complaint yet.
pub(super) struct Blank {
    /// What its texts begin with.
    pub key: &'static str,
    pub action: &'static str,
    pub hidden: Vec<(&'static str, String)>,
    /// Said before the questions, with where it leads.
    pub before: (String, Option<&'static str>),
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

/// Its address: GET asks, POST does it.
pub(super) fn of<F: Form>() -> Router<StaffApp> {
    Router::new().route(&format!("/arenden/{{id}}/{}", F::PATH), get(ask::<F>).post(send::<F>))
}

/// The empty form, or the way back when it is not the time for it.
async fn ask<F: Form>(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, F::VERB).await? {
        Ok(_) => show::<F>(&desk, id, Faults::default(), &Answers::default()).await,
        Err(back) => Ok(back),
    }
}

/// 303 to the complaint; 422 with the form as it was filled in and every fault beside its field; or both versions when
/// somebody came first.
async fn send<F: Form>(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    let language = answers.of("switch_language");
    if !language.is_empty() {
        let cookie = desk.in_language(language);
        return Ok((cookie, show::<F>(&desk, id, Faults::default(), &answers).await?).into_response());
    }
    let (complaint, _) = match desk.sees(id).await {
        // Pressed twice, or a colleague came first: it is where it should be.
        Err(Error::NotFound) if F::LEADS_AWAY => return Ok(away(&desk)),
        seen => seen?,
    };
    let new = match F::read(&desk, &complaint, &answers) {
        Ok(new) => new,
        Err(faults) => return wrong::<F>(&desk, id, faults, &answers).await,
    };
    let at = desk.at(id, version(answers.of("version"))?);
    let done = F::act(&desk, at, new).await;
    if F::LEADS_AWAY && done.is_ok() && matches!(desk.sees(id).await, Err(Error::NotFound)) {
        return Ok(away(&desk));
    }
    match done.as_ref().err().and_then(F::fault) {
        Some(fault) => wrong::<F>(&desk, id, vec![fault], &answers).await,
        None => after::<F>(&desk, id, &answers, done).await,
    }
}

/// The list, which says that it is moved.
fn away(desk: &Desk) -> Response {
    let list = desk.page.list_or("/");
    let more = if list.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{list}{more}flyttat=1")).into_response()
}

async fn wrong<F: Form>(
    desk: &Desk,
    id: ComplaintId,
    faults: Vec<AnswerFault>,
    answers: &Answers,
) -> Result<Response, Error> {
    let in_words = |fault: AnswerFault| (fault.field, wording::fault(&desk.page, F::VERB.word(), fault));
    faulty(show::<F>(desk, id, faults.into_iter().map(in_words).collect(), answers).await)
}

async fn after<F: Form>(
    desk: &Desk,
    id: ComplaintId,
    answers: &Answers,
    done: Result<(), Failed>,
) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let mut own = Own {
        verb: F::VERB,
        action: format!("{}/{}", address(id), F::PATH),
        words: Vec::new(),
        fields: Vec::new(),
    };
    for ask in F::asks(desk, &case) {
        let typed = answers.of(ask.name).to_owned();
        if matches!(ask.kind, Kind::Text | Kind::Line) {
            own.words.push(typed.clone());
        }
        own.fields.push((ask.name, typed));
    }
    stale::or_back(desk, id, done, own).await
}

async fn show<F: Form>(
    desk: &Desk,
    id: ComplaintId,
    faults: Faults,
    answers: &Answers,
) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let page = &desk.page;
    let key = |part: &str| wording::key(F::VERB.word(), part);
    let asks = F::asks(desk, &case);
    only_known(&["version", "switch_language"], &asks, answers)?;
    let version = answers.of("version").parse().unwrap_or(case.complaint.version);
    let template = FormPage {
        faults,
        title: page.t1(&key("title"), "number", case.complaint.number.to_string()),
        lead: page.t(&key("lead")),
        send: page.t(&key("send")),
        back: address(id),
        action: format!("{}/{}", address(id), F::PATH),
        hidden: vec![("version", version.to_string())],
        before: F::before(desk, &case).map(|text| (text, None)),
        content: case.content.as_ref().map(|content| written(page, content, &address(id))),
        questions: asks.into_iter().map(|ask| question(page, F::VERB.word(), ask, answers)).collect(),
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

/// A form that is about no complaint yet, as it was filled in. A field it does not have is refused.
pub(super) fn blank(desk: &Desk, form: Blank, faults: Faults, answers: &Answers) -> Result<Response, Error> {
    let page = &desk.page;
    let Blank { key: of, action, hidden, before, asks } = form;
    let besides: Vec<_> = hidden.iter().map(|(name, _)| *name).chain(["switch_language"]).collect();
    only_known(&besides, &asks, answers)?;
    let template = FormPage {
        faults,
        title: page.t(&wording::key(of, "title")),
        lead: page.t(&wording::key(of, "lead")),
        send: page.t(&wording::key(of, "send")),
        back: "/".to_owned(),
        action: action.to_owned(),
        hidden,
        before: Some(before),
        content: None,
        questions: asks.into_iter().map(|ask| question(page, of, ask, answers)).collect(),
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

fn only_known(besides: &[&str], asks: &[Ask], answers: &Answers) -> Result<(), Error> {
    let is_known = |name: &str| besides.contains(&name) || asks.iter().any(|ask| ask.name == name);
    if answers.names().all(is_known) { Ok(()) } else { Err(Error::BadRequest) }
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

//! Writing while logged in: one page, since name and role are known.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use organisation::Register;
use serde::Deserialize;
use vault::Token;
use web::{Error, Page};

use crate::{
    actions::{Repeat, send_own},
    domain::{About, Channel, Intake, Kind, NewComplaint, Own},
    pages::{
        own::{
            OWN,
            visitor::{Sent, Visitor},
        },
        public::{days, faults::Faults},
    },
};

#[derive(Template)]
#[template(path = "own/write.html")]
struct WritePage {
    page: Page,
    faults: Faults,
    text: String,
    /// By when it is read and answered.
    when: String,
    /// What is asked: whom it is about where that can be several, or at which unit it was.
    question: String,
    choices: Vec<(String, String)>,
    concerns: String,
    about_manager: bool,
    email: String,
    reach: String,
    interpreter: String,
    easy_read: bool,
    /// Whether a youth writes, who is told that it stays theirs.
    is_youth: bool,
    /// Names this form: sent twice, it is taken once.
    form: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    form: String,
    text: String,
    concerns: String,
    about_manager: String,
    email: String,
    reach: String,
    interpreter: String,
    easy_read: String,
    switch_language: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    let typed = Typed { form: Token::random().reveal(), ..Typed::default() };
    page(&visitor, typed, Faults::default(), StatusCode::OK)
}

pub(super) async fn send(Sent { mut visitor, fields: typed }: Sent<Typed>) -> Result<Response, Error> {
    if !typed.switch_language.is_empty() {
        let cookie = visitor.in_language(&typed.switch_language);
        let page = page(&visitor, typed, Faults::default(), StatusCode::OK)?;
        return Ok((cookie, page).into_response());
    }
    let Some(About { own, unit }) = About::called(&typed.concerns, &visitor.person) else {
        let faults = Faults::one("concerns", visitor.page.t("relation-gone"));
        return page(&visitor, typed, faults, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (register, policy) = (visitor.app.inside.ground.directory.now(), &visitor.app.policy);
    let intake = Intake {
        text: typed.text.clone(),
        unit_id: unit.as_uuid().to_string(),
        about_manager: !typed.about_manager.is_empty(),
        kind: Kind::Unsaid.to_string(),
        relation: own.relation().to_string(),
        name: visitor.person.name.clone(),
        email: typed.email.clone(),
        reach: typed.reach.clone(),
        interpreter: typed.interpreter.clone(),
        easy_read: !typed.easy_read.is_empty(),
        language: visitor.page.lang(),
        ..Intake::default()
    };
    let new = match NewComplaint::parse(&intake, Channel::WebForm, &register, policy) {
        Ok(new) => new,
        Err(found) => {
            let faults = Faults::of_intake(&visitor.page, policy, &found);
            return page(&visitor, typed, faults, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let repeat = Repeat::new("send own", &typed.form, typed.text.as_bytes());
    send_own(&visitor.app, &visitor.person, own, new, &repeat).await?;
    Ok(Redirect::to(&format!("{OWN}?mottaget=1")).into_response())
}

fn page(visitor: &Visitor, typed: Typed, faults: Faults, status: StatusCode) -> Result<Response, Error> {
    let register = visitor.app.inside.ground.directory.now();
    let all = About::all_of(&visitor.person);
    let names_youths = has_several_youths(&all);
    let choices: Vec<_> = all
        .iter()
        .filter_map(|about| Some((about.name(), label(*about, names_youths, &register)?)))
        .collect();
    let only = choices.first().filter(|_| choices.len() == 1).map(|(name, _)| name.clone());
    let policy = &visitor.app.policy;
    let [look, answer] =
        [policy.triage_within, policy.answer_within].map(|within| days::working_days(&visitor.page, within));
    let template = WritePage {
        when: visitor.page.t2("own-when", ("look", &look), ("answer", &answer)),
        page: visitor.page.clone(),
        faults,
        text: typed.text,
        question: visitor.page.t(if names_youths { "own-whom" } else { "unit-question" }),
        concerns: only.unwrap_or(typed.concerns),
        about_manager: !typed.about_manager.is_empty(),
        email: typed.email,
        reach: typed.reach,
        interpreter: typed.interpreter,
        easy_read: !typed.easy_read.is_empty(),
        choices,
        is_youth: all.iter().any(|about| about.own == Own::Youth),
        form: typed.form,
    };
    visitor.shows(status, &template)
}

/// Whether it must be asked whom of them it is about.
fn has_several_youths(all: &[About]) -> bool {
    let mut youths: Vec<_> = all.iter().filter_map(|about| about.own.youth()).collect();
    youths.sort_unstable();
    youths.dedup();
    youths.len() > 1
}

/// What stands beside a choice. None for what the register does not know.
fn label(about: About, names_youths: bool, register: &Register) -> Option<String> {
    let unit = &register.unit(about.unit)?.name;
    let youth = about.own.youth().filter(|_| names_youths);
    Some(match youth {
        Some(youth) => format!("{}, {unit}", register.person(youth)?.name),
        None => unit.clone(),
    })
}

//! Writing while logged in: one page, since name and role are known. What is typed is kept until it is sent.

use askama::Template;
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use organisation::Register;
use serde::Deserialize;
use vault::Token;
use web::{Error, Page};

use crate::{
    actions::{Failed, Repeat, is_sent, own_draft, send_own, throw_away_own_draft, write_own_draft},
    domain::{About, Own, draft::Draft},
    pages::{
        own::{
            OWN, are_for,
            files::FILES,
            visitor::{Sent, Visitor},
        },
        public::{
            days,
            faults::Faults,
            files::{Listed, listed},
            scripts,
        },
    },
};

pub(super) const WRITE: &str = "/mina-arenden/skriv";

#[derive(Template)]
#[template(path = "own/write.html")]
struct WritePage {
    page: Page,
    faults: Faults,
    draft: Draft,
    files: Vec<Listed>,
    /// By when it is read and answered.
    when: String,
    /// For how long what is typed is kept.
    kept: String,
    /// What is asked: whom it is about where that can be several, or at which unit it was.
    question: String,
    choices: Vec<(String, String)>,
    concerns: String,
    /// Whether a youth writes, who is told that it stays theirs.
    is_youth: bool,
    /// What was written elsewhere since the page was shown, and is still kept.
    newer: Option<String>,
    /// Names this form: sent twice, it is taken once.
    form: String,
    /// What the page has seen of what is kept.
    seen: String,
    script: &'static str,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    form: String,
    seen: String,
    text: String,
    concerns: String,
    about_manager: String,
    email: String,
    phone: String,
    reach: String,
    interpreter: String,
    easy_read: String,
    switch_language: String,
}

/// What the button that was pressed wants besides that it is kept, in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Way {
    spara: Option<String>,
    filer: Option<String>,
    /// From a script, as one types.
    tyst: Option<String>,
}

impl Typed {
    fn fill(&self, draft: &mut Draft) {
        draft.text.clone_from(&self.text);
        draft.concerns.clone_from(&self.concerns);
        draft.about_manager = !self.about_manager.is_empty();
        draft.email.clone_from(&self.email);
        draft.phone.clone_from(&self.phone);
        draft.reach.clone_from(&self.reach);
        draft.interpreter.clone_from(&self.interpreter);
        draft.easy_read = !self.easy_read.is_empty();
    }

    fn repeat(&self) -> Repeat {
        Repeat::new("send own", &self.form, self.text.as_bytes())
    }
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    let draft = own_draft(&visitor.app, &visitor.person).await?.unwrap_or_default();
    let seen = mark(&visitor, &draft);
    page(&visitor, Shown { draft: &draft, seen, newer: None }, new_form(), Faults::default(), StatusCode::OK)
}

/// Keeps what was typed, and does what the button says: most often it sends.
pub(super) async fn take(
    Query(way): Query<Way>,
    Sent { mut visitor, fields: typed }: Sent<Typed>,
) -> Result<Response, Error> {
    if !are_for(&visitor.person) {
        return nothing_to_write_about(&visitor, typed);
    }
    if way.tyst.is_some() {
        return keep_quietly(&visitor, &typed).await;
    }
    let to = if !typed.switch_language.is_empty() {
        WRITE.to_owned()
    } else if way.filer.is_some() {
        FILES.to_owned()
    } else if way.spara.is_some() {
        format!("{OWN}?sparat=1")
    } else {
        return send(&visitor, typed).await;
    };
    if let Some(newer) = written_elsewhere(&visitor, &typed).await? {
        return both(&visitor, typed, newer);
    }
    keep(&visitor, &typed).await?;
    let cookie = (!typed.switch_language.is_empty()).then(|| visitor.in_language(&typed.switch_language));
    Ok((cookie, Redirect::to(&to)).into_response())
}

async fn keep(visitor: &Visitor, typed: &Typed) -> Result<Draft, Failed> {
    write_own_draft(&visitor.app, &visitor.person, |draft| typed.fill(draft)).await
}

/// What is on its way when the form is sent arrives after it: nothing of it may begin a new draft.
async fn keep_quietly(visitor: &Visitor, typed: &Typed) -> Result<Response, Error> {
    let repeat = typed.repeat();
    if is_sent(&visitor.app, &repeat).await? {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if written_elsewhere(visitor, typed).await?.is_some() {
        return Ok(StatusCode::CONFLICT.into_response());
    }
    let draft = keep(visitor, typed).await?;
    if is_sent(&visitor.app, &repeat).await? {
        throw_away_own_draft(&visitor.app, &visitor.person).await?;
    }
    // The script shows it with what it saves next.
    let seen = [(header::ETAG, format!("\"{}\"", mark(visitor, &draft)))];
    Ok((StatusCode::NO_CONTENT, seen).into_response())
}

/// What stands in the fields of a draft, and whose it is, in a word: so that a page which was open elsewhere writes over nothing
/// newer, and nothing over what somebody else keeps who has logged in on the same computer.
fn mark(visitor: &Visitor, draft: &Draft) -> String {
    let Draft { text, concerns, about_manager, email, phone, reach, interpreter, easy_read, .. } = draft;
    let whose = visitor.person.id.as_uuid();
    let ticks = [u8::from(*about_manager), u8::from(*easy_read)];
    let typed = [text, concerns, email, phone, reach, interpreter].map(String::as_bytes);
    let parts: Vec<&[u8]> = [whose.as_bytes().as_slice(), &ticks].into_iter().chain(typed).collect();
    Token::chosen(&parts).hash()
}

/// What is kept, if it is another than the page has seen and another than what is to be kept now.
async fn written_elsewhere(visitor: &Visitor, typed: &Typed) -> Result<Option<Draft>, Failed> {
    let kept = own_draft(&visitor.app, &visitor.person).await?.unwrap_or_default();
    let mut wanted = kept.clone();
    typed.fill(&mut wanted);
    let is_known = [&typed.seen, &mark(visitor, &wanted)].contains(&&mark(visitor, &kept));
    Ok((!is_known).then_some(kept))
}

/// The page with what was typed, which is not kept yet, and beside it what is. Pressed once more it takes that one's place.
fn both(visitor: &Visitor, typed: Typed, newer: Draft) -> Result<Response, Error> {
    let mut draft = newer.clone();
    typed.fill(&mut draft);
    let faults = Faults::one("text", visitor.page.t("own-newer"));
    let shown = Shown { draft: &draft, seen: mark(visitor, &newer), newer: Some(newer.text) };
    page(visitor, shown, typed.form, faults, StatusCode::CONFLICT)
}

async fn send(visitor: &Visitor, typed: Typed) -> Result<Response, Error> {
    let (app, person) = (&visitor.app, &visitor.person);
    if !is_sent(app, &typed.repeat()).await?
        && let Some(newer) = written_elsewhere(visitor, &typed).await?
    {
        return both(visitor, typed, newer);
    }
    let mut draft = own_draft(app, person).await?.unwrap_or_default();
    typed.fill(&mut draft);
    let about = About::called(&typed.concerns, person);
    let ready = Draft {
        unit: about.map(|about| about.unit.as_uuid().to_string()).unwrap_or_default(),
        relation: about.map(|about| about.own.relation().to_string()).unwrap_or_default(),
        name: person.name.clone(),
        ..draft
    };
    let new = ready.ready(&visitor.page.lang(), &app.inside.ground.directory.now(), &app.policy);
    let (own, new) = match (about, new) {
        (Some(About { own, .. }), Ok(new)) => (own, new),
        (about, new) => {
            let found = new.err().unwrap_or_default();
            let mut faults = Faults::of_intake(&visitor.page, &app.policy, &found);
            if about.is_none() {
                faults = faults.and("concerns", visitor.page.t("relation-gone"));
            }
            return again(visitor, typed, faults, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    match send_own(app, person, own, new, &typed.repeat()).await {
        Ok(()) => Ok(Redirect::to(&format!("{OWN}?mottaget=1")).into_response()),
        Err(Failed::FileGone) => {
            let faults = Faults::one("file", visitor.page.t("files-gone"));
            again(visitor, typed, faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        // Sent, gone back to, and changed: that is another matter, if they say so.
        Err(Failed::KeyReused) => {
            let faults = Faults::one("text", visitor.page.t("own-sent-before"));
            again(visitor, Typed { form: new_form(), ..typed }, faults, StatusCode::UNPROCESSABLE_ENTITY)
                .await
        }
        Err(failed) => Err(failed.into()),
    }
}

/// The page with what is wrong. What was typed is kept, as far as anything can be.
async fn again(
    visitor: &Visitor,
    typed: Typed,
    faults: Faults,
    status: StatusCode,
) -> Result<Response, Error> {
    let draft = keep(visitor, &typed).await?;
    let seen = mark(visitor, &draft);
    page(visitor, Shown { draft: &draft, seen, newer: None }, typed.form, faults, status)
}

/// Whoever has no youth and is none keeps nothing here, and loses nothing that was typed.
fn nothing_to_write_about(visitor: &Visitor, typed: Typed) -> Result<Response, Error> {
    let mut draft = Draft::default();
    typed.fill(&mut draft);
    let faults = Faults::one("concerns", visitor.page.t("relation-gone"));
    let shown = Shown { draft: &draft, seen: typed.seen, newer: None };
    page(visitor, shown, typed.form, faults, StatusCode::UNPROCESSABLE_ENTITY)
}

fn new_form() -> String {
    Token::random().reveal()
}

/// What the page shows, and what it has seen of what is kept.
struct Shown<'a> {
    draft: &'a Draft,
    seen: String,
    newer: Option<String>,
}

fn page(
    visitor: &Visitor,
    Shown { draft, seen, newer }: Shown<'_>,
    form: String,
    faults: Faults,
    status: StatusCode,
) -> Result<Response, Error> {
    let (page, policy) = (&visitor.page, &visitor.app.policy);
    let register = visitor.app.inside.ground.directory.now();
    let all = About::all_of(&visitor.person);
    let names_youths = has_several_youths(&all);
    let choices: Vec<_> = all
        .iter()
        .filter_map(|about| Some((about.name(), label(*about, names_youths, &register)?)))
        .collect();
    let only = choices.first().filter(|_| choices.len() == 1).map(|(name, _)| name.clone());
    let [look, answer] =
        [policy.triage_within, policy.answer_within].map(|within| days::working_days(page, within));
    let draft = draft.presentable();
    let template = WritePage {
        when: page.t2("own-when", ("look", &look), ("answer", &answer)),
        kept: page.t1("own-kept", "days", policy.saved_drafts_for_days),
        question: page.t(if names_youths { "own-whom" } else { "unit-question" }),
        concerns: only.unwrap_or_else(|| draft.concerns.clone()),
        choices,
        is_youth: all.iter().any(|about| about.own == Own::Youth),
        files: listed(page, &draft),
        script: scripts::form_address(),
        page: page.clone(),
        draft,
        faults,
        newer,
        form,
        seen,
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

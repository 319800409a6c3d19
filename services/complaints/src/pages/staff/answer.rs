//! The answer: written, looked at as the sender will see it, sent.

use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use kernel::text::{FreeText, without_control_characters};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    case::{Written, iso, written},
    desk::{Desk, Faults, Sent, address, faulty, version},
    plain::{self, Plain},
    stale::{self, Own},
    wording,
};
use crate::{
    actions,
    address::Named,
    domain::{
        AnswerFault, AnsweredBy, Case, Channel, Complaint, ComplaintId, Contact, EntryKind, NewAnswer,
        Relation, TypedAnswer, Verb,
    },
    pages::public::said::{Said, SaidAlone},
};

#[derive(Template)]
#[template(path = "staff/answer.html")]
struct AnswerPage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    version: i64,
    content: Option<Written>,
    is_from_youth: bool,
    /// What the guardian who wrote may be told, in the words of the inquiry, the newest first; empty when that is not written down (H12).
    towards_guardian: Option<Vec<String>>,
    /// What the sender has said that they need.
    needs: Vec<String>,
    text: String,
    ways: Vec<(String, String)>,
    by: String,
    youth_heard: String,
    /// Whether it may be left out.
    is_heard_optional: bool,
    /// What can be plainer in what was written so far.
    plain: Plain,
    script: &'static str,
}

/// What the sender will see.
#[derive(Template)]
#[template(path = "staff/answer_preview.html")]
struct Preview {
    page: Page,
    number: String,
    at: String,
    version: String,
    /// The answer as it stands on the sender's page.
    seen: String,
    lang: String,
    dir: &'static str,
    /// The language the sender chose, when it is not Swedish.
    reads: Option<String>,
    is_mailed: bool,
    by: AnsweredBy,
    /// What is to be done besides, when it is not read on the page alone.
    way: String,
    text: String,
    youth_heard: String,
    plain: Plain,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    by: String,
    text: String,
    youth_heard: String,
    /// "send" on the page that shows what the sender will see; "change" goes back from there.
    step: String,
    /// Said by that page, so that it is shown again in another language.
    looks: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::Answer).await? {
        Ok((complaint, _)) if complaint.awaits_findings() => {
            Ok(Redirect::to(&format!("{}/utredning", address(id))).into_response())
        }
        Ok(_) => show(&desk, id, Faults::default(), &Typed::default()).await,
        Err(back) => Ok(back),
    }
}

pub(super) async fn send(Named(id): Named, sent: Sent<Typed>) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, again(&desk, id, typed).await?).into_response());
    }
    let answer = match parse(&desk, id, &typed).await? {
        Ok(answer) => answer,
        Err(faults) => {
            let in_words = |fault: AnswerFault| (fault.field, wording::fault(&desk.page, "answer", fault));
            let faults = faults.into_iter().map(in_words).collect();
            return faulty(show(&desk, id, faults, &typed).await);
        }
    };
    match typed.step.as_str() {
        "send" => {
            let done = actions::answer(&desk.app, desk.at(id, version(&typed.version)?), answer).await;
            stale::or_back(&desk, id, done, own(id, typed)).await
        }
        "change" => show(&desk, id, Faults::default(), &typed).await,
        _ => preview(&desk, id, typed.version, answer).await,
    }
}

/// The page it was sent from.
async fn again(desk: &Desk, id: ComplaintId, typed: Typed) -> Result<Response, Error> {
    match parse(desk, id, &typed).await? {
        Ok(answer) if !typed.looks.is_empty() => preview(desk, id, typed.version, answer).await,
        _ => show(desk, id, Faults::default(), &typed).await,
    }
}

async fn parse(
    desk: &Desk,
    id: ComplaintId,
    typed: &Typed,
) -> Result<Result<NewAnswer, Vec<AnswerFault>>, Error> {
    let (complaint, _) = desk.sees(id).await?;
    let whole = TypedAnswer {
        by: typed.by.clone(),
        text: typed.text.clone(),
        youth_heard: typed.youth_heard.clone(),
    };
    Ok(NewAnswer::parse(&whole, complaint.relation, &desk.app.policy))
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: &Typed) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let template = AnswerPage {
        page: desk.page.clone(),
        faults,
        number: case.complaint.number.to_string(),
        at: address(id),
        version: typed.version.parse().unwrap_or(case.complaint.version),
        content: case.content.as_ref().map(|content| written(&desk.page, content, &address(id))),
        needs: needs(&desk.page, &case),
        is_from_youth: case.complaint.relation == Relation::Youth,
        towards_guardian: (case.complaint.relation == Relation::Guardian).then(|| decided(&case)),
        text: without_control_characters(&typed.text),
        ways: wording::options(&desk.page, "answered-by", AnsweredBy::ALL.iter().map(|by| by.word())),
        by: if typed.by.is_empty() { suggested(&case).to_string() } else { typed.by.clone() },
        youth_heard: without_control_characters(&typed.youth_heard),
        is_heard_optional: !case.complaint.relation.is_of_a_youth(),
        plain: Plain::of(&desk.page, &typed.text, desk.app.policy.most_words),
        script: plain::script_address(),
    };
    let policy = desk.app.inside.ground.site.policy_with_script();
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], web::html(&template)?).into_response())
}

async fn preview(
    desk: &Desk,
    id: ComplaintId,
    version: String,
    answer: NewAnswer,
) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let NewAnswer { by, text, youth_heard } = answer;
    let theirs = desk.page.clone().as_read_in(&case.complaint.language);
    let template = Preview {
        page: desk.page.clone(),
        number: case.complaint.number.to_string(),
        at: address(id),
        version,
        lang: theirs.lang(),
        dir: theirs.dir(),
        reads: (theirs.language().language != "sv").then(|| theirs.t("language-name")),
        is_mailed: is_mailed(&case),
        by,
        way: wording::text_if_any(&desk.page, &wording::key("preview-by", by.word())),
        plain: Plain::of(&desk.page, text.as_str(), desk.app.policy.most_words),
        seen: web::html(&seen(desk, theirs, &case.complaint, text.as_str()))?.0,
        text: text.into_string(),
        youth_heard: youth_heard.map(FreeText::into_string).unwrap_or_default(),
    };
    Ok(web::html(&template)?.into_response())
}

/// The answer as the sender will see it: their page's own piece, in their language.
fn seen(desk: &Desk, theirs: Page, complaint: &Complaint, text: &str) -> SaidAlone {
    let now = desk.app.now();
    let message = Said {
        who: actions::signature(&desk.app, &desk.person, complaint),
        own: false,
        is_answer: true,
        text: text.to_owned(),
        at: theirs.when(&now),
        iso: iso(now),
    };
    SaidAlone { page: theirs, message }
}

/// What decides in which words and by which way somebody can take an answer in (FL 13 §, H54).
fn needs(page: &Page, case: &Case) -> Vec<String> {
    let Some(content) = &case.content else { return Vec::new() };
    let Contact { phone, reach, interpreter, easy_read, .. } = &content.contact;
    let theirs = page.clone().as_read_in(&case.complaint.language);
    let reads = (theirs.language().language != "sv")
        .then(|| page.t1("need-language", "language", theirs.t("language-name")));
    let said =
        |key: &str, text: &Option<FreeText>| text.as_ref().map(|text| page.t1(key, "what", text.as_str()));
    let protected = case.complaint.is_protected().then(|| page.t("need-protection"));
    let easy = easy_read.then(|| page.t("need-easy-read"));
    let said = [said("need-interpreter", interpreter), said("need-phone", phone), said("need-reach", reach)];
    [protected, easy, reads].into_iter().chain(said).flatten().collect()
}

/// What was decided of what a guardian may be told, with what corrects it, the newest first.
fn decided(case: &Case) -> Vec<String> {
    let entries = case.content.iter().flat_map(|content| &content.journal).rev();
    entries.filter(|entry| entry.kind == EntryKind::TowardsGuardian).map(|entry| entry.text.clone()).collect()
}

/// Who came by letter and left no address to answer to has no code, and gets a letter.
fn suggested(case: &Case) -> AnsweredBy {
    match case.complaint.channel {
        Channel::Letter if !is_mailed(case) => AnsweredBy::Letter,
        _ if !is_mailed(case) && has_phone(case) => AnsweredBy::Phone,
        _ => AnsweredBy::Page,
    }
}

fn has_phone(case: &Case) -> bool {
    case.complaint.wants_answer
        && case.content.as_ref().is_some_and(|content| content.contact.phone.is_some())
}

fn is_mailed(case: &Case) -> bool {
    case.complaint.wants_answer
        && !case.complaint.is_protected()
        && case.content.as_ref().is_some_and(|content| content.contact.email.is_some())
}

fn own(id: ComplaintId, typed: Typed) -> Own {
    Own {
        verb: Verb::Answer,
        action: format!("{}/svara", address(id)),
        words: vec![typed.text.clone(), typed.youth_heard.clone()],
        fields: vec![("by", typed.by), ("text", typed.text), ("youth_heard", typed.youth_heard)],
    }
}

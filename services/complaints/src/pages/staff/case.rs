//! One complaint: what was written, where it stands, what comes next.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use kernel::Timestamp;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    desk::{Desk, address},
    duties::{self, Notice},
    next_step::{Choice, NextStep, Way, choices, next},
    wording,
};
use crate::{
    actions,
    address::Named,
    domain::{
        By, Case, Content, Direction, Done, EntryKind, Fulfilment, JournalEntry, Level, Link, Measure,
        Message, MessageKind, State, Triage, Verb, permitted,
    },
    pages::listed::{Listed, listed},
};

#[expect(clippy::struct_excessive_bools, reason = "each is a question of the template")]
#[derive(Template)]
#[template(path = "staff/case.html")]
struct CasePage {
    page: Page,
    done: Option<String>,
    number: String,
    version: i64,
    at: String,
    state: String,
    state_tag: &'static str,
    target: Option<String>,
    target_tag: &'static str,
    reading_as: String,
    next: NextStep,
    choices: Vec<Choice>,
    may_note: bool,
    may_note_to_remember: bool,
    duties: Vec<Notice>,
    measures: Vec<Planned>,
    /// What the other is to this one, where it is, its number.
    links: Vec<(String, String, String)>,
    /// Of a part: where the sender's files are.
    files_stay: Option<String>,
    content: Option<Written>,
    is_disposed: bool,
    has_letter: bool,
    facts: Vec<(String, String)>,
    judged_before: Vec<(String, String)>,
}

/// A measure and what came of it.
struct Planned {
    text: String,
    who: String,
    due_on: String,
    check_on: String,
    /// Empty until somebody has looked.
    effect: String,
}

/// What was written.
pub(super) struct Written {
    pub messages: Vec<Said>,
    pub files: Vec<Listed>,
    /// What is part of the record, newest first.
    pub journal: Vec<Said>,
    /// What is not.
    pub working: Vec<Said>,
}

pub(super) struct Said {
    pub who: String,
    pub at: String,
    pub iso: String,
    pub is_own: bool,
    pub is_answer: bool,
    pub text: String,
    /// Of an entry: where it is corrected, and in words what it corrects.
    pub correct: String,
    pub corrects: String,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    /// What was just done.
    #[serde(default)]
    gjort: Option<String>,
}

pub(super) async fn show(
    desk: Desk,
    Named(id): Named,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let template = case_page(&desk, &case, asked.gjort.and_then(|verb| done(&desk.page, &verb)));
    Ok(web::html(&template)?.into_response())
}

/// As an address says that a file was sent.
pub(super) const SENT_FILE: &str = "fil";

/// What was just done, in words. Whatever else an address says is not repeated.
fn done(page: &Page, verb: &str) -> Option<String> {
    if verb == SENT_FILE {
        return Some(page.t("done-send-file"));
    }
    let verb = verb.parse::<Verb>().ok()?;
    Some(wording::word(page, "done", verb.word()))
}

fn case_page(desk: &Desk, case: &Case, done: Option<String>) -> CasePage {
    let (page, complaint) = (&desk.page, &case.complaint);
    let target = complaint.next_target();
    let may_note = permitted(Verb::Note, complaint.state, By::Person(case.standing)).is_ok();
    CasePage {
        done,
        number: complaint.number.to_string(),
        version: complaint.version,
        at: address(complaint.id),
        state: wording::word(page, "state", complaint.state.word()),
        state_tag: wording::state_tag(complaint.state),
        target: target.map(|day| wording::target(page, day, desk.app.now())),
        target_tag: target.map_or("", |day| wording::target_tag(day, desk.app.now())),
        reading_as: reading_as(desk, case),
        next: next(desk, case),
        choices: choices(desk, case),
        may_note,
        may_note_to_remember: may_note && complaint.takes(EntryKind::WorkingNote).is_ok(),
        duties: duties::beside(desk, case),
        measures: measures(desk, case),
        links: links(page, case),
        files_stay: case.files_stay_with.as_ref().map(|number| page.t1("files-stay-with", "number", number)),
        content: case.content.as_ref().map(|content| written(page, content, &address(complaint.id))),
        is_disposed: complaint.state == State::Disposed,
        has_letter: case.content.is_some() && complaint.answered.is_some(),
        facts: [facts(desk, case), duties_done(page, case)].concat(),
        judged_before: judged_before(desk, case),
        page: page.clone(),
    }
}

fn reading_as(desk: &Desk, case: &Case) -> String {
    let (page, complaint, standing) = (&desk.page, &case.complaint, case.standing);
    if standing.acts_for != desk.person.id {
        return page.t1("reading-as-deputy", "name", desk.name(standing.acts_for));
    }
    let is_handler = complaint.handler == Some(desk.person.id);
    page.t(match (is_handler, standing.in_charge, standing.reads) {
        (true, ..) => "reading-as-handler",
        (false, true, _) => match complaint.level {
            Level::UnitManager => "reading-as-manager",
            Level::Principal => "reading-as-principal",
            Level::SchoolOwnerRepresentative => "reading-as-representative",
        },
        (false, false, true) if standing.registrar => "reading-as-registrar",
        (false, false, true) => "reading-along",
        (false, false, false) => "reading-register",
    })
}

pub(super) fn written(page: &Page, content: &Content, at: &str) -> Written {
    let sender = content.contact.name.as_ref().map_or_else(|| page.t("sender"), |n| n.as_str().to_owned());
    Written {
        messages: content.messages.iter().map(|message| said(page, message, &sender)).collect(),
        files: listed(page, &format!("{at}/bilagor"), &content.files, &sender),
        journal: entries(page, content, at, true),
        working: entries(page, content, at, false),
    }
}

/// The entries that are part of the record, or those that are not; newest first.
fn entries(page: &Page, content: &Content, at: &str, of_record: bool) -> Vec<Said> {
    let wanted = content.journal.iter().rev().filter(|entry| entry.kind.belongs_to_record() == of_record);
    wanted.map(|entry| noted(page, content, at, entry)).collect()
}

fn noted(page: &Page, content: &Content, at: &str, entry: &JournalEntry) -> Said {
    Said {
        who: noted_by(page, entry),
        at: page.when(&entry.written_at),
        iso: iso(entry.written_at),
        is_own: false,
        is_answer: false,
        text: entry.text.clone(),
        correct: format!("{at}/anteckna?corrects={}", entry.id),
        corrects: corrects(page, content, entry).unwrap_or_default(),
    }
}

/// Of a correction, in words what it corrects.
pub(super) fn corrects(page: &Page, content: &Content, entry: &JournalEntry) -> Option<String> {
    let corrected = content.journal.iter().find(|known| Some(known.id) == entry.corrects)?;
    Some(page.t1("entry-corrects", "when", page.when(&corrected.written_at)))
}

/// Who wrote it, and as what.
pub(super) fn noted_by(page: &Page, entry: &JournalEntry) -> String {
    match entry.kind {
        EntryKind::Note | EntryKind::WorkingNote => entry.author.clone(),
        kind => format!("{} ({})", entry.author, wording::word(page, "entry", kind.word())),
    }
}

fn said(page: &Page, message: &Message, sender: &str) -> Said {
    Said {
        who: message.author.clone().unwrap_or_else(|| sender.to_owned()),
        at: page.when(&message.written_at),
        iso: iso(message.written_at),
        is_own: message.from == Direction::Staff,
        is_answer: message.kind == MessageKind::Answer,
        text: message.text.clone(),
        correct: String::new(),
        corrects: String::new(),
    }
}

pub(super) fn iso(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

fn measures(desk: &Desk, case: &Case) -> Vec<Planned> {
    let planned = |measure: &Measure| Planned {
        text: measure.text.clone(),
        who: desk.name(measure.owner),
        due_on: measure.due_on.to_string(),
        check_on: measure.check_on.to_string(),
        effect: measure.effect.as_ref().map(|effect| effect.text.clone()).unwrap_or_default(),
    };
    case.content.iter().flat_map(|content| content.measures.iter()).map(planned).collect()
}

fn links(page: &Page, case: &Case) -> Vec<(String, String, String)> {
    let link = |link: &Link| {
        (wording::word(page, "tie", link.tie.word()), address(link.id), link.number.to_string())
    };
    case.links.iter().map(link).collect()
}

/// What is known of it, question and answer.
pub(super) fn facts(desk: &Desk, case: &Case) -> Vec<(String, String)> {
    let (page, complaint) = (&desk.page, &case.complaint);
    let word = |kind: &str, of: &str| wording::word(page, kind, of);
    let mut facts = vec![
        (page.t("fact-unit"), desk.unit_name(complaint.unit)),
        (
            page.t("fact-received"),
            page.t2(
                "fact-received-how",
                ("when", &page.when(&complaint.received_at)),
                ("how", &word("channel", complaint.channel.word())),
            ),
        ),
        (
            page.t("fact-taken-in"),
            complaint.taken_in.map_or_else(|| page.t("taken-in-by-sender"), |done| desk.name(done.by)),
        ),
        (page.t("fact-acknowledged"), acknowledged(page, case)),
        (page.t("fact-handler"), complaint.handler.map(|person| desk.name(person)).unwrap_or_default()),
        (page.t("fact-kind"), word("kind", complaint.kind.word())),
    ];
    if let Some(content) = &case.content {
        let yes_no = if complaint.wants_answer { "yes" } else { "no" };
        let about = complaint.about_manager.then(|| (page.t("fact-about"), page.t("about-manager")));
        facts.extend(about);
        let youth = content.contact.youth.as_ref().map(|name| name.as_str().to_owned());
        facts.extend(youth.map(|name| (page.t("fact-youth"), name)));
        facts.extend([
            (page.t("fact-relation"), word("relation", complaint.relation.word())),
            (page.t("fact-name"), line(content.contact.name.as_ref())),
            (
                page.t("fact-email"),
                content.contact.email.as_ref().map(|e| e.as_str().to_owned()).unwrap_or_default(),
            ),
            (page.t("fact-phone"), line(content.contact.phone.as_ref())),
            (page.t("fact-reach"), line(content.contact.reach.as_ref())),
            (page.t("fact-interpreter"), line(content.contact.interpreter.as_ref())),
            (page.t("fact-easy-read"), page.t(if content.contact.easy_read { "yes" } else { "no" })),
            (page.t("fact-language"), complaint.language.clone()),
            (page.t("fact-wants-answer"), page.t(yes_no)),
        ]);
    }
    facts.extend(judged(page, case));
    if let Some((done, by)) = complaint.answered.zip(complaint.answered_by) {
        let who = page.t2("fact-answered-who", ("when", &page.when(&done.at)), ("who", &desk.name(done.by)));
        facts.push((page.t("fact-answered"), who));
        facts.push((page.t("fact-answered-by"), word("answered-by", by.word())));
    }
    if let Some(deviation) = complaint.deviation {
        facts.push((page.t("fact-deviation"), word("deviation", deviation.word())));
    }
    if let Some(entry) = &complaint.registered {
        facts.extend([
            (page.t("fact-registration"), entry.number.clone()),
            (page.t("fact-line"), entry.line.to_string()),
            (page.t("fact-secrecy"), entry.secrecy.as_ref().map(wording::mark).unwrap_or_default()),
        ]);
    }
    if let Some(redirection) = complaint.redirected {
        facts.push((page.t("fact-redirected"), word("elsewhere", redirection.to.word())));
    }
    // All that this side is told.
    facts.extend(case.handed_over.iter().map(|(_, at)| (page.t("fact-handed-over"), page.when(at))));
    facts
}

/// What the law asked for besides and somebody has seen to.
fn duties_done(page: &Page, case: &Case) -> Vec<(String, String)> {
    let done = |fulfilled: &Fulfilment| {
        let how = page.t2(
            "fact-fulfilled",
            ("how", &wording::word(page, "outcome", fulfilled.outcome.word())),
            ("when", &page.when(&fulfilled.done.at)),
        );
        let duty = wording::word(page, "duty-name", fulfilled.duty.word());
        (duty, format!("{how}\n{}", fulfilled.note))
    };
    case.content.iter().flat_map(|content| &content.fulfilled).map(done).collect()
}

/// When the sender learned that it has come, and how.
fn acknowledged(page: &Page, case: &Case) -> String {
    let Some(told) = case.complaint.acknowledged else { return page.t("not-acknowledged") };
    let how = wording::word(page, "acknowledged", told.how.word());
    page.t2("fact-received-how", ("when", &page.when(&told.at)), ("how", &how))
}

fn judged(page: &Page, case: &Case) -> Vec<(String, String)> {
    let Some((triage, _)) = case.complaint.triaged else { return Vec::new() };
    vec![
        (page.t("fact-category"), category(page, &triage)),
        (page.t("fact-severity"), wording::word(page, "severity", triage.severity.word())),
        (page.t("fact-concerns"), wording::word(page, "concerns", triage.concerns.word())),
    ]
}

/// What it is counted under, and what it is about besides.
fn category(page: &Page, triage: &Triage) -> String {
    let all = std::iter::once(triage.category).chain(triage.besides.iter());
    all.map(|category| wording::word(page, "category", category.word())).collect::<Vec<_>>().join("; ")
}

/// A judgement in one line: what it is about, how serious, which duties it brought.
pub(super) fn judgement(page: &Page, triage: &Triage) -> String {
    let found = triage.duties().map(|duty| wording::word(page, "duty-name", duty.word()));
    let what = [category(page, triage), wording::word(page, "severity", triage.severity.word())];
    what.into_iter().chain(found).collect::<Vec<_>>().join("; ")
}

/// What it was judged to be before: when, by whom, what.
fn judged_before(desk: &Desk, case: &Case) -> Vec<(String, String)> {
    let page = &desk.page;
    let earlier = |(triage, done): &(Triage, Done)| {
        (
            page.t2("judged-by", ("name", &desk.name(done.by)), ("when", &page.when(&done.at))),
            judgement(page, triage),
        )
    };
    case.judged_before.iter().rev().map(earlier).collect()
}

fn line(text: Option<&kernel::text::FreeText>) -> String {
    text.map(|text| text.as_str().to_owned()).unwrap_or_default()
}

//! Disposal: what may be destroyed, the lists, and the protocol of each that was carried out.

use askama::Template;
use auth::FreshForm;
use axum::{
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use documents::{Head, List, Pdf, Protocol};
use kernel::Uuid;
use serde::Deserialize;
use web::{Error, Page, download};

use super::{
    desk::{Desk, Sent},
    nobody, wording,
};
use crate::{
    StaffApp,
    actions::{self, Failed},
    domain::{
        Disposal, DisposalId, DisposalKind, DisposalRule, End, Listed, NotDisposed, works_with_disposal,
    },
};

#[derive(Template)]
#[template(path = "staff/disposals.html")]
struct DisposalsPage {
    page: Page,
    refused: Option<String>,
    rules: Vec<Rule>,
    lists: Vec<Row>,
}

struct Rule {
    kind: &'static str,
    name: String,
    kept: String,
    /// Empty while the authority has not decided.
    decision: String,
}

struct Row {
    href: String,
    name: String,
    proposed: String,
    count: usize,
    status: String,
}

#[derive(Template)]
#[template(path = "staff/disposal.html")]
struct DisposalPage {
    page: Page,
    refused: Option<String>,
    title: String,
    at: String,
    facts: Vec<(String, String)>,
    list: Vec<(String, String, String)>,
    is_carried: bool,
    waits: bool,
    may_approve: bool,
    /// Why this person does not approve it.
    not_yours: Option<String>,
    /// Where to log in again first.
    log_in_again: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

pub(super) async fn list(desk: Desk) -> Result<Response, Error> {
    if !works_with_disposal(&desk.person) {
        return nobody::show(desk);
    }
    lists(&desk, None).await
}

pub(super) async fn propose(Sent { desk, fields }: Sent<Chosen>) -> Result<Response, Error> {
    let kind = fields.kind.parse().map_err(|_| Error::BadRequest)?;
    match actions::propose_disposal(&desk.app, kind, &desk.person).await {
        Ok(id) => Ok(Redirect::to(&address(id)).into_response()),
        Err(Failed::Disposal(refused)) if refused != NotDisposed::NotYours => {
            Ok((Error::Conflict.status(), lists(&desk, Some(text(&desk.page, refused))).await?)
                .into_response())
        }
        Err(failed) => Err(failed.into()),
    }
}

pub(super) async fn show(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    one(&desk, id.into(), None).await
}

/// The protocol of a list that was carried out, to be printed, signed and filed.
pub(super) async fn protocol(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let disposal = find(&desk, id.into()).await?;
    let Some(End::Carried(carried)) = &disposal.end else { return Err(Error::NotFound) };
    let page = &desk.page;
    let columns = ["fact-registration", "column-number", "disposal-closed"].map(|key| page.t(key));
    let filled_in = Protocol {
        head: Head {
            language: page.language().clone(),
            office: desk.app.policy.office.clone(),
            at: carried.approved.at,
        },
        title: title(page, &disposal),
        lead: page.t("disposal-carried"),
        facts: facts(&desk, &disposal).await?,
        list: List {
            caption: page.t("disposal-on-the-list"),
            columns: columns.into(),
            rows: rows(&disposal).into_iter().map(|(a, b, c)| vec![a, b, c]).collect(),
        },
    };
    let made = documents::make(filled_in).await.map_err(|error| Error::Internal(error.into()))?.into_bytes();
    let name = format!("gallring-{}.pdf", carried.number);
    Ok(download(&name, Pdf::CONTENT_TYPE, None, Body::from(made)))
}

/// It cannot be undone: the log-in must be fresh.
pub(super) async fn approve(
    State(app): State<StaffApp>,
    page: Page,
    Path(id): Path<Uuid>,
    FreshForm { person, fields: Nothing {} }: FreshForm<Nothing>,
) -> Result<Response, Error> {
    let desk = Desk::new(app, page, person);
    let done = actions::dispose(&desk.app, id.into(), &desk.person).await;
    after(&desk, id.into(), done).await
}

pub(super) async fn withdraw(
    Path(id): Path<Uuid>,
    Sent { desk, fields: Nothing {} }: Sent<Nothing>,
) -> Result<Response, Error> {
    let done = actions::withdraw_disposal(&desk.app, id.into(), &desk.person).await;
    after(&desk, id.into(), done).await
}

async fn after(desk: &Desk, id: DisposalId, done: Result<(), Failed>) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(Redirect::to(&address(id)).into_response()),
        Err(Failed::Disposal(refused)) if refused != NotDisposed::NotYours => {
            let page = one(desk, id, Some(text(&desk.page, refused))).await?;
            Ok((Error::Conflict.status(), page).into_response())
        }
        Err(failed) => Err(failed.into()),
    }
}

async fn lists(desk: &Desk, refused: Option<String>) -> Result<Response, Error> {
    let page = &desk.page;
    let lists = desk.app.store.disposals().await.map_err(Failed::from)?;
    let row = |each: &Disposal| Row {
        href: address(each.id),
        name: kind(page, each.kind),
        proposed: page.when(&each.proposed.at),
        count: each.list.len(),
        status: status(page, each),
    };
    let rule = |rule: &DisposalRule| Rule {
        kind: rule.kind.word(),
        name: kind(page, rule.kind),
        kept: page.t1("disposal-years", "years", rule.years),
        decision: rule.decision.clone().unwrap_or_default(),
    };
    let template = DisposalsPage {
        refused,
        rules: desk.app.policy.disposal.iter().map(rule).collect(),
        lists: lists.iter().map(row).collect(),
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

async fn one(desk: &Desk, id: DisposalId, refused: Option<String>) -> Result<Response, Error> {
    let disposal = find(desk, id).await?;
    let page = &desk.page;
    let may = disposal.may_be_approved_by(&desk.person);
    let is_old = !desk.person.is_fresh;
    let template = DisposalPage {
        refused,
        title: title(page, &disposal),
        at: address(id),
        facts: facts(desk, &disposal).await?,
        list: rows(&disposal),
        is_carried: matches!(disposal.end, Some(End::Carried(_))),
        waits: disposal.end.is_none(),
        may_approve: may.is_ok(),
        not_yours: may.err().filter(|_| disposal.end.is_none()).map(|refused| text(page, refused)),
        log_in_again: (may.is_ok() && is_old).then(|| format!("/logga-in?next={}&fresh=1", address(id))),
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

async fn find(desk: &Desk, id: DisposalId) -> Result<Disposal, Error> {
    let found = desk.app.store.disposal(id).await.map_err(Failed::from)?;
    found.filter(|_| works_with_disposal(&desk.person)).ok_or(Error::NotFound)
}

/// Diary number, case number, and when it was closed.
fn rows(disposal: &Disposal) -> Vec<(String, String, String)> {
    let row = |listed: &Listed| {
        (listed.registration.clone(), listed.number.to_string(), listed.closed_on.to_string())
    };
    disposal.list.iter().map(row).collect()
}

fn title(page: &Page, disposal: &Disposal) -> String {
    match &disposal.end {
        Some(End::Carried(protocol)) => page.t1("disposal-protocol", "number", protocol.number),
        Some(End::Withdrawn(_)) | None => page.t("disposal-list"),
    }
}

async fn facts(desk: &Desk, disposal: &Disposal) -> Result<Vec<(String, String)>, Error> {
    let page = &desk.page;
    let who = |done: &crate::domain::Done| {
        page.t2("disposal-by", ("who", &desk.name(done.by)), ("when", &page.when(&done.at)))
    };
    let mut facts = vec![
        (page.t("disposal-what"), kind(page, disposal.kind)),
        (page.t("disposal-kept"), page.t1("disposal-years", "years", disposal.years)),
        (page.t("disposal-decision"), disposal.decision.clone()),
        (page.t("disposal-count"), disposal.list.len().to_string()),
        (page.t("disposal-proposed"), who(&disposal.proposed)),
    ];
    match &disposal.end {
        None => {}
        Some(End::Withdrawn(done)) => facts.push((page.t("disposal-withdrawn"), who(done))),
        Some(End::Carried(protocol)) => {
            let before = desk.app.store.seal_before(protocol.number).await.map_err(Failed::from)?;
            let holds =
                if disposal.is_sealed_by(protocol, before) { "disposal-holds" } else { "disposal-broken" };
            facts.extend([
                (page.t("disposal-approved"), who(&protocol.approved)),
                (page.t("disposal-hash"), HEXLOWER.encode(&disposal.list_hash())),
                (page.t("disposal-seal"), format!("{}\n{}", HEXLOWER.encode(&protocol.seal), page.t(holds))),
            ]);
        }
    }
    Ok(facts)
}

fn status(page: &Page, disposal: &Disposal) -> String {
    match &disposal.end {
        None => page.t("disposal-waits"),
        Some(End::Withdrawn(_)) => page.t("disposal-withdrawn"),
        Some(End::Carried(protocol)) => page.t1("disposal-protocol", "number", protocol.number),
    }
}

fn kind(page: &Page, kind: DisposalKind) -> String {
    wording::word(page, "disposal-kind", kind.word())
}

fn text(page: &Page, refused: NotDisposed) -> String {
    page.t(match refused {
        NotDisposed::NotYours => "disposal-not-yours",
        NotDisposed::NoRule => "disposal-no-rule",
        NotDisposed::NoDecision => "disposal-no-decision",
        NotDisposed::WaitsAlready => "disposal-waits-already",
        NotDisposed::NothingDue => "disposal-nothing-due",
        NotDisposed::SamePerson => "disposal-same-person",
        NotDisposed::Ended => "disposal-ended",
        NotDisposed::Changed => "disposal-changed",
    })
}

fn address(id: DisposalId) -> String {
    format!("/gallring/{id}")
}

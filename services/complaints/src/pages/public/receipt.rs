//! The receipt, shown in the browser that sent and nowhere else.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::{ReceiptCode, Timestamp};
use web::{Error, Form, Page};

use crate::{
    actions::{
        self,
        draft::{held, throw_away},
        draft_send::keep_code,
    },
    domain::{
        Targets,
        draft::{Held, Sent},
    },
    pages::public::{days, matter::MATTER, qr::Qr, scripts, start::Pressed, visitor::Visitor},
};

#[derive(Template)]
#[template(path = "public/receipt.html")]
struct ReceiptPage {
    page: Page,
    /// Whether it was sent once more.
    already: bool,
    number: String,
    received_at: Timestamp,
    code: String,
    is_kept: bool,
    qr: Qr,
    script: &'static str,
    /// Each group of the code as it is said on the telephone.
    spoken: Vec<String>,
    look_by: String,
    /// None when no answer was wanted.
    answer_by: Option<String>,
    /// Where the start page is: for the paper.
    address: String,
    /// How long this browser may show it.
    hours: i64,
}

#[derive(Template)]
#[template(path = "public/receipt_gone.html")]
struct GonePage {
    page: Page,
}

#[derive(Template)]
#[template(path = "public/receipt_hidden.html")]
struct HiddenPage {
    page: Page,
}

pub(super) async fn show(visitor: Visitor) -> Result<Response, Error> {
    let Some(sent) = sent(&visitor).await? else { return gone(visitor) };
    let (page, policy) = (&visitor.page, &visitor.app.policy);
    let Days { look_by, answer_by } = Days::of(&visitor, &sent);
    let page = web::html(&ReceiptPage {
        already: visitor.way.is_sent_before(),
        number: sent.number.to_string(),
        received_at: sent.received_at,
        code: sent.receipt.reveal().to_owned(),
        is_kept: sent.is_kept,
        qr: Qr::of(&address(&visitor)),
        script: scripts::receipt_address(),
        spoken: spoken(page, &sent.receipt),
        look_by,
        answer_by,
        address: visitor.site().origin().to_owned(),
        hours: policy.drafts_for_hours,
        page: page.clone(),
    })?;
    Ok(page.into_response())
}

/// Into the matter without typing the code that stands on the screen.
pub(super) async fn open(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    let Some(sent) = sent(&visitor).await? else { return gone(visitor) };
    let token = actions::reading::open(&visitor.app, sent.receipt.reveal(), "").await?;
    Ok(visitor.lead_with_reading(&token, "/mitt-arende/dialog"))
}

/// The code is saved.
pub(super) async fn keep(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    if let Some(token) = &visitor.draft {
        keep_code(&visitor.app, token).await?;
    }
    Ok(Redirect::to("/kvitto").into_response())
}

/// On a device that others use too.
pub(super) async fn hide(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    if let Some(token) = &visitor.draft {
        throw_away(&visitor.app, token).await?;
    }
    if let Some(token) = &visitor.reading {
        actions::reading::close(&visitor.app, token).await?;
    }
    Ok(visitor.lead_without_draft("/kvitto/dolt"))
}

pub(super) async fn hidden(page: Page) -> Result<Html<String>, Error> {
    web::html(&HiddenPage { page })
}

/// By when something happens, in words.
pub(super) struct Days {
    pub look_by: String,
    /// None when no answer was wanted.
    pub answer_by: Option<String>,
}

impl Days {
    pub fn of(visitor: &Visitor, sent: &Sent) -> Self {
        let (page, policy) = (&visitor.page, &visitor.app.policy);
        let Targets { triage_by, answer_by, .. } = Targets::from(sent.received_at, policy);
        Self {
            look_by: days::long(page, triage_by),
            answer_by: sent.wants_answer.then(|| days::long(page, answer_by)),
        }
    }
}

/// Where the code is typed in.
pub(super) fn address(visitor: &Visitor) -> String {
    format!("{}{MATTER}", visitor.site().origin())
}

pub(super) async fn sent(visitor: &Visitor) -> Result<Option<Sent>, Error> {
    match held(&visitor.app, visitor.draft.as_ref()).await? {
        Some(Held::Sent(sent)) => Ok(Some(sent)),
        Some(Held::Writing(_)) | None => Ok(None),
    }
}

pub(super) fn gone(visitor: Visitor) -> Result<Response, Error> {
    let page = web::html(&GonePage { page: visitor.page })?;
    Ok((StatusCode::NOT_FOUND, page).into_response())
}

/// Each group as it is said: `7 sju, K Kalle, …`
pub(in crate::pages) fn spoken(page: &Page, code: &ReceiptCode) -> Vec<String> {
    let word = |letter: char| format!("{letter} {}", page.t(&format!("spell-{letter}")));
    let group = |group: &str| group.chars().map(word).collect::<Vec<_>>().join(", ");
    code.reveal().split('-').map(group).collect()
}

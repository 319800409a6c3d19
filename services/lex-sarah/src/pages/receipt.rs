//! The receipt: that it arrived, what happens now, who can read it. Its reporter can come back to it.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::{calendar::swedish_day, text::without_control_characters};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    files::{self, Listed},
    visitor::{Errors, address, error_of, unit_name, with_menu, worded},
    wording,
};
use crate::{
    App,
    actions::{self, Failed, Opened},
    at::At,
    domain::{Case, CaseId, Content, NoteKind, Report, State as CaseState, Status, TakenDown},
};
use organisation::Role;

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    page: Page,
    number: String,
    unit: String,
    received: String,
    status: Status,
    /// What the reporter was told of what came of it: the day, and the words.
    told: Vec<(String, String)>,
    /// The internal target of the next step, while nobody has taken it.
    taken_by: Option<String>,
    readers: Vec<String>,
    concerns_manager: bool,
    report: Report,
    /// Those that came with it.
    files: Vec<Listed>,
    whistleblower_channel: String,
    action: String,
    /// Whether there is still somebody to tell that one wants to take it back.
    can_wish: bool,
    /// When they have said so.
    wished: Vec<String>,
    why: String,
    errors: Errors,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wish {
    why: String,
}

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Html<String>, Error> {
    web::html(&receipt(&app, &person, page, id).await?)
}

async fn receipt(app: &App, person: &Person, page: Page, id: CaseId) -> Result<ReceiptPage, Error> {
    let Opened { case, file, .. } = actions::read(app, person, id).await?;
    let wished = file.notes.iter().filter(|note| note.kind == NoteKind::WishToWithdraw);
    let wished = wished.map(|note| page.when(&note.at)).collect();
    let report = file.report.filter(|_| case.reported_by == person.id).ok_or(Error::NotFound)?;
    let page = with_menu(page, person);
    let unit = unit_name(app, case.unit);
    let today = swedish_day(app.now());
    let told = file.records.iter().filter_map(|record| match &record.content {
        Content::Feedback(feedback) => {
            Some((wording::day(&page, swedish_day(record.at), today), feedback.words.clone()))
        }
        _ => None,
    });
    Ok(ReceiptPage {
        number: case.number.to_string(),
        received: page.when(&case.received_at),
        status: case.state.status(),
        told: told.collect(),
        taken_by: case
            .due_on
            .filter(|_| case.state == CaseState::Registered)
            .map(|day| wording::target(&page, day, app.now())),
        readers: readers(&page, &case, &unit),
        concerns_manager: report.concerns_manager,
        whistleblower_channel: app.policy.whistleblower_channel.clone(),
        action: format!("/rapporterat/{id}/ta-tillbaka"),
        can_wish: case.state.is_open(),
        wished,
        why: String::new(),
        errors: Vec::new(),
        files: files::listed(&page, &address(id), file.attachments.iter()),
        unit,
        report,
        page,
    })
}

/// The reporter wants to take it back. It is noted, and inquired into all the same.
pub async fn wish_to_withdraw(
    State(app): State<App>,
    At(id): At,
    page: Page,
    SignedForm { person, fields }: SignedForm<Wish>,
) -> Result<Response, Error> {
    match actions::wish_to_withdraw(&app, &person, id, &fields.why).await {
        Ok(()) => Ok(Redirect::to(&format!("/rapporterat/{id}")).into_response()),
        Err(Failed::Faulty(faults)) => {
            let errors = worded(&page, "wish", &faults);
            let shown = receipt(&app, &person, page, id).await?;
            let why = without_control_characters(&fields.why);
            let shown = web::html(&ReceiptPage { why, errors, ..shown })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn readers(page: &Page, case: &Case, unit: &str) -> Vec<String> {
    let receiver = case.receiver.and_then(|role| match role {
        Role::UnitManager => Some(page.t1("reader-unit-manager", "unit", unit)),
        Role::Principal => Some(page.t1("reader-principal", "unit", unit)),
        Role::SchoolOwnerRepresentative => Some(page.t("reader-school-owner-representative")),
        _ => None,
    });
    let others = ["reader-investigator", "reader-decision-maker", "reader-self"].map(|key| page.t(key));
    receiver.into_iter().chain(others).collect()
}

impl ReceiptPage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }

    fn when(&self) -> String {
        self.page.t2("receipt-when", ("unit", &self.unit), ("when", &self.received))
    }

    fn written_down(&self, taken_down: &TakenDown) -> String {
        let by = taken_down.by.to_string();
        self.page.t2("receipt-written-down", ("by", &by), ("when", &self.page.when(&taken_down.at)))
    }

    fn status_text(&self) -> String {
        wording::status(&self.page, self.status)
    }

    fn status_tag(&self) -> &'static str {
        wording::status_tag(self.status)
    }

    fn happened(&self) -> String {
        let words = self.report.happened.map(|happened| wording::happened(&self.page, happened));
        [words, self.report.happened_when.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

//! The receipt: that it arrived, what happens now, who can read it. Its reporter can come back to it.

use askama::Template;
use auth::SignedIn;
use axum::{extract::State, response::Html};
use web::{Error, Page};

use super::{
    visitor::{unit_name, with_menu},
    wording,
};
use crate::{
    App,
    actions::{self, Opened},
    at::At,
    domain::{Case, Report, State as CaseState, Status},
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
    /// The internal target of the next step, while nobody has taken it.
    taken_by: Option<String>,
    readers: Vec<String>,
    concerns_manager: bool,
    report: Report,
}

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Html<String>, Error> {
    let Opened { case, file, .. } = actions::read(&app, &person, id).await?;
    let report = file.report.filter(|_| case.reported_by == person.id).ok_or(Error::NotFound)?;
    let page = with_menu(page, &person);
    let unit = unit_name(&app, case.unit);
    web::html(&ReceiptPage {
        number: case.number.to_string(),
        received: page.when(&case.received_at),
        status: case.state.status(),
        taken_by: case
            .due_on
            .filter(|_| case.state == CaseState::Registered)
            .map(|day| wording::target(&page, day, app.now())),
        readers: readers(&page, &case, &unit),
        concerns_manager: report.concerns_manager,
        unit,
        report,
        page,
    })
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
    fn when(&self) -> String {
        self.page.t2("receipt-when", ("unit", &self.unit), ("when", &self.received))
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

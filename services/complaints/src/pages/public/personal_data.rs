//! What becomes of personal data here (GDPR art. 13).

use askama::Template;
use axum::{extract::State, response::Html};
use web::{Error, Page};

use crate::{
    PublicApp,
    domain::{DisposalRule, Policy},
    pages::public::days,
};

/// Where it is.
pub(crate) const PERSONAL_DATA: &str = "/personuppgifter";

#[derive(Template)]
#[template(path = "public/personal_data.html")]
pub(in crate::pages) struct PersonalDataPage {
    page: Page,
    /// The controller.
    who: String,
    /// The address of its data-protection officer.
    officer: String,
    /// How long each kind of matter is kept.
    kept: Vec<String>,
    /// How long what was never sent is kept.
    unsent: String,
}

impl PersonalDataPage {
    pub(in crate::pages) fn of(page: Page, policy: &Policy) -> Self {
        let contacts = page.contacts();
        let unsent = if page.person().is_some() {
            page.t1("own-kept", "days", policy.saved_drafts_for_days)
        } else {
            let (hours, days) =
                (policy.drafts_for_hours.to_string(), policy.saved_drafts_for_days.to_string());
            page.t2("personal-data-kept-unsent", ("hours", &hours), ("days", &days))
        };
        Self {
            who: page.t1("personal-data-who", "controller", &contacts.controller),
            officer: contacts.data_protection_officer.clone(),
            kept: policy.disposal.iter().map(|rule| kept(&page, rule)).collect(),
            unsent,
            page,
        }
    }
}

pub(super) async fn show(State(app): State<PublicApp>, page: Page) -> Result<Html<String>, Error> {
    web::html(&PersonalDataPage::of(page, &app.policy))
}

/// A rule without a decision promises no end (arkivlagen 10 §).
fn kept(page: &Page, rule: &DisposalRule) -> String {
    let years = days::years(page, rule.years);
    let kept = page.t1(&format!("personal-data-kept-{}", rule.kind), "years", years);
    let then = match &rule.decision {
        Some(decision) => page.t1("personal-data-kept-decided", "decision", decision),
        None => page.t("personal-data-kept-undecided"),
    };
    format!("{kept} {then}")
}

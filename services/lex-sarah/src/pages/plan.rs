//! Beginning the inquiry, with a plan.

use askama::Template;
use auth::Person;
use axum::response::Html;
use serde::Deserialize;
use web::{Error, Page};

use super::deed::{Deed, Desk, Sheet};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, Verb},
};

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    page: Page,
    sheet: Sheet,
    filled: Plan,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    plan: String,
}

impl Deed for Plan {
    const VERB: Verb = Verb::StartInquiry;
    const PLACE: &'static str = "inled-utredning";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::start_inquiry(app, person, case, version, &self.plan).await
    }

    fn show(self, _: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        web::html(&PlanPage { page, sheet, filled: self })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        vec![(page.t("plan-what"), self.plan.clone())]
    }
}

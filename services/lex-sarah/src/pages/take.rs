//! Taking a case: number, unit, day, and the question of conflicts of interest.

use askama::Template;
use auth::Person;
use axum::response::Html;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    deed::{Deed, Desk, Sheet},
    visitor::unit_name,
    wording,
};
use crate::{
    App,
    actions::{self, Failed, people_to_check},
    domain::{CaseId, Verb},
};

#[derive(Template)]
#[template(path = "take.html")]
struct TakePage {
    page: Page,
    sheet: Sheet,
    unit: String,
    received: String,
    target: Option<String>,
    /// Whom to check oneself against, without opening the case.
    check: Vec<String>,
    filled: Take,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Take {
    free_of_conflict: String,
}

impl Deed for Take {
    const VERB: Verb = Verb::Take;
    const PLACE: &'static str = "ta";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::take(app, person, case, version, !self.free_of_conflict.is_empty()).await
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let case = &desk.opened.case;
        web::html(&TakePage {
            unit: unit_name(desk.app, case.unit),
            received: page.when(&case.received_at),
            target: case.due_on.map(|day| wording::target(&page, day, desk.app.now())),
            check: people_to_check(desk.app, case).iter().map(ToString::to_string).collect(),
            filled: self,
            sheet,
            page,
        })
    }

    fn own(&self, _: &Page) -> Vec<(String, String)> {
        Vec::new()
    }
}

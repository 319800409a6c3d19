//! Writing down what was done at once to protect somebody.

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
#[template(path = "protection.html")]
struct ProtectionPage {
    page: Page,
    sheet: Sheet,
    filled: Protection,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Protection {
    text: String,
}

impl Deed for Protection {
    const VERB: Verb = Verb::Protect;
    const PLACE: &'static str = "skydda";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::protect(app, person, case, version, &self.text).await
    }

    fn show(self, _: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        web::html(&ProtectionPage { page, sheet, filled: self })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        vec![(page.t("protect-what"), self.text.clone())]
    }
}

//! Writing down what was done at once to protect somebody.

use askama::Template;
use auth::Person;
use axum::response::Html;
use web::{Error, Page};

use super::deed::{Deed, Desk, Sheet};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, TypedProtection, Verb},
};

#[derive(Template)]
#[template(path = "protection.html")]
struct ProtectionPage {
    page: Page,
    sheet: Sheet,
    filled: TypedProtection,
}

impl Deed for TypedProtection {
    const VERB: Verb = Verb::Protect;
    const PLACE: &'static str = "skydda";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::protect(app, person, case, version, self).await
    }

    fn show(self, _: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        web::html(&ProtectionPage { page, sheet, filled: self })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        vec![
            (page.t("protect-what"), self.text.clone()),
            (page.t("protect-when"), self.done_when.clone()),
            (page.t("protect-who"), self.done_by.clone()),
        ]
    }
}

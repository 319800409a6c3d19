//! Leaving somebody out of a case that turns out to be about them.

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
#[template(path = "implicate.html")]
struct ImplicatePage {
    page: Page,
    sheet: Sheet,
    people: Vec<(String, String)>,
    filled: Implicated,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Implicated {
    person: String,
}

impl Deed for Implicated {
    const VERB: Verb = Verb::Implicate;
    const PLACE: &'static str = "undanta";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::implicate(app, person, case, version, &self.person).await
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let nobody = (String::new(), page.t("implicate-choose"));
        let people = actions::who_may_be_implicated(desk.app, &desk.opened.case, desk.person.id).into_iter();
        let people = people.map(|(id, signature)| (id.to_string(), signature.to_string()));
        web::html(&ImplicatePage {
            people: std::iter::once(nobody).chain(people).collect(),
            filled: self,
            sheet,
            page,
        })
    }

    fn own(&self, _: &Page) -> Vec<(String, String)> {
        Vec::new()
    }
}

//! Saying that the inquiry is complete: what is missing, what could tell who somebody is, the proposal.

use askama::Template;
use auth::Person;
use axum::response::Html;
use web::{Error, Page};

use super::{
    deed::{Deed, Desk, Sheet},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, Finding, MisconductKind, Section, TypedCompletion, Verb, unsaid},
};

#[derive(Template)]
#[template(path = "completion.html")]
struct CompletionPage {
    page: Page,
    sheet: Sheet,
    missing: Vec<Section>,
    findings: Vec<Finding>,
    similars: Vec<(&'static str, String)>,
    grades: Vec<(&'static str, String)>,
    kinds: Vec<(String, String)>,
    filled: TypedCompletion,
}

impl CompletionPage {
    fn section(&self, section: Section) -> String {
        wording::section(&self.page, section)
    }

    fn place(&self, finding: &Finding) -> String {
        let key =
            if finding.in_source { "completion-finding-in-source" } else { "completion-finding-in-text" };
        let section = self.page.t1("completion-in-section", "section", finding.section.number());
        self.page.t1(key, "section", section)
    }

    fn looks_like(&self, finding: &Finding) -> String {
        wording::looks_like(&self.page, finding.looks_like)
    }
}

impl Deed for TypedCompletion {
    const VERB: Verb = Verb::CompleteInquiry;
    const PLACE: &'static str = "utredning-klar";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::complete_inquiry(app, person, case, version, self).await
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let file = &desk.opened.file;
        web::html(&CompletionPage {
            missing: unsaid(&file.entries),
            findings: desk.opened.findings.clone(),
            similars: wording::similars(&page),
            grades: wording::grades(&page),
            kinds: wording::coded(&page, "misconduct", MisconductKind::ALL.iter().map(|each| each.code())),
            filled: self,
            sheet,
            page,
        })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        vec![(page.t("completion-kept-because"), self.kept_because.clone())]
    }
}

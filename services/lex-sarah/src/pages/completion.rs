//! Saying that the inquiry is complete: what is missing, what could tell who somebody is, the proposal.

use askama::Template;
use auth::Person;
use axum::response::Html;
use web::{Error, Page};

use super::{
    deed::{Asked, Deed, Desk, Sheet},
    found::{self, Found},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, Kept, LookedThrough, MisconductKind, Section, TypedCompletion, Verb, unsaid},
};

#[derive(Template)]
#[template(path = "completion.html")]
struct CompletionPage {
    page: Page,
    sheet: Sheet,
    missing: Vec<Section>,
    found: Vec<Found>,
    similars: Vec<(&'static str, String)>,
    grades: Vec<(&'static str, String)>,
    kinds: Vec<(String, String)>,
    filled: TypedCompletion,
}

impl CompletionPage {
    fn section(&self, section: Section) -> String {
        wording::section(&self.page, section)
    }
}

impl Deed for TypedCompletion {
    const VERB: Verb = Verb::CompleteInquiry;
    const PLACE: &'static str = "utredning-klar";

    /// With what was answered the last time that it was complete.
    fn begun(desk: &Desk, _: &Asked) -> Self {
        let last = desk.opened.file.completions.last();
        let kept = last.map(|last| last.kept.iter().map(Kept::typed).collect()).unwrap_or_default();
        Self { kept, ..Self::default() }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::complete_inquiry(app, person, case, version, self).await
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let file = &desk.opened.file;
        web::html(&CompletionPage {
            missing: unsaid(&file.entries),
            found: found::in_entries(desk, &page, &sheet, &self.kept),
            similars: wording::similars(&page),
            grades: wording::grades(&page),
            kinds: wording::coded(&page, "misconduct", MisconductKind::ALL.iter().map(|each| each.code())),
            filled: self,
            sheet,
            page,
        })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        let grade = self.proposed_grade.parse().map(|grade| wording::grade(page, grade)).unwrap_or_default();
        vec![(page.t("completion-grade"), grade)]
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }
}

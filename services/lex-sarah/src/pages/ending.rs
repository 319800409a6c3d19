//! How a case ends: feedback, the follow-up's beginning, closing, and opening it again.

use auth::Person;
use serde::Deserialize;
use web::Page;

use super::{
    deed::{Asked, Desk},
    plain::{Field, Plain},
    wording::{coded, yes_no},
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{
        Audience, CaseId, Cause, LookedThrough, TypedArchiving, TypedClosing, TypedFeedback, TypedHandBack,
        TypedReopening, Verb,
    },
};

impl Plain for TypedHandBack {
    const VERB: Verb = Verb::HandBack;
    const PLACE: &'static str = "lamna-tillbaka";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::hand_back(app, person, case, version, self).await
    }

    /// It is no longer there for whoever let it go, but in the list of what can be taken.
    fn then(&self, _: CaseId) -> String {
        "/arenden".to_owned()
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![Field::area("reasons", page.t("hand-back-reasons"), &self.reasons)]
    }
}

impl Plain for TypedArchiving {
    const VERB: Verb = Verb::Archive;
    const PLACE: &'static str = "arkivera";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::archive(app, person, case, version, self).await
    }

    fn then(&self, _: CaseId) -> String {
        "/arenden".to_owned()
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        let decision = Field::line("decision", page.t("archive-decision"), &self.decision);
        vec![decision.hint(page.t("archive-decision-hint"))]
    }
}

impl Plain for TypedFeedback {
    const VERB: Verb = Verb::GiveFeedback;
    const PLACE: &'static str = "aterforing";

    fn begun(_: &Desk, asked: &Asked) -> Self {
        Self { to: asked.get("till").cloned().unwrap_or_default(), ..Self::default() }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::give_feedback(app, person, case, version, self).await
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn lead(&self, page: &Page) -> Vec<String> {
        ["give_feedback-lead", "feedback-read-by-reporter", "feedback-law"].map(|key| page.t(key)).to_vec()
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        let audiences = coded(page, "audience", Audience::ALL.iter().map(|each| each.code()));
        vec![
            Field::choices("to", page.t("feedback-to"), &self.to, audiences),
            Field::choices("is_given", page.t("feedback-is-given"), &self.is_given, yes_no(page)),
            Field::area("words", page.t("feedback-words"), &self.words).hint(page.t("feedback-words-hint")),
        ]
    }
}

/// The follow-up asks for nothing but the word.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUp {}

impl Plain for FollowUp {
    const VERB: Verb = Verb::FollowUp;
    const PLACE: &'static str = "folj-upp";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::follow_up(app, person, case, version).await
    }

    fn fields(&self, _: &Page, _: Option<&Desk>) -> Vec<Field> {
        Vec::new()
    }
}

impl Plain for TypedClosing {
    const VERB: Verb = Verb::Close;
    const PLACE: &'static str = "avsluta";
    const FRESH: bool = true;

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::close(app, person, case, version, self).await
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![Field::area("note", page.t("closing-note"), &self.note).hint(page.t("closing-note-hint"))]
    }
}

impl Plain for TypedReopening {
    const VERB: Verb = Verb::Reopen;
    const PLACE: &'static str = "oppna-igen";
    const FRESH: bool = true;

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::reopen(app, person, case, version, self).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        let causes = coded(page, "cause", Cause::ALL.iter().map(|each| each.code()));
        vec![
            Field::choices("cause", page.t("reopening-cause"), &self.cause, causes),
            Field::area("reasons", page.t("reopening-reasons"), &self.reasons)
                .hint(page.t("decision-reasons-hint")),
        ]
    }
}

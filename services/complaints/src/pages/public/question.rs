//! Asking one thing and taking the answer: the same for every question.

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use web::Error;

use crate::{
    actions::{
        self, Failed,
        draft::{Written, write},
    },
    domain::draft::{Draft, Held},
    pages::public::{
        faults::Faults,
        gone, save, scripts,
        step::{CHECK, Step},
        visitor::Visitor,
    },
};

/// One question.
pub(super) struct Question {
    pub step: Step,
    /// The page with a draft's answer to it.
    pub show: fn(&Visitor, Asked, &Draft) -> Result<Html<String>, Error>,
}

/// What stands around the question.
pub(in crate::pages) struct Asked {
    /// A key.
    pub title: &'static str,
    pub faults: Faults,
    pub back: &'static str,
    pub action: &'static str,
    /// Which question of how many.
    pub place: String,
    /// Where the same form goes to be saved under a code.
    pub save: &'static str,
    /// Where a script sends it as it is typed, once there is a code.
    pub saves: Option<&'static str>,
    pub script: &'static str,
}

/// Where somebody goes who sends what was sent before.
pub(super) const SENT_BEFORE: &str = "/kvitto?redan=1";

impl Question {
    pub async fn ask(&self, visitor: Visitor) -> Result<Response, Error> {
        match actions::draft::held(&visitor.app, visitor.draft.as_ref()).await? {
            Some(Held::Writing(draft)) => self.page(&visitor, &draft, Faults::default(), StatusCode::OK),
            Some(Held::Sent(_)) => Ok(Redirect::to(SENT_BEFORE).into_response()),
            None => gone::page(&visitor),
        }
    }

    /// Keeps the answer, and judges it only when somebody goes on: who changes the language does not.
    pub async fn take(
        &self,
        visitor: Visitor,
        switch_language: &str,
        change: impl Fn(&mut Draft),
    ) -> Result<Response, Error> {
        let (token, draft) = match write(&visitor.app, visitor.draft.as_ref(), &change).await {
            Ok(Written::Kept(token, draft)) => (token, draft),
            Ok(Written::Sent) => return Ok(Redirect::to(SENT_BEFORE).into_response()),
            Err(failed) => return self.not_now(&visitor, failed, change),
        };
        if !switch_language.is_empty() {
            let same = visitor.lead_with_draft(&token, self.address(&visitor));
            return Ok(visitor.in_language(switch_language, same));
        }
        if visitor.way.is_save() {
            return save::save(&visitor, &token).await;
        }
        if visitor.way.is_quiet() {
            return Ok(visitor.with_draft(&token, StatusCode::NO_CONTENT.into_response()));
        }
        let (register, policy) = (visitor.app.ground.directory.now(), &visitor.app.policy);
        let faults = draft.faults_in(self.step.fields(), &register, policy);
        if faults.is_empty() {
            return Ok(visitor.lead_with_draft(&token, self.next(&visitor)));
        }
        let faults = Faults::of_intake(&visitor.page, policy, &faults);
        let page = self.page(&visitor, &draft, faults, StatusCode::UNPROCESSABLE_ENTITY)?;
        Ok(visitor.with_draft(&token, page))
    }

    pub fn page(
        &self,
        visitor: &Visitor,
        draft: &Draft,
        faults: Faults,
        status: StatusCode,
    ) -> Result<Response, Error> {
        let (number, of) = (self.step.number().to_string(), Step::ALL.len().to_string());
        let asked = Asked {
            title: self.step.title(),
            faults,
            back: if visitor.way.is_change() { CHECK } else { self.step.previous() },
            action: self.address(visitor),
            save: if visitor.way.is_change() { self.step.change_and_save() } else { self.step.save() },
            script: scripts::form_address(),
            saves: draft.code.is_some().then(|| self.step.save_quietly()),
            place: visitor.page.t2("question-number", ("number", &number), ("of", &of)),
        };
        Ok((status, (self.show)(visitor, asked, &draft.presentable())?).into_response())
    }

    /// The page again with what was typed: it could not be kept, and must not be lost for that.
    fn not_now(
        &self,
        visitor: &Visitor,
        failed: Failed,
        change: impl Fn(&mut Draft),
    ) -> Result<Response, Error> {
        let error = Error::from(failed);
        let Error::Internal(cause) = error else { return Err(error) };
        tracing::error!(error = format!("{cause:#}"), "an answer could not be kept");
        let mut draft = Draft::default();
        change(&mut draft);
        let faults = Faults::one("form", visitor.page.t("question-not-now"));
        self.page(visitor, &draft, faults, StatusCode::SERVICE_UNAVAILABLE)
    }

    fn address(&self, visitor: &Visitor) -> &'static str {
        if visitor.way.is_change() { self.step.change() } else { self.step.path() }
    }

    pub fn next(&self, visitor: &Visitor) -> &'static str {
        if visitor.way.is_change() { CHECK } else { self.step.next() }
    }
}

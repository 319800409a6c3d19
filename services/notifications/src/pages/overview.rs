//! What waits, what has left, what did not arrive: for whoever runs the service.

use askama::Template;
use axum::{extract::State, response::Html};
use web::{Error, Page};

use crate::{
    App,
    domain::{Occasion, Untold},
    pages::permit::Operator,
    store::{Overview, RefusedMail},
};

#[derive(Template)]
#[template(path = "overview.html")]
struct Shown {
    page: Page,
    app: App,
    overview: Overview,
}

/// `GET /`
pub async fn overview(State(app): State<App>, _: Operator, page: Page) -> Result<Html<String>, Error> {
    let overview = app.store.overview(app.now()).await.map_err(|error| Error::Internal(error.into()))?;
    web::html(&Shown { page, app, overview })
}

impl Shown {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass fields by reference")]
    fn occasion(&self, occasion: &Occasion) -> String {
        self.page.t(match occasion {
            Occasion::NewMatter => "occasion-new-matter",
            Occasion::TaskWaits => "occasion-task-waits",
            Occasion::NewMessage => "occasion-new-message",
            Occasion::AnswerReady => "occasion-answer-ready",
            Occasion::Received => "occasion-received",
            Occasion::Decided => "occasion-decided",
            Occasion::TargetNears => "occasion-target-nears",
            Occasion::TargetPassed => "occasion-target-passed",
            Occasion::Absence => "occasion-absence",
        })
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass fields by reference")]
    fn why(&self, untold: &Untold) -> String {
        self.page.t(match untold {
            Untold::Nobody => "untold-nobody",
            Untold::NoAddress => "untold-no-address",
        })
    }

    /// Whose address in the register is wrong. Of others nothing is known but that they are not in it.
    fn whose(&self, mail: &RefusedMail) -> String {
        let register = self.app.inside.ground.directory.now();
        let colleague = mail.colleague.and_then(|id| register.person(id).map(|person| person.name.clone()));
        colleague.unwrap_or_else(|| self.page.t("refused-whose-outside"))
    }

    fn said(&self, mail: &RefusedMail) -> String {
        match mail.status {
            Some(status) => self.page.t1("refused-status", "status", status),
            None => self.page.t("refused-unusable"),
        }
    }
}

//! What waits, what has left, what did not arrive: for whoever runs the service.

use askama::Template;
use auth::SignedIn;
use axum::{
    extract::{FromRequestParts, State},
    http::{StatusCode, request::Parts},
    response::{Html, IntoResponse, Response},
};
use organisation::Role;
use web::{Error, Page};

use crate::{
    App,
    domain::{Occasion, Untold},
    store::{Overview, RefusedMail},
};

/// Somebody who runs the service.
pub struct Operator;

#[derive(Template)]
#[template(path = "overview.html")]
struct Shown {
    page: Page,
    app: App,
    overview: Overview,
}

/// What this place is, for somebody who has nothing to do here.
#[derive(Template)]
#[template(path = "closed.html")]
struct Closed {
    page: Page,
}

impl FromRequestParts<App> for Operator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let SignedIn(person) = <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        if person.is(Role::Administrator) {
            return Ok(Self);
        }
        match Page::from_request_parts(parts, app).await {
            Ok(page) => Err((StatusCode::FORBIDDEN, web::html(&Closed { page })).into_response()),
            Err(error) => Err(error.into_response()),
        }
    }
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

//! Sending a file to the one who complained.

use askama::Template;
use axum::{
    extract::{Multipart, multipart::MultipartRejection},
    response::{IntoResponse, Redirect, Response},
};
use vault::Token;
use web::{Error, Page};

use super::{
    case::{SENT_FILE, Written, written},
    desk::{Desk, Faults, address},
};
use crate::{
    actions::{self, Failed},
    address::Named,
    domain::{ComplaintId, Verb},
    pages::public::{
        files,
        upload::{self, Problem},
    },
};

#[derive(Template)]
#[template(path = "staff/send_file.html")]
struct SendFilePage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    limits: String,
    content: Option<Written>,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::WriteToSender).await? {
        Ok(_) => show(&desk, id, Faults::default()).await,
        Err(back) => Ok(back),
    }
}

/// One that is not taken leaves the page as it was, with what is wrong beside the field.
pub(super) async fn send(
    desk: Desk,
    Named(id): Named,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    if let Err(back) = desk.ready_for(id, Verb::WriteToSender).await? {
        return Ok(back);
    }
    let upload = upload::read(&desk.app.intake(), &desk.page, form, true).await?;
    let problem = match (upload.problem, &upload.file) {
        (Some(problem), _) => problem,
        (None, None) => Problem::NoneChosen,
        (None, Some(file)) => match add(&desk, id, &file.token).await {
            Ok(()) => return Ok(Redirect::to(&format!("{}?gjort={SENT_FILE}", address(id))).into_response()),
            Err(Failed::File(fault)) => Problem::File(fault),
            Err(failed) => return Err(failed.into()),
        },
    };
    let fault = files::text(&desk.page, &desk.app.policy, problem);
    let page = show(&desk, id, Faults::one("file", fault)).await?;
    Ok((files::status(problem), page).into_response())
}

async fn add(desk: &Desk, id: ComplaintId, file: &str) -> Result<(), Failed> {
    let file = file.parse::<Token>().map_err(|_| Failed::FileGone)?;
    actions::send_file(&desk.app, id, &desk.person, &file).await
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let template = SendFilePage {
        page: desk.page.clone(),
        faults,
        number: case.complaint.number.to_string(),
        at: address(id),
        limits: files::limits(&desk.page, &desk.app.policy),
        content: case.content.as_ref().map(|content| written(&desk.page, content, &address(id))),
    };
    Ok(web::html(&template)?.into_response())
}

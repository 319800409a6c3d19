//! Pictures and files, one at a time.

use askama::Template;
use axum::{
    extract::{Multipart, multipart::MultipartRejection},
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use vault::Token;
use web::{Error, Page};

use crate::{
    PublicApp,
    actions::{
        Failed, detach,
        draft::{Written, held, write},
        size_that_came,
    },
    domain::{
        FileFault, Policy,
        draft::{Draft, DraftFile, Held},
    },
    pages::public::{
        faults::Faults,
        question::{Asked, Question, SENT_BEFORE},
        save, scripts,
        step::Step,
        upload::{self, Problem, Upload},
        visitor::Visitor,
    },
};

const FILES: Question = Question { step: Step::Files, show };

#[derive(Template)]
#[template(path = "public/files.html")]
pub(in crate::pages) struct FilesPage {
    page: Page,
    asked: Asked,
    pub done: Option<String>,
    files: Vec<Listed>,
    limits: String,
    upload_script: &'static str,
    /// What the addresses of its parts stand under.
    at: &'static str,
    /// Where a script goes when a file has come.
    added: String,
}

pub(in crate::pages) struct Listed {
    mark: String,
    pub name: String,
    pub size: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    FILES.ask(visitor).await
}

pub(super) async fn take(
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    let Some(Taken { upload, token, draft }) =
        keep(&visitor.app, &visitor.page, visitor.draft.as_ref(), form).await?
    else {
        return Ok(Redirect::to(SENT_BEFORE).into_response());
    };
    if visitor.way.is_save() && upload.problem.is_none() {
        return save::save(&visitor, &token).await;
    }
    answer(&visitor, &upload, &token, &draft)
}

/// What became of a form with a file, and the draft as it is now.
pub(in crate::pages) struct Taken {
    pub upload: Upload,
    pub token: Token,
    pub draft: Box<Draft>,
}

/// Reads the form into the draft. None: that was sent before.
pub(in crate::pages) async fn keep(
    app: &PublicApp,
    page: &Page,
    token: Option<&Token>,
    form: Multipart,
) -> Result<Option<Taken>, Error> {
    let before = match held(app, token).await? {
        Some(Held::Writing(draft)) => draft,
        Some(Held::Sent(_)) => return Ok(None),
        None => Draft::default(),
    };
    let has_room = before.files.len() < app.policy.most_files;
    let mut upload = upload::read(app, page, form, has_room).await?;
    fit(app, &before, &mut upload).await?;
    let change = |draft: &mut Draft| {
        draft.files.retain(|file| file.mark() != upload.remove);
        draft.files.extend(upload.file.clone());
    };
    let Written::Kept(token, draft) = write(app, token, change).await? else { return Ok(None) };
    forget(app, &before, &upload.remove).await?;
    Ok(Some(Taken { upload, token, draft }))
}

/// One that is too large beside the others is forgotten at once: how large it is was known when all of it had come.
/// What a page says of a file that it has sent in parts is only what the page says.
async fn fit(app: &PublicApp, before: &Draft, upload: &mut Upload) -> Result<(), Error> {
    let Some(file) = &mut upload.file else { return Ok(()) };
    let come = match file.token.parse() {
        Ok(token) => size_that_came(app, &token).await?.map(|size| (token, size)),
        Err(_) => None,
    };
    let problem = match come {
        None => Problem::PageOld,
        Some((token, size)) => {
            file.size = size;
            let Err(fault) = before.has_room_for(size, &app.policy) else { return Ok(()) };
            detach(app, &token).await?;
            Problem::File(fault)
        }
    };
    (upload.file, upload.problem) = (None, Some(problem));
    Ok(())
}

/// A file that was taken back is forgotten at once.
async fn forget(app: &PublicApp, before: &Draft, mark: &str) -> Result<(), Error> {
    let removed = before.files.iter().find(|file| file.mark() == mark);
    let Some(token) = removed.and_then(|file| file.token.parse().ok()) else { return Ok(()) };
    match detach(app, &token).await {
        Ok(()) | Err(Failed::NotFound) => Ok(()),
        Err(failed) => Err(failed.into()),
    }
}

/// Where somebody goes from here.
fn answer(visitor: &Visitor, upload: &Upload, token: &Token, draft: &Draft) -> Result<Response, Error> {
    if let Some(problem) = upload.problem {
        let faults = Faults::one("file", text(&visitor.page, &visitor.app.policy, problem));
        let page = FILES.page(visitor, draft, faults, status(problem))?;
        return Ok(visitor.with_draft(token, page));
    }
    let here = |done: &str| {
        let change = if visitor.way.is_change() { "&andra=1" } else { "" };
        visitor.lead_with_draft(token, &format!("{}?{done}{change}", Step::Files.path()))
    };
    Ok(if !upload.switch_language.is_empty() {
        visitor.in_language(&upload.switch_language, here(""))
    } else if !upload.remove.is_empty() {
        here("borttagen=1")
    } else if upload.add {
        here("tillagd=1")
    } else {
        visitor.lead_with_draft(token, FILES.next(visitor))
    })
}

pub(in crate::pages) const fn status(problem: Problem) -> StatusCode {
    match problem {
        Problem::NotNow | Problem::File(FileFault::NoRoom) => StatusCode::SERVICE_UNAVAILABLE,
        Problem::PageOld | Problem::NoneChosen | Problem::TooMany | Problem::File(_) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

pub(in crate::pages) fn text(page: &Page, policy: &Policy, problem: Problem) -> String {
    match problem {
        Problem::PageOld => page.t("files-page-old"),
        Problem::NoneChosen => page.t("files-none-chosen"),
        Problem::TooMany | Problem::File(FileFault::TooMany) => {
            page.t1("files-too-many", "most", policy.most_files)
        }
        // What is wrong with it, and what helps.
        Problem::File(FileFault::Refused(refusal)) => {
            let size = megabytes(policy.largest_file).to_string();
            page.t2(refusal.text(), ("size", &size), ("kinds", &page.t("files-kinds")))
        }
        Problem::File(FileFault::TooMuch) => {
            page.t1("files-too-much", "size", policy.largest_together / (1024 * 1024))
        }
        Problem::File(FileFault::NoRoom) => page.t("files-no-room"),
        Problem::NotNow => page.t("files-not-now"),
    }
}

fn show(visitor: &Visitor, asked: Asked, draft: &Draft) -> Result<Html<String>, Error> {
    let done = if asked.faults.is_empty() { visitor.done() } else { None };
    web::html(&FilesPage { done, ..page(&visitor.page, &visitor.app.policy, asked, draft) })
}

/// The page with the files that there are.
pub(in crate::pages) fn page(page: &Page, policy: &Policy, asked: Asked, draft: &Draft) -> FilesPage {
    let (at, and) = asked.action.split_once('?').map_or((asked.action, "?"), |(at, _)| (at, "&"));
    FilesPage {
        files: listed(page, draft),
        done: None,
        limits: limits(page, policy),
        at,
        added: format!("{}{and}tillagd=1", asked.action),
        upload_script: scripts::files_address(),
        page: page.clone(),
        asked,
    }
}

/// The files that go along.
pub(in crate::pages) fn listed(page: &Page, draft: &Draft) -> Vec<Listed> {
    let listed =
        |file: &DraftFile| Listed { mark: file.mark(), name: file.name.clone(), size: page.size(file.size) };
    draft.files.iter().map(listed).collect()
}

/// What is taken, told before.
pub(in crate::pages) fn limits(page: &Page, policy: &Policy) -> String {
    let size = megabytes(policy.largest_file).to_string();
    let limits = page.t2("files-limits", ("size", &size), ("most", &policy.most_files.to_string()));
    format!("{} {limits}", page.t1("files-take", "kinds", page.t("files-kinds")))
}

const fn megabytes(bytes: usize) -> usize {
    bytes / (1024 * 1024)
}

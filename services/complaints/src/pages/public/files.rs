//! Pictures and files, one at a time. The form is read in the order it was sent: no file before its token.

use askama::Template;
use axum::{
    extract::{
        Multipart,
        multipart::{Field, MultipartError, MultipartRejection},
    },
    http::StatusCode,
    response::{Html, Response},
};
use kernel::text::without_control_characters;
use web::{Error, Page};

use crate::{
    actions::{
        self, Failed, attach, detach,
        draft::{Written, write},
    },
    domain::{
        FileFault,
        draft::{Draft, DraftFile, Held},
    },
    pages::public::{
        faults::Faults,
        question::{Asked, Question, SENT_BEFORE},
        step::Step,
        visitor::Visitor,
    },
};

const FILES: Question = Question { step: Step::Files, show };

#[derive(Template)]
#[template(path = "public/files.html")]
struct FilesPage {
    page: Page,
    asked: Asked,
    done: Option<String>,
    files: Vec<Listed>,
    limits: String,
}

struct Listed {
    mark: String,
    name: String,
    size: String,
}

/// What the form said.
#[derive(Default)]
struct Sent {
    file: Option<DraftFile>,
    problem: Option<Problem>,
    add: bool,
    remove: String,
    switch_language: String,
}

/// Why a file was not added. Each has its own sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    PageOld,
    NoneChosen,
    TooMany,
    File(FileFault),
    NotNow,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    FILES.ask(visitor).await
}

pub(super) async fn take(
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::UnknownContent)?;
    let has_room = match actions::draft::held(&visitor.app, visitor.draft.as_ref()).await? {
        Some(Held::Writing(draft)) => draft.files.len() < visitor.app.policy.most_files,
        Some(Held::Sent(_)) | None => true,
    };
    let sent = read(&visitor, form, has_room).await?;
    let change = |draft: &mut Draft| {
        draft.files.retain(|file| file.mark() != sent.remove);
        draft.files.extend(sent.file.clone());
    };
    let before = actions::draft::held(&visitor.app, visitor.draft.as_ref()).await?;
    let (token, draft) = match write(&visitor.app, visitor.draft.as_ref(), change).await? {
        Written::Kept(token, draft) => (token, draft),
        Written::Sent => {
            return Ok(axum::response::IntoResponse::into_response(axum::response::Redirect::to(
                SENT_BEFORE,
            )));
        }
    };
    if let Some(Held::Writing(before)) = before {
        forget(&visitor, &before, &sent.remove).await?;
    }
    answer(&visitor, &sent, &token, &draft)
}

/// Where somebody goes from here.
fn answer(visitor: &Visitor, sent: &Sent, token: &vault::Token, draft: &Draft) -> Result<Response, Error> {
    if let Some(problem) =
        sent.problem.or_else(|| (sent.add && sent.file.is_none()).then_some(Problem::NoneChosen))
    {
        let status = match problem {
            Problem::NotNow => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let faults = Faults::one("file", text(visitor, problem));
        return FILES.page(visitor, draft, faults, status);
    }
    let here = |done: &str| {
        let with = if visitor.way.is_change() { "andra=1&" } else { "" };
        format!("{}?{with}{done}", Step::Files.path())
    };
    if !sent.switch_language.is_empty() {
        let same = visitor.lead_with_draft(token, &here(""));
        return Ok(visitor.in_language(&sent.switch_language, same));
    }
    Ok(match (sent.remove.as_str(), sent.add) {
        ("", false) => visitor.lead_with_draft(token, FILES.next(visitor)),
        ("", true) => visitor.lead_with_draft(token, &here("tillagd=1")),
        (_, _) => visitor.lead_with_draft(token, &here("borttagen=1")),
    })
}

/// A file that was taken back is forgotten at once.
async fn forget(visitor: &Visitor, before: &Draft, mark: &str) -> Result<(), Error> {
    let removed = before.files.iter().find(|file| file.mark() == mark);
    let Some(token) = removed.and_then(|file| file.token.parse().ok()) else { return Ok(()) };
    match detach(&visitor.app, &token).await {
        Ok(()) | Err(Failed::NotFound) => Ok(()),
        Err(failed) => Err(failed.into()),
    }
}

async fn read(visitor: &Visitor, mut form: Multipart, has_room: bool) -> Result<Sent, Error> {
    let mut sent = Sent::default();
    let first = next(&mut form).await?;
    let ours = match first {
        Some(field) if field.name() == Some("csrf") => short(field).await? == visitor.page.csrf(),
        _ => false,
    };
    if !ours {
        return Ok(Sent { problem: Some(Problem::PageOld), ..sent });
    }
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(sent),
            // The rest of a file that was too large even to be read to its end.
            Err(error) if sent.problem.is_some() || is_too_large(&error) => {
                sent.problem.get_or_insert(Problem::File(FileFault::TooLarge));
                return Ok(sent);
            }
            Err(_) => return Ok(Sent { problem: Some(Problem::File(FileFault::BrokenOff)), ..sent }),
        };
        match field.name() {
            Some("file") if sent.file.is_none() && sent.problem.is_none() => {
                match take_file(visitor, field, has_room).await {
                    Ok(file) => sent.file = file,
                    Err(problem) => sent.problem = Some(problem),
                }
            }
            Some("add") => sent.add = !short(field).await?.is_empty(),
            Some("remove") => sent.remove = short(field).await?,
            Some("switch_language") => sent.switch_language = short(field).await?,
            _ => return Err(Error::BadRequest),
        }
    }
}

/// None when no file was chosen: the browser sends an empty part all the same.
async fn take_file(
    visitor: &Visitor,
    field: Field<'_>,
    has_room: bool,
) -> Result<Option<DraftFile>, Problem> {
    let name = field.file_name().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Ok(None);
    }
    if !has_room {
        return Err(Problem::TooMany);
    }
    match attach(&visitor.app, &name, field, None).await {
        Ok(attached) => Ok(Some(DraftFile {
            token: attached.token.reveal(),
            name: without_control_characters(&name).chars().take(200).collect(),
            size: attached.size,
        })),
        Err(Failed::File(fault)) => Err(Problem::File(fault)),
        Err(failed) => {
            if let Error::Internal(cause) = Error::from(failed) {
                tracing::error!(error = format!("{cause:#}"), "a file could not be taken");
            }
            Err(Problem::NotNow)
        }
    }
}

async fn next(form: &mut Multipart) -> Result<Option<Field<'_>>, Error> {
    form.next_field()
        .await
        .map_err(|error| if is_too_large(&error) { Error::TooLarge } else { Error::BadRequest })
}

/// A field that holds a word: never more than a little of it is kept in memory.
async fn short(mut field: Field<'_>) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| Error::BadRequest)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > 1024 {
            return Err(Error::BadRequest);
        }
    }
    String::from_utf8(bytes).map_err(|_| Error::BadRequest)
}

fn is_too_large(error: &MultipartError) -> bool {
    error.status() == StatusCode::PAYLOAD_TOO_LARGE
}

fn text(visitor: &Visitor, problem: Problem) -> String {
    let (page, policy) = (&visitor.page, &visitor.app.policy);
    match problem {
        Problem::PageOld => page.t("files-page-old"),
        Problem::NoneChosen => page.t("files-none-chosen"),
        Problem::TooMany => page.t1("files-too-many", "most", policy.most_files),
        Problem::File(FileFault::Empty) => page.t("files-empty"),
        Problem::File(FileFault::TooLarge) => {
            page.t1("files-too-large", "size", megabytes(policy.largest_file))
        }
        Problem::File(FileFault::KindRefused) => page.t1("files-wrong-kind", "kinds", page.t("files-kinds")),
        Problem::File(FileFault::BrokenOff) => page.t("files-cut"),
        Problem::NotNow => page.t("files-not-now"),
    }
}

fn show(visitor: &Visitor, asked: Asked, draft: &Draft) -> Result<Html<String>, Error> {
    let (page, policy) = (visitor.page.clone(), &visitor.app.policy);
    let size = megabytes(policy.largest_file).to_string();
    let limits = page.t2("files-limits", ("size", &size), ("most", &policy.most_files.to_string()));
    let files = draft.files.iter().map(|file| Listed {
        mark: file.mark(),
        name: file.name.clone(),
        size: size_in_words(&page, file.size),
    });
    web::html(&FilesPage {
        files: files.collect(),
        done: if asked.faults.is_empty() { visitor.done() } else { None },
        limits: format!("{} {limits}", page.t1("files-take", "kinds", page.t("files-kinds"))),
        page,
        asked,
    })
}

const fn megabytes(bytes: usize) -> usize {
    bytes / (1024 * 1024)
}

/// Rounded up, so that nothing weighs nothing.
pub(super) fn size_in_words(page: &Page, bytes: i64) -> String {
    let (kilobyte, megabyte) = (1024, 1024 * 1024);
    if bytes < megabyte {
        page.t1("files-size-kb", "size", (bytes + kilobyte - 1) / kilobyte)
    } else {
        page.t1("files-size-mb", "size", (bytes + megabyte - 1) / megabyte)
    }
}

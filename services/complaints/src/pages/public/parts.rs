//! A file that comes in parts to the complaint that is being written.

use axum::{body::Bytes, extract::Query, http::HeaderMap, response::Response};
use vault::Token;
use web::{Error, Form, Page, shown_name};

use crate::{
    PublicApp,
    actions::{
        Failed,
        attach_part::{Progress, attach_part, expect_file, so_far},
        detach,
        draft::{Written, held, write},
    },
    domain::draft::{ArrivingFile, Draft, DraftFile, Held},
    pages::public::{
        sending::{self, Announced, PartFrom, handle, is_ours, problem, told},
        upload::Problem,
        visitor::Visitor,
    },
};

/// The draft that a file is sent to.
pub(in crate::pages) struct Receiving<'a> {
    pub app: &'a PublicApp,
    pub page: &'a Page,
    pub draft: Option<&'a Token>,
}

/// A file is announced: it begins, or goes on if some of it has come.
pub(super) async fn announce(visitor: Visitor, Form(file): Form<Announced>) -> Result<Response, Error> {
    let (token, answer) = receiving(&visitor).announced(&file).await?;
    Ok(match token {
        Some(token) => visitor.with_draft(&token, answer),
        None => answer,
    })
}

/// A part of the file that was announced.
pub(super) async fn part(
    visitor: Visitor,
    Query(PartFrom { fran }): Query<PartFrom>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Error> {
    receiving(&visitor).part(fran, &headers, &bytes).await
}

const fn receiving(visitor: &Visitor) -> Receiving<'_> {
    Receiving { app: &visitor.app, page: &visitor.page, draft: visitor.draft.as_ref() }
}

impl Receiving<'_> {
    /// The answer, and where the draft is kept if it was changed.
    pub async fn announced(&self, file: &Announced) -> Result<(Option<Token>, Response), Error> {
        let before = self.before().await?.unwrap_or_default();
        let size = file.size()?;
        if let Some(known) =
            before.arriving.as_ref().filter(|known| known.name == file.name && known.size == size)
        {
            return Ok((None, told(known, so_far(self.app, known).await?)?));
        }
        let room = before.has_room_for(size, &self.app.policy);
        match room.and_then(|()| expect_file(self.app, &file.name, size)) {
            Ok(file) => self.begin(&before, &file).await,
            Err(fault) => Ok((None, problem(self.app, self.page, Problem::File(fault))?)),
        }
    }

    pub async fn part(&self, from: i64, headers: &HeaderMap, bytes: &Bytes) -> Result<Response, Error> {
        if !is_ours(self.page, headers) {
            return problem(self.app, self.page, Problem::PageOld);
        }
        let draft = self.before().await?.unwrap_or_default();
        let Some(file) = draft.arriving else {
            // The answer to its last part was lost on the way.
            let sent = handle(headers).filter(|sent| draft.files.iter().any(|file| file.token == sent.token));
            return match sent {
                Some(sent) => told(&sent, sent.size),
                None => problem(self.app, self.page, Problem::PageOld),
            };
        };
        let taken = attach_part(self.app, &file, from, bytes).await;
        match &taken {
            Ok(Progress::Whole) => self.add(&file).await?,
            Err(Failed::File(_)) => self.change(|draft| draft.arriving = None).await?,
            Ok(Progress::At(_)) | Err(_) => {}
        }
        sending::taken(self.app, self.page, &file, taken)
    }

    /// One at a time: what had begun before is forgotten.
    async fn begin(&self, before: &Draft, file: &ArrivingFile) -> Result<(Option<Token>, Response), Error> {
        if let Some(token) = before.arriving.as_ref().and_then(|file| file.token.parse::<Token>().ok()) {
            detach(self.app, &token).await?;
        }
        let Written::Kept(token, _) =
            write(self.app, self.draft, |draft| draft.arriving = Some(file.clone())).await?
        else {
            return Err(Error::Conflict);
        };
        Ok((Some(token), told(file, 0)?))
    }

    async fn add(&self, file: &ArrivingFile) -> Result<(), Error> {
        let added = DraftFile { token: file.token.clone(), name: shown_name(&file.name), size: file.size };
        self.change(|draft| {
            draft.arriving = None;
            draft.files.push(added.clone());
        })
        .await
    }

    async fn before(&self) -> Result<Option<Draft>, Error> {
        match held(self.app, self.draft).await? {
            Some(Held::Writing(draft)) => Ok(Some(draft)),
            Some(Held::Sent(_)) => Err(Error::Conflict),
            None => Ok(None),
        }
    }

    async fn change(&self, change: impl Fn(&mut Draft)) -> Result<(), Error> {
        write(self.app, self.draft, change).await?;
        Ok(())
    }
}

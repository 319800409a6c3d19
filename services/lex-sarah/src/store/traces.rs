//! What goes along with a deed in its transaction: its trace, who is told, what is answered when it is repeated.

use audit::{Actor, Deed};
use kernel::{Timestamp, Uuid};
use outbox::{
    Parcel,
    once::{self, Known, NotKept},
};
use proto::Service;
use vault::Token;

use super::{Store, StoreError, Tx};
use crate::domain::{AttachmentId, CaseId, Verb};

/// What is known of a request that may be a repeat.
#[derive(Debug)]
pub enum Answered {
    Never,
    /// Before, and with this.
    With(Vec<u8>),
    /// The key belongs to another request.
    ToAnother,
}

impl Tx {
    /// Writes that `actor` did `verb`.
    pub async fn trace(
        &self,
        actor: Actor,
        verb: Verb,
        case: CaseId,
        part: Option<Uuid>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let deed = Deed { actor, action: verb.code(), case: case.as_uuid(), part };
        Ok(audit::write(&self.connection, at, deed).await?)
    }

    /// Writes that `actor` did something that is no deed to a case: `to` is what it was done to.
    pub async fn trace_beside(
        &self,
        actor: Actor,
        action: &'static str,
        to: Uuid,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        Ok(audit::write(&self.connection, at, Deed { actor, action, case: to, part: None }).await?)
    }

    /// Writes that `actor` has read the case.
    pub async fn trace_reading(&self, actor: Actor, case: CaseId, at: Timestamp) -> Result<(), StoreError> {
        let deed = Deed { actor, action: "read", case: case.as_uuid(), part: None };
        Ok(audit::write(&self.connection, at, deed).await?)
    }

    /// Writes that what `actor` wrote was compared with the key list of the case, without their looking in it.
    pub async fn trace_comparing(&self, actor: Actor, case: CaseId, at: Timestamp) -> Result<(), StoreError> {
        let deed = Deed { actor, action: "compare_with_key_list", case: case.as_uuid(), part: None };
        Ok(audit::write(&self.connection, at, deed).await?)
    }

    /// Writes that `actor` has fetched what is filed with IVO.
    pub async fn trace_fetching(&self, actor: Actor, case: CaseId, at: Timestamp) -> Result<(), StoreError> {
        let deed = Deed { actor, action: "fetch_ivo_package", case: case.as_uuid(), part: None };
        Ok(audit::write(&self.connection, at, deed).await?)
    }

    /// Writes what `actor` did with a file of the case.
    pub async fn trace_file(
        &self,
        actor: Actor,
        action: &'static str,
        (case, file): (CaseId, AttachmentId),
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let deed = Deed { actor, action, case: case.as_uuid(), part: Some(file.as_uuid()) };
        Ok(audit::write(&self.connection, at, deed).await?)
    }

    pub async fn send(&self, parcel: Parcel, at: Timestamp) -> Result<(), StoreError> {
        Ok(outbox::put(&self.connection, at, parcel).await?)
    }

    /// Whether a parcel of another service is here for the first time.
    pub async fn is_first(&self, from: Service, id: Uuid, at: Timestamp) -> Result<bool, StoreError> {
        Ok(outbox::inbox::first_time(&self.connection, from, id, at).await?)
    }

    pub async fn answered(&self, key: &Token, request: &Token) -> Result<Answered, StoreError> {
        let known = once::look(&self.connection, Service::LexSarah, key, request).await?;
        Ok(match known {
            Known::Nothing => Answered::Never,
            Known::Answered(answer) => Answered::With(answer),
            Known::AnotherRequest => Answered::ToAnother,
        })
    }

    pub async fn keep_answer(
        &self,
        key: &Token,
        request: &Token,
        answer: &[u8],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        once::keep(&self.connection, Service::LexSarah, key, request, answer, at).await.map_err(|not| {
            match not {
                NotKept::UnderWay => StoreError::UnderWay,
                NotKept::Database(error) => StoreError::Database(error),
            }
        })
    }
}

impl Store {
    /// Forgets what was answered before `then`.
    pub async fn forget_answers_before(&self, then: Timestamp) -> Result<u64, StoreError> {
        Ok(once::forget_before(self.database.reader(), then).await?)
    }
}

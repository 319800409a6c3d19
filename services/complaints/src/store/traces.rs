//! What goes along with every change in its transaction: the trace, the parcels, the answer that is kept for a repeat.

use audit::{Actor, Deed};
use kernel::{PersonId, Timestamp};
use outbox::{Parcel, once};
use proto::Service;
use uuid::Uuid;
use vault::Token;

use crate::{
    domain::ComplaintId,
    store::{Store, StoreError, Tx},
};

impl Tx {
    /// Who did what. Without it nothing happens.
    pub async fn trace(
        &self,
        actor: Actor,
        action: &'static str,
        case: ComplaintId,
        part: Option<Uuid>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let deed = Deed { actor, action, case: case.as_uuid(), part };
        Ok(audit::write(&self.0, at, deed).await?)
    }

    /// The same of a deed that was done to no complaint: `what` names it.
    pub async fn trace_beside(
        &self,
        actor: Actor,
        action: &'static str,
        what: Uuid,
        whom: Option<PersonId>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let deed = Deed { actor, action, case: what, part: whom.map(PersonId::as_uuid) };
        Ok(audit::write(&self.0, at, deed).await?)
    }

    /// Everything that was done to a complaint, oldest first.
    pub async fn traces(&self, case: ComplaintId) -> Result<Vec<audit::Trace>, StoreError> {
        Ok(audit::of_case(&self.0, case.as_uuid()).await?)
    }

    /// Leaves a parcel for another service.
    pub async fn put(&self, parcel: Parcel, at: Timestamp) -> Result<(), StoreError> {
        Ok(outbox::put(&self.0, at, parcel).await?)
    }

    /// Keeps the answer for a repeat of the same request.
    pub async fn keep_answer(
        &self,
        key: &Token,
        request: &Token,
        answer: &[u8],
        at: Timestamp,
    ) -> Result<(), once::NotKept> {
        once::keep(&self.0, Service::Complaints, key, request, answer, at).await
    }
}

impl Store {
    /// What was answered to this request before.
    pub async fn known_answer(&self, key: &Token, request: &Token) -> Result<once::Known, StoreError> {
        Ok(once::look(self.database.reader(), Service::Complaints, key, request).await?)
    }

    /// Forgets what was answered before `then`.
    pub async fn forget_answers(&self, then: Timestamp) -> Result<(), StoreError> {
        Ok(once::forget_before(self.database.reader(), then).await.map(drop)?)
    }
}

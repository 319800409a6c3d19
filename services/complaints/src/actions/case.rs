//! What every verb of staff begins and ends with.

use audit::Actor;
use kernel::Timestamp;
use organisation::Colleague;
use uuid::Uuid;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{Failed, seal::SERVICE},
    domain::{Complaint, ComplaintId, Done, Standing},
    store::{StoreError, Tx},
};

/// Whom a verb is for: the person, the complaint, and the version they saw of it.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    pub id: ComplaintId,
    pub version: i64,
    pub person: &'a Colleague,
}

impl At<'_> {
    /// The complaint, if it is there for this person and is what they saw.
    pub(super) async fn load(self, tx: &Tx) -> Result<(Complaint, Standing), Failed> {
        let found = tx.case_as_seen_by(self.id, self.person).await?;
        let (complaint, standing) = found.ok_or(Failed::NotFound)?;
        if complaint.version == self.version {
            Ok((complaint, standing))
        } else {
            Err(Failed::Store(StoreError::Stale))
        }
    }

    /// Writes the complaint and who did what to it, and lets go.
    pub(super) async fn finish(
        self,
        app: &StaffApp,
        tx: Tx,
        complaint: &Complaint,
        action: &'static str,
        part: Option<Uuid>,
        at: Timestamp,
    ) -> Result<(), Failed> {
        tx.update_complaint(complaint).await?;
        tx.trace(Actor::Person(self.person.id), action, self.id, part, at).await?;
        tx.commit().await?;
        app.inside.deliveries.wake();
        Ok(())
    }

    pub(super) const fn done(self, at: Timestamp) -> Done {
        Done { at, by: self.person.id }
    }
}

/// The whole key of a complaint. Only for somebody who was found to read it.
pub(super) async fn whole_key(app: &StaffApp, tx: &Tx, id: ComplaintId) -> Result<CaseKey, StoreError> {
    let wrapped = tx.service_key(id).await?;
    Ok(CaseKey::unwrap(SERVICE, id.as_uuid(), &wrapped, &app.inside.ring)?)
}

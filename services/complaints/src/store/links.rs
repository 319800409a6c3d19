//! Complaints that belong together, and the keys that the parts of one share with its sender.

use kernel::{CaseNumber, PersonId};
use organisation::Colleague;
use sea_orm::{Condition, QueryOrder, Set, entity::prelude::*, sea_query::ExprTrait};
use vault::{SealingKey, WrappedKey};

use crate::{
    domain::{Complaint, ComplaintId, Link, Standing, Tie},
    store::{
        StoreError, Tx,
        entity::{case_key, complaint, complaint_link, conflict, receipt},
    },
};

const PART_OF: &str = "part_of";
const MERGED_INTO: &str = "merged_into";

impl Tx {
    /// `part` is a part of `whole` from now on.
    pub async fn link_part(&self, part: ComplaintId, whole: ComplaintId) -> Result<(), StoreError> {
        self.link(part, PART_OF, whole).await
    }

    /// `goes_on` is handled in place of `merged` from now on.
    pub async fn link_merged(&self, merged: ComplaintId, goes_on: ComplaintId) -> Result<(), StoreError> {
        self.link(merged, MERGED_INTO, goes_on).await
    }

    /// Whether another is handled in its place. It stays so when it is answered, closed or opened again.
    pub async fn goes_on_as_another(&self, id: ComplaintId) -> Result<bool, StoreError> {
        let link = complaint_link::Entity::find_by_id((id.as_uuid(), MERGED_INTO.to_owned())).one(&self.0);
        Ok(link.await?.is_some())
    }

    async fn link(&self, one: ComplaintId, kind: &str, other: ComplaintId) -> Result<(), StoreError> {
        let row = complaint_link::ActiveModel {
            complaint_id: Set(one.as_uuid()),
            kind: Set(kind.to_owned()),
            other_id: Set(other.as_uuid()),
        };
        complaint_link::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Those a complaint belongs with, as far as the person may know of them.
    pub async fn links(&self, id: ComplaintId, person: &Colleague) -> Result<Vec<Link>, StoreError> {
        let rows = complaint_link::Entity::find()
            .filter(
                complaint_link::Column::ComplaintId
                    .eq(id.as_uuid())
                    .or(complaint_link::Column::OtherId.eq(id.as_uuid())),
            )
            .order_by_asc(complaint_link::Column::ComplaintId)
            .all(&self.0)
            .await?;
        let mut links = Vec::new();
        for row in rows {
            let is_first = row.complaint_id == id.as_uuid();
            let tie = match (row.kind.as_str(), is_first) {
                (PART_OF, true) => Tie::Whole,
                (PART_OF, false) => Tie::Part,
                (_, true) => Tie::GoesOn,
                (_, false) => Tie::MergedHere,
            };
            let other = ComplaintId::from(if is_first { row.other_id } else { row.complaint_id });
            if let Some((complaint, _)) = self.case_as_seen_by(other, person).await? {
                links.push(Link { tie, id: other, number: complaint.number });
            }
        }
        Ok(links)
    }

    /// The complaint with this number, if the person may know of it.
    pub async fn case_numbered(
        &self,
        number: &str,
        person: &Colleague,
    ) -> Result<Option<(Complaint, Standing)>, StoreError> {
        let row = complaint::Entity::find().filter(complaint::Column::Number.eq(number)).one(&self.0).await?;
        match row {
            Some(row) => self.case_as_seen_by(row.id.into(), person).await,
            None => Ok(None),
        }
    }

    /// The complaint that this one was once a part of, or itself: parts of parts belong to the first.
    pub async fn whole_of(&self, id: ComplaintId) -> Result<ComplaintId, StoreError> {
        let link =
            complaint_link::Entity::find_by_id((id.as_uuid(), PART_OF.to_owned())).one(&self.0).await?;
        Ok(link.map_or(id, |link| link.other_id.into()))
    }

    /// The complaint that this one is a part of, when the sender's files lie there. For whoever is off that one it is not there (G.2).
    pub async fn files_stay_with(
        &self,
        part: ComplaintId,
        reader: PersonId,
    ) -> Result<Option<CaseNumber>, StoreError> {
        let whole = self.whole_of(part).await?;
        let is_off = self.excluded(whole).await?.contains(&reader);
        if whole == part || is_off || !self.has_files_of_sender(whole).await? {
            return Ok(None);
        }
        let row = complaint::Entity::find_by_id(whole.as_uuid()).one(&self.0).await?;
        Ok(row.map(Complaint::try_from).transpose()?.map(|whole| whole.number))
    }

    /// What the receipt of a complaint seals with. A part has none of its own: the whole's opens it too.
    pub async fn receipt_key(&self, whole: ComplaintId) -> Result<SealingKey, StoreError> {
        let damaged = || StoreError::Damaged { table: "receipt", column: "public_key", row: whole.as_uuid() };
        let row = receipt::Entity::find_by_id(whole.as_uuid()).one(&self.0).await?.ok_or_else(damaged)?;
        SealingKey::from_bytes(&row.public_key).map_err(|_| damaged())
    }

    /// The key of a part: the whole for the service, the sender's half for the receipt of the one it came from.
    pub async fn add_keys_of_part(
        &self,
        id: ComplaintId,
        service: WrappedKey,
        receipt: WrappedKey,
    ) -> Result<(), StoreError> {
        let row = |holder: &str, key: WrappedKey| case_key::ActiveModel {
            complaint_id: Set(id.as_uuid()),
            holder: Set(holder.to_owned()),
            key_id: Set(key.key_id),
            sealed: Set(key.sealed),
        };
        let rows = [row("service", service), row("receipt", receipt)];
        case_key::Entity::insert_many(rows).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// The parts of a complaint with the sender's half of the key of each, as wrapped for the receipt of the whole.
    pub async fn parts_for_receipt(
        &self,
        whole: ComplaintId,
    ) -> Result<Vec<(Complaint, WrappedKey)>, StoreError> {
        let rows = complaint_link::Entity::find()
            .filter(complaint_link::Column::OtherId.eq(whole.as_uuid()))
            .filter(complaint_link::Column::Kind.eq(PART_OF))
            .order_by_asc(complaint_link::Column::ComplaintId)
            .all(&self.0)
            .await?;
        let mut parts = Vec::new();
        for link in rows {
            let row = complaint::Entity::find_by_id(link.complaint_id).one(&self.0).await?;
            let key =
                case_key::Entity::find_by_id((link.complaint_id, "receipt".to_owned())).one(&self.0).await?;
            if let Some((row, key)) = row.zip(key) {
                parts.push((row.try_into()?, WrappedKey { key_id: key.key_id, sealed: key.sealed }));
            }
        }
        Ok(parts)
    }

    /// The parts of a complaint.
    pub(super) async fn part_ids(&self, whole: ComplaintId) -> Result<Vec<Uuid>, StoreError> {
        let rows = complaint_link::Entity::find()
            .filter(complaint_link::Column::OtherId.eq(whole.as_uuid()))
            .filter(complaint_link::Column::Kind.eq(PART_OF))
            .all(&self.0)
            .await?;
        Ok(rows.into_iter().map(|row| row.complaint_id).collect())
    }

    /// Whoever may not know of the one may not know of the other (G.2). What the sender said of a manager goes along only to what
    /// is about them too.
    pub async fn copy_conflicts(&self, from: ComplaintId, to: &Complaint) -> Result<(), StoreError> {
        let goes_along = if to.about_manager {
            Condition::all()
        } else {
            Condition::all().add(conflict::Column::AsSaid.eq(false))
        };
        let rows = conflict::Entity::find()
            .filter(conflict::Column::ComplaintId.eq(from.as_uuid()))
            .filter(goes_along)
            .all(&self.0)
            .await?;
        let copies: Vec<_> = rows
            .into_iter()
            .map(|row| conflict::ActiveModel {
                complaint_id: Set(to.id.as_uuid()),
                person_id: Set(row.person_id),
                noted_at: Set(row.noted_at),
                noted_by: Set(row.noted_by),
                as_said: Set(row.as_said),
            })
            .collect();
        if !copies.is_empty() {
            conflict::Entity::insert_many(copies).exec_without_returning(&self.0).await?;
        }
        Ok(())
    }
}

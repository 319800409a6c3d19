//! Complaints, found only as seen by somebody.

use kernel::{PersonId, Timestamp};
use organisation::Colleague;
use sea_orm::{
    ActiveModelTrait, Condition, QueryOrder, QuerySelect, TryInsertResult,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func, OnConflict},
};
use uuid::Uuid;
use vault::WrappedKey;

use crate::{
    domain::{Complaint, ComplaintId, Standing},
    store::{
        Store, StoreError, Tx,
        entity::{case_key, complaint, conflict, handed_over, receipt},
    },
};

impl Store {
    /// As [`Tx::case_as_seen_by`], outside a transaction: for pages that show nothing of what was written.
    pub async fn complaint_as_seen_by(
        &self,
        id: ComplaintId,
        person: &Colleague,
    ) -> Result<Option<(Complaint, Standing)>, StoreError> {
        as_seen_by(self.database.reader(), id, person).await
    }
}

impl Tx {
    pub async fn add_complaint(&self, complaint: &Complaint) -> Result<(), StoreError> {
        let row = complaint::ActiveModel::from(complaint);
        complaint::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// A complaint, and what the person is to it. None when it is not there or not theirs to know of, which look alike.
    pub async fn case_as_seen_by(
        &self,
        id: ComplaintId,
        person: &Colleague,
    ) -> Result<Option<(Complaint, Standing)>, StoreError> {
        as_seen_by(&self.0, id, person).await
    }

    /// The complaint that a receipt opens, with the sender's half of its key as wrapped for that receipt.
    pub async fn case_of_receipt(
        &self,
        hash: &[u8; 32],
    ) -> Result<Option<(Complaint, WrappedKey)>, StoreError> {
        let found =
            receipt::Entity::find().filter(receipt::Column::Hash.eq(hash.to_vec())).one(&self.0).await?;
        let Some(receipt) = found else { return Ok(None) };
        let row = complaint::Entity::find_by_id(receipt.complaint_id).one(&self.0).await?;
        let key =
            case_key::Entity::find_by_id((receipt.complaint_id, "receipt".to_owned())).one(&self.0).await?;
        let Some((row, key)) = row.zip(key) else { return Ok(None) };
        Ok(Some((row.try_into()?, WrappedKey { key_id: key.key_id, sealed: key.sealed })))
    }

    /// Writes a complaint over the version it was read at, or not at all.
    pub async fn update_complaint(&self, complaint: &Complaint) -> Result<(), StoreError> {
        let mut row = complaint::ActiveModel::from(complaint);
        row.version = sea_orm::Set(complaint.version + 1);
        let done = complaint::Entity::update_many()
            .set(row.reset_all())
            .filter(complaint::Column::Id.eq(complaint.id.as_uuid()))
            .filter(complaint::Column::Version.eq(complaint.version))
            .exec(&self.0)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// The sender has written: a new version, and a sign until somebody has read it.
    pub async fn sender_wrote(&self, id: ComplaintId, at: Timestamp) -> Result<(), StoreError> {
        let since = complaint::Column::UnreadSince;
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Version, Expr::col(complaint::Column::Version).add(1))
            .col_expr(since, Func::coalesce([Expr::col(since), Expr::val(at)]).into())
            .filter(complaint::Column::Id.eq(id.as_uuid()))
            .exec(&self.0)
            .await?;
        Ok(())
    }

    /// What the sender wrote has been read, as far as this version goes: what comes in meanwhile is new. The version stays, for
    /// nothing of the matter has changed.
    pub async fn seen(&self, id: ComplaintId, version: i64) -> Result<(), StoreError> {
        complaint::Entity::update_many()
            .col_expr(complaint::Column::UnreadSince, Expr::value(None::<Timestamp>))
            .filter(complaint::Column::Id.eq(id.as_uuid()))
            .filter(complaint::Column::Version.eq(version))
            .exec(&self.0)
            .await?;
        Ok(())
    }

    /// The clock of a breach is another, of which nobody has been reminded.
    pub async fn remind_of_breach_again(&self, id: ComplaintId) -> Result<(), StoreError> {
        complaint::Entity::update_many()
            .col_expr(complaint::Column::BreachReminded, Expr::value(false))
            .filter(complaint::Column::Id.eq(id.as_uuid()))
            .exec(&self.0)
            .await?;
        Ok(())
    }

    /// A new version without a change to the row itself: something beside it has changed.
    pub async fn touch_complaint(&self, id: ComplaintId) -> Result<(), StoreError> {
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Version, Expr::col(complaint::Column::Version).add(1))
            .filter(complaint::Column::Id.eq(id.as_uuid()))
            .exec(&self.0)
            .await?;
        Ok(())
    }

    /// Takes a person off it (G.2), as somebody has judged: that stands whatever the sender has said. Returns everybody who is off
    /// it now.
    pub async fn exclude(
        &self,
        id: ComplaintId,
        person: PersonId,
        by: PersonId,
        at: Timestamp,
    ) -> Result<Vec<PersonId>, StoreError> {
        let judged = OnConflict::columns([conflict::Column::ComplaintId, conflict::Column::PersonId])
            .update_columns([conflict::Column::NotedAt, conflict::Column::NotedBy, conflict::Column::AsSaid])
            .to_owned();
        conflict::Entity::insert(off(id, person, Some(by), at, false))
            .on_conflict(judged)
            .exec_without_returning(&self.0)
            .await?;
        self.excluded(id).await
    }

    /// Takes a person off it because the sender says that it is about them. `by` is who wrote that down, if somebody at work did.
    pub async fn exclude_as_said(
        &self,
        id: ComplaintId,
        person: PersonId,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        conflict::Entity::insert(off(id, person, by, at, true))
            .on_conflict_do_nothing_on([conflict::Column::ComplaintId, conflict::Column::PersonId])
            .exec_without_returning(&self.0)
            .await?;
        Ok(())
    }

    /// Lets those in who were off it only because the sender said so, and names them.
    pub async fn let_in(&self, id: ComplaintId) -> Result<Vec<PersonId>, StoreError> {
        let as_said = Condition::all()
            .add(conflict::Column::ComplaintId.eq(id.as_uuid()))
            .add(conflict::Column::AsSaid.eq(true));
        let rows = conflict::Entity::find().filter(as_said.clone()).all(&self.0).await?;
        conflict::Entity::delete_many().filter(as_said).exec(&self.0).await?;
        Ok(rows.into_iter().map(|row| row.person_id.into()).collect())
    }

    /// Whether anybody has handed it over to lex Sarah.
    pub async fn is_handed_over(&self, id: ComplaintId) -> Result<bool, StoreError> {
        Ok(!self.handed_over(id).await?.is_empty())
    }

    /// Who has handed it over, and when, oldest first.
    pub async fn handed_over(&self, id: ComplaintId) -> Result<Vec<(PersonId, Timestamp)>, StoreError> {
        let rows = handed_over::Entity::find()
            .filter(handed_over::Column::ComplaintId.eq(id.as_uuid()))
            .order_by_asc(handed_over::Column::HandedOverAt)
            .all(&self.0)
            .await?;
        Ok(rows.into_iter().map(|row| (row.person_id.into(), row.handed_over_at)).collect())
    }

    /// False when the person has done so before.
    pub async fn hand_over(
        &self,
        id: ComplaintId,
        person: PersonId,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let row = handed_over::ActiveModel {
            complaint_id: sea_orm::Set(id.as_uuid()),
            person_id: sea_orm::Set(person.as_uuid()),
            handed_over_at: sea_orm::Set(at),
        };
        let inserted = handed_over::Entity::insert(row)
            .on_conflict_do_nothing_on([handed_over::Column::ComplaintId, handed_over::Column::PersonId])
            .exec_without_returning(&self.0)
            .await?;
        Ok(matches!(inserted, TryInsertResult::Inserted(rows) if rows > 0))
    }

    /// Everybody who may not know of it.
    pub async fn excluded(&self, id: ComplaintId) -> Result<Vec<PersonId>, StoreError> {
        excluded(&self.0, id).await
    }
}

fn off(
    id: ComplaintId,
    person: PersonId,
    by: Option<PersonId>,
    at: Timestamp,
    as_said: bool,
) -> conflict::ActiveModel {
    conflict::ActiveModel {
        complaint_id: sea_orm::Set(id.as_uuid()),
        person_id: sea_orm::Set(person.as_uuid()),
        noted_at: sea_orm::Set(at),
        noted_by: sea_orm::Set(by.map(PersonId::as_uuid)),
        as_said: sea_orm::Set(as_said),
    }
}

async fn as_seen_by(
    connection: &impl ConnectionTrait,
    id: ComplaintId,
    person: &Colleague,
) -> Result<Option<(Complaint, Standing)>, StoreError> {
    let Some(row) = complaint::Entity::find_by_id(id.as_uuid()).one(connection).await? else {
        return Ok(None);
    };
    let complaint = Complaint::try_from(row)?;
    let excluded = excluded(connection, id).await?;
    if excluded.contains(&person.id) {
        return Ok(None);
    }
    // Whoever stands in for somebody who is off it does not see it in their place.
    let standing = complaint.parties().standing(&person.but_not_for(&excluded));
    Ok(standing.map(|standing| (complaint, standing)))
}

async fn excluded(connection: &impl ConnectionTrait, id: ComplaintId) -> Result<Vec<PersonId>, StoreError> {
    let people = conflict::Entity::find()
        .select_only()
        .column(conflict::Column::PersonId)
        .filter(conflict::Column::ComplaintId.eq(id.as_uuid()))
        .into_tuple::<Uuid>()
        .all(connection)
        .await?;
    Ok(people.into_iter().map(PersonId::from).collect())
}

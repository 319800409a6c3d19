//! Lists of what may be destroyed, the log of what was, and the destroying itself.

use db::Script;
use kernel::{PersonId, Timestamp, Uuid};
use sea_orm::{
    Condition, ConnectionTrait, QueryOrder, QuerySelect, Set,
    entity::prelude::*,
    sea_query::{ExprTrait, Query, SelectStatement},
};

use crate::{
    domain::{
        Candidate, Complaint, ComplaintId, Disposal, DisposalId, DisposalKind, Done, End, Listed, Protocol,
        State,
    },
    store::{
        Store, StoreError, Tx,
        entity::{
            attachment, case_key, complaint, complaint_link, contact, disposal, disposal_end, disposal_item,
            handed_over, measure, own_matter, receipt, working_note,
        },
        rows::word,
    },
};

pub const MIGRATION: Script = Script {
    name: "disposal_1",
    up: include_str!("disposal_1.sql"),
    append_only: &["disposal", "disposal_item", "disposal_end"],
    tables: &["disposal_end", "disposal_item", "disposal"],
};

/// As many lists as a page shows.
const SHOWN: u64 = 100;

impl Store {
    /// The newest lists first.
    pub async fn disposals(&self) -> Result<Vec<Disposal>, StoreError> {
        let connection = self.database.reader();
        let newest = disposal::Entity::find().order_by_desc(disposal::Column::Id).limit(SHOWN);
        let mut all = Vec::new();
        for row in newest.all(connection).await? {
            all.push(whole(connection, row).await?);
        }
        Ok(all)
    }

    pub async fn disposal(&self, id: DisposalId) -> Result<Option<Disposal>, StoreError> {
        one(self.database.reader(), id).await
    }

    /// The seal of the line of the log before this one; zeros before the first.
    pub async fn seal_before(&self, number: i32) -> Result<[u8; 32], StoreError> {
        let before = disposal_end::Entity::find().filter(disposal_end::Column::Number.eq(number - 1));
        let row = before.one(self.database.reader()).await?;
        row.map_or(Ok([0; 32]), |row| seal(&row))
    }
}

impl Tx {
    /// Those of one kind that were closed before this and that nothing holds, oldest first. Others are left out here, so that they
    /// take no place of those that may go.
    pub async fn candidates(
        &self,
        kind: DisposalKind,
        closed_before: Timestamp,
        limit: u64,
    ) -> Result<Vec<Candidate>, StoreError> {
        let reported =
            Query::select().column(handed_over::Column::ComplaintId).from(handed_over::Entity).to_owned();
        let closed = complaint::Entity::find()
            .filter(complaint::Column::State.eq(State::Closed.word()))
            .filter(complaint::Column::ClosedAt.lt(closed_before))
            .filter(complaint::Column::Id.not_in_subquery(reported))
            .filter(complaint::Column::Id.not_in_subquery(needed()))
            .filter(is_of(kind))
            .order_by_asc(complaint::Column::ClosedAt)
            .order_by_asc(complaint::Column::Id)
            .limit(limit);
        let mut candidates = Vec::new();
        for row in closed.all(&self.0).await? {
            candidates.push(self.candidate(row.try_into()?).await?);
        }
        Ok(candidates)
    }

    /// Those of a list as they are now.
    pub async fn listed(&self, list: &[Listed]) -> Result<Vec<Candidate>, StoreError> {
        let mut candidates = Vec::new();
        for listed in list {
            let row = complaint::Entity::find_by_id(listed.id.as_uuid()).one(&self.0).await?;
            let gone = || StoreError::Damaged {
                table: "disposal_item",
                column: "complaint_id",
                row: listed.id.as_uuid(),
            };
            candidates.push(self.candidate(row.ok_or_else(gone)?.try_into()?).await?);
        }
        Ok(candidates)
    }

    async fn candidate(&self, complaint: Complaint) -> Result<Candidate, StoreError> {
        let id = complaint.id.as_uuid();
        let of = complaint_link::Column::ComplaintId.eq(id).or(complaint_link::Column::OtherId.eq(id));
        let links = complaint_link::Entity::find().filter(of).all(&self.0).await?;
        let hang_on_it: Vec<_> =
            links.iter().filter(|link| link.other_id == id).map(|link| link.complaint_id).collect();
        let still_there = complaint::Entity::find()
            .filter(complaint::Column::Id.is_in(hang_on_it))
            .filter(complaint::Column::State.ne(State::Disposed.word()))
            .one(&self.0)
            .await?;
        Ok(Candidate {
            is_handed_over: self.is_handed_over(complaint.id).await?,
            is_linked: !links.is_empty(),
            is_needed: still_there.is_some(),
            complaint,
        })
    }

    /// Whether a list of this kind waits for approval.
    pub async fn waits(&self, kind: DisposalKind) -> Result<bool, StoreError> {
        let ended =
            Query::select().column(disposal_end::Column::DisposalId).from(disposal_end::Entity).to_owned();
        let waiting = disposal::Entity::find()
            .filter(disposal::Column::Kind.eq(kind.word()))
            .filter(disposal::Column::Id.not_in_subquery(ended));
        Ok(waiting.one(&self.0).await?.is_some())
    }

    pub async fn disposal(&self, id: DisposalId) -> Result<Option<Disposal>, StoreError> {
        one(&self.0, id).await
    }

    pub async fn add_disposal(&self, new: &Disposal) -> Result<(), StoreError> {
        let row = disposal::ActiveModel {
            id: Set(new.id.as_uuid()),
            kind: Set(new.kind.to_string()),
            years: Set(i32::try_from(new.years).unwrap_or(i32::MAX)),
            decision: Set(new.decision.clone()),
            proposed_at: Set(new.proposed.at),
            proposed_by: Set(new.proposed.by.as_uuid()),
        };
        disposal::Entity::insert(row).exec_without_returning(&self.0).await?;
        let items = new.list.iter().map(|listed| disposal_item::ActiveModel {
            disposal_id: Set(new.id.as_uuid()),
            complaint_id: Set(listed.id.as_uuid()),
            number: Set(listed.number.to_string()),
            registration_number: Set(listed.registration.clone()),
            closed_on: Set(listed.closed_on),
        });
        disposal_item::Entity::insert_many(items).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// What became of a list. One that has ended does not end again, and two lines of the log cannot have one number.
    pub async fn end_disposal(&self, id: DisposalId, end: &End) -> Result<(), StoreError> {
        let (outcome, done, protocol) = match end {
            End::Withdrawn(done) => ("withdrawn", done, None),
            End::Carried(protocol) => ("carried", &protocol.approved, Some(protocol)),
        };
        let row = disposal_end::ActiveModel {
            disposal_id: Set(id.as_uuid()),
            outcome: Set(outcome.to_owned()),
            ended_at: Set(done.at),
            ended_by: Set(done.by.as_uuid()),
            number: Set(protocol.map(|protocol| protocol.number)),
            seal: Set(protocol.map(|protocol| protocol.seal.to_vec())),
        };
        disposal_end::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// The last line of the log.
    pub async fn last_protocol(&self) -> Result<Option<Protocol>, StoreError> {
        let last = disposal_end::Entity::find()
            .filter(disposal_end::Column::Number.is_not_null())
            .order_by_desc(disposal_end::Column::Number)
            .one(&self.0)
            .await?;
        last.map(|row| protocol(&row)).transpose()
    }

    /// Destroys what was written: every key that opens it, for good, and with them what is not kept for ever. Texts in tables to which rows
    /// are only added stay behind as noise that nobody can open.
    pub async fn destroy(&self, id: ComplaintId) -> Result<(), StoreError> {
        let id = id.as_uuid();
        let tx = &self.0;
        let files = attachment::Entity::find().filter(attachment::Column::ComplaintId.eq(id)).all(tx).await?;
        files::remove_pieces(tx, files.into_iter().map(|file| file.id).collect()).await?;
        attachment::Entity::delete_many().filter(attachment::Column::ComplaintId.eq(id)).exec(tx).await?;
        working_note::Entity::delete_many().filter(working_note::Column::ComplaintId.eq(id)).exec(tx).await?;
        measure::Entity::delete_many().filter(measure::Column::ComplaintId.eq(id)).exec(tx).await?;
        contact::Entity::delete_many().filter(contact::Column::ComplaintId.eq(id)).exec(tx).await?;
        own_matter::Entity::delete_many().filter(own_matter::Column::ComplaintId.eq(id)).exec(tx).await?;
        receipt::Entity::delete_many().filter(receipt::Column::ComplaintId.eq(id)).exec(tx).await?;
        case_key::Entity::delete_many().filter(case_key::Column::ComplaintId.eq(id)).exec(tx).await?;
        Ok(())
    }
}

/// As [`Candidate::kind`] says it.
fn is_of(kind: DisposalKind) -> Condition {
    let linked = |column| Query::select().column(column).from(complaint_link::Entity).to_owned();
    let inquired = Condition::any()
        .add(complaint::Column::InquiryStartedAt.is_not_null())
        .add(complaint::Column::Id.in_subquery(linked(complaint_link::Column::ComplaintId)))
        .add(complaint::Column::Id.in_subquery(linked(complaint_link::Column::OtherId)));
    match kind {
        DisposalKind::Inquired => inquired,
        DisposalKind::Plain => inquired.not(),
    }
}

/// Those with a part that is still there, or in which another goes on that is.
fn needed() -> SelectStatement {
    let still_there = Query::select()
        .column(complaint::Column::Id)
        .from(complaint::Entity)
        .and_where(complaint::Column::State.ne(State::Disposed.word()))
        .to_owned();
    Query::select()
        .column(complaint_link::Column::OtherId)
        .from(complaint_link::Entity)
        .and_where(complaint_link::Column::ComplaintId.in_subquery(still_there))
        .to_owned()
}

async fn one(connection: &impl ConnectionTrait, id: DisposalId) -> Result<Option<Disposal>, StoreError> {
    match disposal::Entity::find_by_id(id.as_uuid()).one(connection).await? {
        Some(row) => whole(connection, row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(connection: &impl ConnectionTrait, row: disposal::Model) -> Result<Disposal, StoreError> {
    let items = disposal_item::Entity::find()
        .filter(disposal_item::Column::DisposalId.eq(row.id))
        .order_by_asc(disposal_item::Column::ComplaintId)
        .all(connection)
        .await?;
    let end = disposal_end::Entity::find_by_id(row.id).one(connection).await?;
    Ok(Disposal {
        id: row.id.into(),
        kind: word(row.id, "kind", &row.kind)?,
        years: u32::try_from(row.years).unwrap_or_default(),
        decision: row.decision,
        proposed: done(row.proposed_at, row.proposed_by),
        list: items.into_iter().map(listed).collect::<Result<_, _>>()?,
        end: end.as_ref().map(ended).transpose()?,
    })
}

fn listed(row: disposal_item::Model) -> Result<Listed, StoreError> {
    let damaged = |_| StoreError::Damaged { table: "disposal_item", column: "number", row: row.complaint_id };
    Ok(Listed {
        id: row.complaint_id.into(),
        number: row.number.parse().map_err(damaged)?,
        registration: row.registration_number,
        closed_on: row.closed_on,
    })
}

fn ended(row: &disposal_end::Model) -> Result<End, StoreError> {
    match row.number {
        Some(_) => protocol(row).map(End::Carried),
        None => Ok(End::Withdrawn(done(row.ended_at, row.ended_by))),
    }
}

fn protocol(row: &disposal_end::Model) -> Result<Protocol, StoreError> {
    let number = row.number.unwrap_or_default();
    Ok(Protocol { number, approved: done(row.ended_at, row.ended_by), seal: seal(row)? })
}

fn seal(row: &disposal_end::Model) -> Result<[u8; 32], StoreError> {
    let damaged = || StoreError::Damaged { table: "disposal_end", column: "seal", row: row.disposal_id };
    row.seal.as_deref().and_then(|seal| seal.try_into().ok()).ok_or_else(damaged)
}

fn done(at: Timestamp, by: Uuid) -> Done {
    Done { at, by: PersonId::from(by) }
}

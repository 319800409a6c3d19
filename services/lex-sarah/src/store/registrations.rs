//! The diary as it stands, and what waits for a registrar. No case is opened here: nothing in it is sealed.

use std::collections::HashMap;

use db::Script;
use kernel::{PersonId, Uuid, calendar::swedish_day};
use organisation::Colleague;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, QueryOrder, QuerySelect, entity::prelude::*, sea_query::OnConflict,
};

use super::{
    Store, StoreError, Tx, Writer,
    entity::{diary_check, diary_entry, diary_unchecked},
    lists::about,
};
use crate::domain::{CaseId, Registration, SecrecyMark, Standing, Standings, State};

pub const MIGRATION: Script = Script {
    name: "lex_sarah_registrations_1",
    up: include_str!("registrations.sql"),
    append_only: &["diary_check"],
    tables: &["diary_unchecked", "diary_check"],
};

impl Store {
    /// What no registrar has checked, oldest first; nothing that is about this one (rule G.2).
    pub async fn unchecked(&self, registrar: PersonId, limit: u64) -> Result<Vec<Registration>, StoreError> {
        let waiting = diary_unchecked::Entity::find()
            .select_only()
            .column(diary_unchecked::Column::CaseId)
            .filter(diary_unchecked::Column::CaseId.not_in_subquery(about(registrar.as_uuid())))
            .order_by_asc(diary_unchecked::Column::RegisteredAt)
            .order_by_asc(diary_unchecked::Column::CaseId)
            .limit(limit);
        self.registrations(waiting.into_tuple().all(self.database.reader()).await?).await
    }

    /// What a registrar has checked, the latest first; nothing that is about this one (rule G.2).
    pub async fn checked(&self, registrar: PersonId, limit: u64) -> Result<Vec<Registration>, StoreError> {
        let first = diary_check::Entity::find()
            .select_only()
            .column(diary_check::Column::CaseId)
            .filter(diary_check::Column::Version.eq(1))
            .filter(diary_check::Column::CaseId.not_in_subquery(about(registrar.as_uuid())))
            .order_by_desc(diary_check::Column::CheckedAt)
            .order_by_desc(diary_check::Column::CaseId)
            .limit(limit);
        self.registrations(first.into_tuple().all(self.database.reader()).await?).await
    }

    /// In the order in which they are named.
    async fn registrations(&self, named: Vec<Uuid>) -> Result<Vec<Registration>, StoreError> {
        let entries = diary_entry::Entity::find().filter(diary_entry::Column::CaseId.is_in(named.clone()));
        let entries = entries.all(self.database.reader()).await?;
        let mut found = as_they_stand(self.database.reader(), entries).await?;
        found.sort_by_key(|entry| named.iter().position(|id| *id == entry.case.as_uuid()));
        Ok(found)
    }
}

impl Tx {
    /// An entry with where its case stands, for a registrar who is no part of it.
    pub async fn registration_as_seen_by(
        &self,
        id: CaseId,
        person: &Colleague,
    ) -> Result<Option<(Registration, State, Standings)>, StoreError> {
        let Some((case, _)) = self.case(id).await? else { return Ok(None) };
        let standings = Standings::of(person, &case);
        if !standings.has(Standing::Registrar) {
            return Ok(None);
        }
        let entry = diary_entry::Entity::find_by_id(id.as_uuid()).one(&self.connection).await?;
        let found = as_they_stand(&self.connection, entry.into_iter().collect()).await?;
        Ok(found.into_iter().next().map(|entry| (entry, case.state, standings)))
    }

    /// Stale when another has checked it meanwhile.
    pub async fn add_check(&self, checked: &Registration, by: &Writer) -> Result<(), StoreError> {
        let mark = checked.secrecy.as_ref();
        let row = diary_check::ActiveModel {
            case_id: Set(checked.case.as_uuid()),
            version: Set(checked.checks),
            checked_at: Set(by.at),
            checked_by: Set(by.id.as_uuid()),
            line: Set(checked.line.clone()),
            secrecy_ground: Set(mark.map(|mark| mark.ground.clone())),
            marked_on: Set(mark.map(|mark| mark.on)),
            authority: Set(mark.map(|mark| mark.authority.clone())),
        };
        let once = OnConflict::columns([diary_check::Column::CaseId, diary_check::Column::Version])
            .do_nothing()
            .to_owned();
        let added = diary_check::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(&self.connection)
            .await?;
        if added == 0 {
            return Err(StoreError::Stale);
        }
        diary_unchecked::Entity::delete_by_id(checked.case.as_uuid()).exec(&self.connection).await?;
        Ok(())
    }
}

/// As this service wrote them, or as a registrar last said.
async fn as_they_stand(
    connection: &impl ConnectionTrait,
    entries: Vec<diary_entry::Model>,
) -> Result<Vec<Registration>, StoreError> {
    let checks = diary_check::Entity::find()
        .filter(diary_check::Column::CaseId.is_in(entries.iter().map(|entry| entry.case_id)))
        .order_by_asc(diary_check::Column::Version)
        .all(connection)
        .await?;
    let mut latest: HashMap<_, _> = checks.into_iter().map(|check| (check.case_id, check)).collect();
    Ok(entries
        .into_iter()
        .map(|entry| {
            let check = latest.remove(&entry.case_id);
            as_it_stands(entry, check)
        })
        .collect())
}

fn as_it_stands(entry: diary_entry::Model, check: Option<diary_check::Model>) -> Registration {
    let diary_entry::Model { case_id, number, registered_at, line, secrecy_ground, authority } = entry;
    let first = SecrecyMark { ground: secrecy_ground, on: swedish_day(registered_at), authority };
    let (line, secrecy, checks) = match check {
        None => (line, Some(first), 0),
        Some(check) => {
            let mark = check.secrecy_ground.zip(check.marked_on).zip(check.authority);
            let mark = mark.map(|((ground, on), authority)| SecrecyMark { ground, on, authority });
            (check.line, mark, check.version)
        }
    };
    Registration { case: case_id.into(), number, at: registered_at, line, secrecy, checks }
}

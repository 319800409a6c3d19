//! The records of a case: measures, feedback, how it ends.

use kernel::PersonId;
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::OnConflict};
use vault::CaseKey;

use super::{
    StoreError, Tx, Writer,
    entity::{measure_owner, record},
    sealed::Row,
};
use crate::domain::{CaseId, Content, Record, RecordId, RecordKind};

impl Tx {
    pub async fn add_record(
        &self,
        case: CaseId,
        key: &CaseKey,
        about: Option<RecordId>,
        content: &Content,
        by: &Writer,
    ) -> Result<RecordId, StoreError> {
        let id = RecordId::new();
        let cells = Row { key, table: "record", id: id.as_uuid() };
        let row = record::ActiveModel {
            id: Set(id.as_uuid()),
            case_id: Set(case.as_uuid()),
            about: Set(about.map(RecordId::as_uuid)),
            kind: Set(content.kind().code().to_owned()),
            written_at: Set(by.at),
            written_by: Set(by.id.as_uuid()),
            signature: Set(cells.seal_signature(&by.signature)),
            content: Set(cells.seal_json("content", content)),
        };
        record::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(id)
    }

    /// Whoever has a measure to do finds the case.
    pub async fn add_measure_owner(&self, case: CaseId, owner: PersonId) -> Result<(), StoreError> {
        let row =
            measure_owner::ActiveModel { case_id: Set(case.as_uuid()), person_id: Set(owner.as_uuid()) };
        let known = OnConflict::new().do_nothing().to_owned();
        measure_owner::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.connection)
            .await?;
        Ok(())
    }

    pub(super) async fn measure_owners(&self, case: Uuid) -> Result<Vec<PersonId>, StoreError> {
        let rows = measure_owner::Entity::find()
            .filter(measure_owner::Column::CaseId.eq(case))
            .all(&self.connection)
            .await?;
        Ok(rows.into_iter().map(|row| row.person_id.into()).collect())
    }

    /// Those that the unit sees, or all.
    pub async fn records(
        &self,
        case: CaseId,
        key: &CaseKey,
        kinds: impl Fn(RecordKind) -> bool,
    ) -> Result<Vec<Record>, StoreError> {
        let kinds = RecordKind::ALL.iter().copied().filter(|kind| kinds(*kind)).map(RecordKind::code);
        let rows = record::Entity::find()
            .filter(record::Column::CaseId.eq(case.as_uuid()))
            .filter(record::Column::Kind.is_in(kinds))
            .order_by_asc(record::Column::Id)
            .all(&self.connection)
            .await?;
        let open = |row: record::Model| {
            let cells = Row { key, table: "record", id: row.id };
            Ok(Record {
                id: row.id.into(),
                about: row.about.map(RecordId::from),
                at: row.written_at,
                by: cells.open_signature(&row.signature)?,
                content: cells.open_json("content", &row.content)?,
            })
        };
        rows.into_iter().map(open).collect()
    }
}

//! What arrives twice has its effect once.

use kernel::{Timestamp, Uuid};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbErr, TryInsertResult, entity::prelude::*, sea_query::OnConflict,
};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "inbox")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub source: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub received_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Whether this is the first time. To be asked in the transaction of the effect.
pub async fn first_time(
    tx: &impl ConnectionTrait,
    source: proto::Service,
    id: Uuid,
    at: Timestamp,
) -> Result<bool, DbErr> {
    let row =
        entity::ActiveModel { source: Set(source.name().to_owned()), id: Set(id), received_at: Set(at) };
    let inserted = entity::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([entity::Column::Source, entity::Column::Id]).do_nothing().to_owned(),
        )
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(rows) if rows > 0))
}

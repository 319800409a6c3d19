//! From what the identity provider calls somebody to who that is in the register.

use kernel::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, DbErr, SqlErr, entity::prelude::*};

use crate::Auth;

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pinned_identity")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issuer: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        pub person_id: Uuid,
        pub pinned_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Auth {
    /// The person behind (issuer, subject): the one pinned at the first log-in, else the one whom the register calls
    /// `login`, pinned from now on. None when the register knows nobody, or when somebody else was pinned as
    /// that person: a login name that is given to a new person does not open the old one's matters.
    pub(crate) async fn person_behind(
        &self,
        subject: &str,
        login: Option<&str>,
        at: Timestamp,
    ) -> Result<Option<PersonId>, DbErr> {
        let issuer = self.0.issuer.url().to_string();
        let reader = self.0.database.reader();
        if let Some(pin) =
            entity::Entity::find_by_id((issuer.clone(), subject.to_owned())).one(reader).await?
        {
            return Ok(Some(pin.person_id.into()));
        }
        let Some(person) = login.and_then(|login| self.0.directory.now().person_called(login)) else {
            return Ok(None);
        };
        let pin = entity::ActiveModel {
            issuer: Set(issuer),
            subject: Set(subject.to_owned()),
            person_id: Set(person.as_uuid()),
            pinned_at: Set(at),
        };
        match entity::Entity::insert(pin).exec_without_returning(reader).await {
            Ok(_) => Ok(Some(person)),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                // Either somebody else is that person, or a second request of the same one came first.
                let pin = entity::Entity::find_by_id((self.0.issuer.url().to_string(), subject.to_owned()));
                Ok(pin.one(reader).await?.map(|pin| pin.person_id.into()))
            }
            Err(error) => Err(error),
        }
    }
}

//! Sessions: a random id in a cookie, its hash in the database.

use kernel::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, DbErr, entity::prelude::*, sea_query::Expr};
use vault::Token;
use web::LogInEnd;

use crate::{Auth, Person};

pub(crate) mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id_hash: String,
        pub person_id: Uuid,
        pub issuer: String,
        pub subject: String,
        pub sid: Option<String>,
        pub created_at: Timestamp,
        pub seen_at: Timestamp,
        pub authenticated_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the provider said at log-in.
pub(crate) struct LoggedIn {
    pub person: PersonId,
    pub subject: String,
    pub sid: Option<String>,
    pub authenticated_at: Timestamp,
}

/// A session that is good, as it is now.
pub(crate) struct Session {
    pub person: Person,
    pub end: LogInEnd,
}

/// What looking at a session does to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looking {
    /// Somebody does something: the idle time starts again.
    Renews,
    /// A page asks by itself how long there is left.
    Only,
}

impl Auth {
    /// A new session under a new id, always: an id from before the log-in is never carried over.
    pub(crate) async fn open_session(&self, who: LoggedIn) -> Result<Token, DbErr> {
        let (token, now) = (Token::random(), self.0.clock.now());
        let row = entity::ActiveModel {
            id_hash: Set(token.hash()),
            person_id: Set(who.person.as_uuid()),
            issuer: Set(self.0.issuer.url().to_string()),
            subject: Set(who.subject),
            sid: Set(who.sid),
            created_at: Set(now),
            seen_at: Set(now),
            authenticated_at: Set(who.authenticated_at),
        };
        entity::Entity::insert(row).exec_without_returning(self.0.database.reader()).await?;
        let long_ago = now - self.0.settings.longest;
        let ended = entity::Entity::delete_many().filter(entity::Column::CreatedAt.lt(long_ago));
        ended.exec(self.0.database.reader()).await?;
        Ok(token)
    }

    /// Who holds the session, and until when, if it is still good.
    pub(crate) async fn session(&self, token: &Token, looking: Looking) -> Result<Option<Session>, DbErr> {
        let (now, settings) = (self.0.clock.now(), &self.0.settings);
        let reader = self.0.database.reader();
        let Some(mut row) = entity::Entity::find_by_id(token.hash()).one(reader).await? else {
            return Ok(None);
        };
        if now - row.seen_at > settings.idle || now - row.created_at > settings.longest {
            self.close_session(token).await?;
            return Ok(None);
        }
        // A minute's exactness is enough, and saves a write a page.
        if looking == Looking::Renews && (now - row.seen_at).num_seconds() >= 60 {
            entity::Entity::update_many()
                .col_expr(entity::Column::SeenAt, Expr::value(now))
                .filter(entity::Column::IdHash.eq(token.hash()))
                .exec(reader)
                .await?;
            row.seen_at = now;
        }
        let end = self.end(&row);
        let person = self.person(row.person_id.into(), row.authenticated_at);
        Ok(person.map(|person| Session { person, end }))
    }

    /// Whichever comes first: nothing was done for so long, or the log-in was so long ago.
    fn end(&self, session: &entity::Model) -> LogInEnd {
        let settings = &self.0.settings;
        let (idle, longest) = (session.seen_at + settings.idle, session.created_at + settings.longest);
        let at = idle.min(longest);
        LogInEnd { at, left: (at - self.0.clock.now()).num_seconds(), is_last: longest <= idle }
    }

    pub(crate) async fn close_session(&self, token: &Token) -> Result<(), DbErr> {
        entity::Entity::delete_by_id(token.hash()).exec(self.0.database.reader()).await.map(drop)
    }

    /// The person with the roles of today. None when the register no longer knows them.
    pub(crate) fn person(&self, id: PersonId, authenticated_at: Timestamp) -> Option<Person> {
        let now = self.0.clock.now();
        let colleague = self.0.directory.colleague(id, now)?;
        Some(Person {
            colleague,
            authenticated_at,
            is_fresh: now - authenticated_at <= self.0.settings.fresh,
        })
    }
}

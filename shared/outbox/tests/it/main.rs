//! Parcels, what arrives twice and what is asked twice, on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod deliver;
mod inbox;
mod once;
mod receiver;

use db::Database;
use kernel::Uuid;
use outbox::{Deliveries, Parcel};
use proto::Service;
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use testkit::{TestClock, TestDatabase};

struct Outbox;

impl MigratorTrait for Outbox {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(outbox::MIGRATION)]
    }
}

/// A service with nothing but its outbox.
struct Sender {
    clock: TestClock,
    database: Database,
    test_database: TestDatabase,
}

impl Sender {
    async fn new() -> Self {
        let test_database = testkit::database().await;
        let database = test_database.connect().await;
        db::migrate::<Outbox>(&database).await.unwrap();
        Self { clock: TestClock::default(), database, test_database }
    }

    /// One copy of the service, as another process would be.
    fn deliveries(&self) -> Deliveries {
        Deliveries::new(self.database.clone(), self.clock.clock())
    }

    /// A parcel put into the outbox in a transaction of its own.
    async fn put(&self, to: Service) -> Uuid {
        let (tx, parcel) = (self.database.begin().await.unwrap(), parcel(to));
        let id = parcel.id;
        outbox::put(&tx, self.clock.now(), parcel).await.unwrap();
        tx.commit().await.unwrap();
        id
    }
}

fn parcel(to: Service) -> Parcel {
    Parcel { id: Uuid::now_v7(), to, path: "/api/v1/things".to_owned(), body: r#"{"thing":"å"}"#.to_owned() }
}

#[tokio::test]
async fn the_tables_go_up_down_and_up() {
    testkit::up_down_up::<Outbox>().await;
}

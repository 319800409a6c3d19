//! The last copy of the register outlives a restart, on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use db::Database;
use organisation::Directory;
use sea_orm::ConnectionTrait;
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use testkit::{TestClock, TestDatabase, organisation::person};
use vault::KeyRing;

struct Copy;

impl MigratorTrait for Copy {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(organisation::MIGRATION)]
    }
}

async fn service() -> (TestDatabase, Database, TestClock) {
    let test_database = testkit::database().await;
    let database = test_database.connect().await;
    db::migrate::<Copy>(&database).await.unwrap();
    (test_database, database, TestClock::default())
}

#[tokio::test]
async fn a_service_that_has_never_had_a_copy_knows_nobody() {
    let (_keep, database, clock) = service().await;
    let directory = Directory::default();
    assert_eq!(directory.load(&database).await.unwrap(), None);
    assert_eq!(directory.colleague(person("utredare-1"), clock.now()), None);
}

#[tokio::test]
async fn the_copy_outlives_a_restart() {
    let (test_database, database, clock) = service().await;
    let folder = tempfile::tempdir().unwrap();
    let ring = KeyRing::create(&folder.path().join("opening.key")).unwrap();
    let before = Directory::default().sealing(ring.clone());
    let organisation = testkit::organisation::organisation();
    before.store(&database, "\"7\"", organisation.clone(), clock.now()).await.unwrap();
    assert_eq!(before.now().organisation(), &organisation);
    database.close().await;

    let after = Directory::default().sealing(ring);
    let etag = after.load(&test_database.connect().await).await.unwrap();
    assert_eq!(etag.as_deref(), Some("\"7\""));
    assert_eq!(after.now().organisation(), &organisation);
    let colleague = |directory: &Directory| directory.colleague(person("utredare-1"), clock.now());
    assert!(colleague(&after).is_some());
    assert_eq!(colleague(&after), colleague(&before));
}

/// Isolation §1: an address of a recipient is sealed where it is kept.
#[tokio::test]
async fn addresses_are_kept_sealed_or_not_at_all() {
    let (_keep, database, clock) = service().await;
    let (folder, organisation) = (tempfile::tempdir().unwrap(), testkit::organisation::organisation());
    let address = organisation.people.iter().find_map(|person| person.email.clone()).unwrap();
    let ring = |name: &str| KeyRing::create(&folder.path().join(name)).unwrap();
    let sealed = Directory::default().sealing(ring("ours"));
    for directory in [&sealed, &Directory::default()] {
        directory.store(&database, "\"1\"", organisation.clone(), clock.now()).await.unwrap();
        assert_eq!(directory.now().organisation(), &organisation, "it answers with what it was told");
        for (place, value) in testkit::everything_stored(&database).await {
            assert!(!value.contains(&address) && !value.contains('@'), "{place} holds an address");
        }
    }
    let unsealed = Directory::default();
    unsealed.load(&database).await.unwrap();
    assert!(unsealed.now().organisation().people.iter().all(|person| person.email.is_none()));
    assert!(unsealed.colleague(person("utredare-1"), clock.now()).is_some());

    sealed.store(&database, "\"1\"", organisation, clock.now()).await.unwrap();
    for other in [Directory::default().sealing(ring("theirs")), Directory::default()] {
        assert!(other.load(&database).await.is_err(), "it opens with its own key only");
    }
}

#[tokio::test]
async fn a_newer_copy_takes_the_place_of_the_old_in_every_clone() {
    let (_keep, database, clock) = service().await;
    let directory = Directory::default();
    let clone = directory.clone();
    let mut organisation = testkit::organisation::organisation();
    directory.store(&database, "\"1\"", organisation.clone(), clock.now()).await.unwrap();
    organisation.people.retain(|person| person.login != "utredare-1");
    organisation.assignments.retain(|held| held.person_id != person("utredare-1").as_uuid());
    directory.store(&database, "\"2\"", organisation, clock.now()).await.unwrap();
    assert_eq!(clone.colleague(person("utredare-1"), clock.now()), None);
    assert!(clone.colleague(person("utredare-2"), clock.now()).is_some());
    assert_eq!(Directory::default().load(&database).await.unwrap().as_deref(), Some("\"2\""));
}

#[tokio::test]
async fn a_damaged_copy_is_an_error_and_leaves_what_is_known() {
    let (_keep, database, clock) = service().await;
    let directory = Directory::default();
    directory.store(&database, "\"1\"", testkit::organisation::organisation(), clock.now()).await.unwrap();
    database.reader().execute_unprepared("UPDATE organisation_copy SET document = '{'").await.unwrap();
    assert!(directory.load(&database).await.is_err());
    assert!(directory.colleague(person("utredare-1"), clock.now()).is_some());
}

#[tokio::test]
async fn there_is_one_copy() {
    let (_keep, database, clock) = service().await;
    Directory::default()
        .store(&database, "\"1\"", testkit::organisation::organisation(), clock.now())
        .await
        .unwrap();
    let second = "INSERT INTO organisation_copy SELECT 2, etag, document, copied_at FROM organisation_copy";
    assert!(database.reader().execute_unprepared(second).await.is_err());
}

#[tokio::test]
async fn the_table_goes_up_down_and_up() {
    testkit::up_down_up::<Copy>().await;
}

//! Traces stand and fall with the deed, on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod chain;

use audit::{Actor, Deed, Trace};
use chrono::TimeDelta;
use db::{Database, Script};
use kernel::{PersonId, Uuid};
use proto::Service;
use sea_orm::{ConnectionTrait, DbErr, Statement};
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use testkit::{TestClock, TestDatabase};

/// A service with one case to do something to.
struct Service1;

impl MigratorTrait for Service1 {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let up = "CREATE TABLE thing (id integer PRIMARY KEY NOT NULL, state text NOT NULL); \
                  INSERT INTO thing VALUES (1, 'open');";
        vec![
            Box::new(audit::MIGRATION),
            Box::new(Script { name: "thing_1", up, append_only: &[], tables: &["thing"] }),
        ]
    }
}

const CASE: Uuid = Uuid::from_u128(7);

async fn service() -> (TestDatabase, Database, TestClock) {
    let test_database = testkit::database().await;
    let database = test_database.connect().await;
    db::migrate::<Service1>(&database).await.unwrap();
    (test_database, database, TestClock::default())
}

/// Closes the case as an action does: the deed, its trace, commit.
async fn close(database: &Database, clock: &TestClock) -> Result<(), DbErr> {
    let tx = database.begin().await?;
    tx.execute_unprepared("UPDATE thing SET state = 'closed'").await?;
    let actor = Actor::Person(PersonId::from(Uuid::from_u128(1)));
    audit::write(&tx, clock.now(), Deed { actor, action: "close", case: CASE, part: None }).await?;
    tx.commit().await
}

async fn state(database: &Database) -> String {
    let query = Statement::from_string(database.reader().get_database_backend(), "SELECT state FROM thing");
    database.reader().query_one_raw(query).await.unwrap().unwrap().try_get("", "state").unwrap()
}

#[tokio::test]
async fn a_deed_leaves_its_trace() {
    let (_keep, database, clock) = service().await;
    close(&database, &clock).await.unwrap();
    let trace = Trace {
        at: clock.now(),
        actor_kind: "person".to_owned(),
        person: Some(Uuid::from_u128(1).into()),
        action: "close".to_owned(),
        part: None,
    };
    assert_eq!(audit::of_case(database.reader(), CASE).await.unwrap(), [trace]);
    assert_eq!(audit::of_case(database.reader(), Uuid::from_u128(8)).await.unwrap(), []);
}

#[tokio::test]
async fn a_deed_that_is_undone_leaves_none() {
    let (_keep, database, clock) = service().await;
    let tx = database.begin().await.unwrap();
    let deed = Deed { actor: Actor::Sender, action: "send", case: CASE, part: None };
    audit::write(&tx, clock.now(), deed).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(audit::of_case(database.reader(), CASE).await.unwrap(), []);
}

#[tokio::test]
async fn without_its_trace_the_deed_does_not_happen() {
    let (_keep, database, clock) = service().await;
    database.reader().execute_unprepared("ALTER TABLE audit RENAME TO away").await.unwrap();
    assert!(close(&database, &clock).await.is_err());
    assert_eq!(state(&database).await, "open");
    database.reader().execute_unprepared("ALTER TABLE away RENAME TO audit").await.unwrap();
    close(&database, &clock).await.unwrap();
    assert_eq!(state(&database).await, "closed");
}

#[tokio::test]
async fn a_trace_is_neither_changed_nor_removed() {
    let (_keep, database, clock) = service().await;
    close(&database, &clock).await.unwrap();
    let before = audit::of_case(database.reader(), CASE).await.unwrap();
    for statement in [
        "UPDATE audit SET action = 'nothing'",
        "DELETE FROM audit",
        "UPDATE audit SET person_id = NULL, actor_kind = 'system'",
    ] {
        assert!(database.reader().execute_unprepared(statement).await.is_err(), "{statement}");
    }
    assert_eq!(audit::of_case(database.reader(), CASE).await.unwrap(), before);
}

#[tokio::test]
async fn traces_are_read_in_the_order_they_were_made_and_say_who() {
    let (_keep, database, clock) = service().await;
    let person = PersonId::from(Uuid::from_u128(2));
    let actors = [
        (Actor::Sender, "sender", None),
        (Actor::Service(Service::LexSarah), "lex-sarah", None),
        (Actor::Person(person), "person", Some(person)),
        (Actor::System, "system", None),
    ];
    for (at, (actor, ..)) in actors.iter().enumerate() {
        let deed =
            Deed { actor: *actor, action: "read", case: CASE, part: Some(Uuid::from_u128(at as u128)) };
        audit::write(database.reader(), clock.now(), deed).await.unwrap();
        clock.advance(TimeDelta::seconds(1));
    }
    let traces = audit::of_case(database.reader(), CASE).await.unwrap();
    for (at, (trace, (_, kind, person))) in traces.iter().zip(actors).enumerate() {
        assert_eq!((trace.actor_kind.as_str(), trace.person), (kind, person));
        assert_eq!(trace.part, Some(Uuid::from_u128(at as u128)));
    }
    assert_eq!(traces.len(), 4);
}

#[tokio::test]
async fn the_database_itself_wants_a_person_named_and_nobody_else() {
    let (_keep, database, _) = service().await;
    for (kind, person) in [("person", "NULL"), ("sender", "id"), ("system", "id")] {
        // The id of the case is as good as any.
        let id = if database.is_sqlite() {
            "x'00000000000000000000000000000007'"
        } else {
            "'00000000-0000-0000-0000-000000000007'"
        };
        let row = format!(
            "INSERT INTO audit (id, at, actor_kind, person_id, action, case_id) \
             VALUES ({id}, '2026-11-21T09:00:00+00:00', '{kind}', {}, 'read', {id})",
            if person == "id" { id } else { person },
        );
        assert!(database.reader().execute_unprepared(&row).await.is_err(), "{kind} {person}");
    }
}

//! The chain over the traces, on a real database, against somebody who may do everything there.

use std::collections::BTreeSet;

use audit::{Actor, Deed, Evidence, Finding, Head, PURPOSE, Report, Sealer};
use chrono::TimeDelta;
use db::Database;
use kernel::{PersonId, Uuid};
use proto::Service::Complaints;
use sea_orm::{ConnectionTrait, Statement};
use testkit::{TestClock, TestDatabase};
use vault::KeyRing;

use crate::{CASE, service};

struct Chain {
    database: Database,
    test_database: TestDatabase,
    clock: TestClock,
    ring: KeyRing,
}

impl Chain {
    async fn new() -> Self {
        let (test_database, database, clock) = service().await;
        let folder = tempfile::tempdir().unwrap();
        let ring = KeyRing::create(&folder.path().join("opening.key")).unwrap();
        Self { database, test_database, clock, ring }
    }

    /// With three batches of four traces, a quarter of an hour apart.
    async fn sealed() -> Self {
        let chain = Self::new().await;
        for _ in 0..3 {
            chain.write(4).await;
            assert_eq!(chain.sealer().seal(false).await.unwrap(), 4);
            chain.clock.advance(TimeDelta::minutes(15));
        }
        chain
    }

    /// One copy of the service.
    fn sealer(&self) -> Sealer {
        Sealer::new(self.database.clone(), self.clock.clock(), Complaints, &self.ring)
    }

    async fn write(&self, number: usize) {
        let actor = Actor::Person(PersonId::from(Uuid::from_u128(1)));
        for _ in 0..number {
            let deed = Deed { actor, action: "read", case: CASE, part: None };
            audit::write(self.database.reader(), self.clock.now(), deed).await.unwrap();
            self.clock.advance(TimeDelta::seconds(1));
        }
    }

    async fn report(&self, kept: &[Head]) -> Report {
        let keys = self.ring.checking_keys(PURPOSE);
        Evidence::read(&self.database).await.unwrap().verify(Complaints, &keys, kept)
    }

    async fn heads(&self) -> Vec<Head> {
        audit::heads(self.database.reader()).await.unwrap()
    }

    /// Who owns the database is stopped by no trigger of it.
    async fn as_superuser(&self, statements: &[&str]) {
        for table in ["audit", "audit_link", "audit_head"] {
            let disarm = if self.database.is_sqlite() {
                format!("DROP TRIGGER IF EXISTS {table}_no_UPDATE; DROP TRIGGER IF EXISTS {table}_no_DELETE")
            } else {
                format!("ALTER TABLE {table} DISABLE TRIGGER ALL")
            };
            self.database.reader().execute_unprepared(&disarm).await.unwrap();
        }
        for statement in statements {
            assert!(self.database.reader().execute_unprepared(statement).await.unwrap().rows_affected() > 0);
        }
    }

    /// The trace in a place, before anybody touched it.
    async fn row(&self, place: i64) -> Uuid {
        let sql = format!("SELECT audit_id FROM audit_link WHERE place = {place}");
        let query = Statement::from_string(self.database.reader().get_database_backend(), sql);
        self.database.reader().query_one_raw(query).await.unwrap().unwrap().try_get("", "audit_id").unwrap()
    }
}

const HERE: &str = "id = (SELECT audit_id FROM audit_link WHERE place = 6)";

#[tokio::test]
async fn what_nobody_touched_is_as_it_was_and_the_newest_wait() {
    let chain = Chain::sealed().await;
    chain.write(2).await;
    let report = chain.report(&chain.heads().await).await;
    assert_eq!(report, Report { findings: Vec::new(), sealed: 12, not_yet_sealed: 2 });
    assert_eq!(chain.sealer().seal(false).await.unwrap(), 2);
    assert_eq!(chain.sealer().seal(false).await.unwrap(), 0, "there is nothing left");
    assert_eq!(chain.heads().await.len(), 4, "and an empty batch is none");
}

#[tokio::test]
async fn a_trace_that_was_changed_is_named() {
    for change in ["action = 'nothing'", "person_id = case_id", "at = '2026-11-21T08:00:00+00:00'"] {
        let chain = Chain::sealed().await;
        let row = chain.row(6).await;
        chain.as_superuser(&[&format!("UPDATE audit SET {change} WHERE {HERE}")]).await;
        assert_eq!(chain.report(&[]).await.findings, [Finding::Changed { row, place: 6 }], "{change}");
    }
}

#[tokio::test]
async fn a_trace_that_was_removed_is_named() {
    let chain = Chain::sealed().await;
    let row = chain.row(6).await;
    chain.as_superuser(&[&format!("DELETE FROM audit WHERE {HERE}")]).await;
    assert_eq!(chain.report(&[]).await.findings, [Finding::Removed { row: Some(row), place: 6 }]);
    chain.as_superuser(&["DELETE FROM audit_link WHERE place = 6"]).await;
    assert_eq!(chain.report(&[]).await.findings, [Finding::Removed { row: None, place: 6 }]);
}

#[tokio::test]
async fn traces_that_changed_places_are_named() {
    let chain = Chain::sealed().await;
    let (one, other) = (chain.row(2).await, chain.row(11).await);
    let beside = "UPDATE audit_link SET place = 99 WHERE place = 2";
    chain.as_superuser(&[beside]).await;
    assert_eq!(chain.report(&[]).await.findings, [Finding::Moved { row: one, from: 2, to: 99 }]);
    chain
        .as_superuser(&[
            "UPDATE audit_link SET place = 2 WHERE place = 11",
            "UPDATE audit_link SET place = 11 WHERE place = 99",
        ])
        .await;
    let expected = BTreeSet::from([
        Finding::Moved { row: one, from: 2, to: 11 },
        Finding::Moved { row: other, from: 11, to: 2 },
    ]);
    assert_eq!(chain.report(&[]).await.findings.into_iter().collect::<BTreeSet<_>>(), expected);
}

/// Somebody makes it look as if another had read the case as well, before the last batch was closed.
#[tokio::test]
async fn a_trace_that_was_added_afterwards_is_named_sealed_or_not() {
    let chain = Chain::sealed().await;
    let row = Uuid::now_v7();
    let id = if chain.database.is_sqlite() { format!("x'{}'", row.simple()) } else { format!("'{row}'") };
    let add = format!(
        "INSERT INTO audit (id, at, actor_kind, person_id, action, case_id) \
         SELECT {id}, at, actor_kind, person_id, action, case_id FROM audit WHERE {HERE}"
    );
    chain.as_superuser(&[&add]).await;
    assert_eq!(chain.report(&[]).await.findings, [Finding::Added { row }]);
    chain.sealer().seal(true).await.unwrap();
    assert_eq!(chain.report(&[]).await.findings, [Finding::Added { row }], "a seal does not make it true");
}

#[tokio::test]
async fn newest_traces_that_were_cut_off_are_missed_by_who_kept_the_heads() {
    let chain = Chain::sealed().await;
    let kept: Vec<Head> = chain.heads().await.iter().map(|head| head.to_string().parse().unwrap()).collect();
    assert_eq!(kept, chain.heads().await, "a head survives being written down");
    chain
        .as_superuser(&[
            "DELETE FROM audit WHERE id IN (SELECT audit_id FROM audit_link WHERE place > 8)",
            "DELETE FROM audit_link WHERE place > 8",
            "DELETE FROM audit_head WHERE number = 3",
        ])
        .await;
    assert_eq!(chain.report(&kept).await.findings, [Finding::HeadRemoved { number: 3 }]);
    // Others in their place are others.
    chain.write(4).await;
    chain.sealer().seal(false).await.unwrap();
    assert_eq!(chain.report(&kept).await.findings, [Finding::HeadChanged { number: 3 }]);
}

#[tokio::test]
async fn a_seal_that_was_changed_or_removed_is_named() {
    let chain = Chain::sealed().await;
    chain.as_superuser(&["UPDATE audit_head SET place = 7 WHERE number = 2"]).await;
    assert_eq!(chain.report(&[]).await.findings, [Finding::HeadChanged { number: 2 }]);
    chain.as_superuser(&["DELETE FROM audit_head WHERE number = 2"]).await;
    assert_eq!(chain.report(&[]).await.findings, [Finding::HeadRemoved { number: 2 }]);
}

#[tokio::test]
async fn the_database_itself_lets_nobody_change_the_chain() {
    let chain = Chain::sealed().await;
    for statement in [
        "UPDATE audit_link SET place = 99 WHERE place = 2",
        "DELETE FROM audit_link",
        "UPDATE audit_head SET place = 7 WHERE number = 2",
        "DELETE FROM audit_head",
    ] {
        assert!(chain.database.reader().execute_unprepared(statement).await.is_err(), "{statement}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_that_seal_at_once_leave_one_whole_chain() {
    let chain = Chain::new().await;
    chain.write(40).await;
    let mut copies = tokio::task::JoinSet::new();
    for _ in 0..4 {
        // Each has its own connections, as a process of its own has.
        let database = chain.test_database.connect().await;
        let sealer = Sealer::new(database, chain.clock.clock(), Complaints, &chain.ring);
        // Of two that take the same places one fails; the next round mends it.
        copies.spawn(async move { sealer.seal(false).await.is_ok() });
    }
    assert!(copies.join_all().await.contains(&true));
    let report = chain.report(&[]).await;
    assert_eq!(report, Report { findings: Vec::new(), sealed: 40, not_yet_sealed: 0 });
}

/// A transaction that ended late left its trace, with an early id, behind those that were sealed meanwhile.
#[tokio::test]
async fn a_trace_that_comes_late_is_sealed_too() {
    let chain = Chain::new().await;
    if chain.database.is_sqlite() {
        // It has one writer: nothing comes late.
        return;
    }
    let slow = chain.database.begin().await.unwrap();
    let deed = Deed { actor: Actor::Sender, action: "send", case: CASE, part: None };
    audit::write(&slow, chain.clock.now(), deed).await.unwrap();
    chain.write(3).await;
    assert_eq!(chain.sealer().seal(false).await.unwrap(), 3);
    slow.commit().await.unwrap();
    assert_eq!(chain.sealer().seal(false).await.unwrap(), 1);
    assert_eq!(chain.report(&[]).await, Report { findings: Vec::new(), sealed: 4, not_yet_sealed: 0 });
}

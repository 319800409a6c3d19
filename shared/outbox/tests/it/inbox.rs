//! What arrives twice has its effect once.

use kernel::Uuid;
use outbox::inbox::first_time;
use proto::Service;
use tokio::task::JoinSet;

use crate::Sender;

#[tokio::test]
async fn a_repeat_is_known_and_another_senders_same_number_is_not() {
    let receiver = Sender::new().await;
    let (id, now) = (Uuid::now_v7(), receiver.clock.now());
    let tx = receiver.database.begin().await.unwrap();
    assert!(first_time(&tx, Service::Complaints, id, now).await.unwrap());
    assert!(!first_time(&tx, Service::Complaints, id, now).await.unwrap());
    tx.commit().await.unwrap();
    let tx = receiver.database.begin().await.unwrap();
    assert!(!first_time(&tx, Service::Complaints, id, now).await.unwrap());
    assert!(first_time(&tx, Service::LexSarah, id, now).await.unwrap());
    assert!(first_time(&tx, Service::Complaints, Uuid::now_v7(), now).await.unwrap());
}

#[tokio::test]
async fn what_was_undone_may_arrive_again() {
    let receiver = Sender::new().await;
    let (id, now) = (Uuid::now_v7(), receiver.clock.now());
    for _ in 0..2 {
        let tx = receiver.database.begin().await.unwrap();
        assert!(first_time(&tx, Service::Complaints, id, now).await.unwrap());
        tx.rollback().await.unwrap();
    }
}

/// REL-19
#[tokio::test(flavor = "multi_thread")]
async fn of_eight_that_bring_the_same_at_once_one_is_the_first() {
    let receiver = Sender::new().await;
    let (id, now) = (Uuid::now_v7(), receiver.clock.now());
    let mut bringers = JoinSet::new();
    for _ in 0..8 {
        let database = receiver.database.clone();
        bringers.spawn(async move {
            let tx = database.begin().await.unwrap();
            let first = first_time(&tx, Service::Complaints, id, now).await.unwrap();
            tx.commit().await.unwrap();
            first
        });
    }
    assert_eq!(bringers.join_all().await.into_iter().filter(|first| *first).count(), 1);
}

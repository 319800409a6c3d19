//! A request that is repeated with its key is done once, and gets the answer of the first time.

use chrono::TimeDelta;
use outbox::once::{Known, NotKept, forget_before, keep, look};
use proto::Service::Complaints;
use sea_orm::DatabaseTransaction;
use vault::Token;

use crate::Sender;

const ANSWER: &[u8] = b"{\"receipt\":\"KANARIE-7KM4-Q2XP\"}";

fn token(text: &str) -> Token {
    Token::chosen(&[text.as_bytes()])
}

async fn answer(sender: &Sender, tx: &DatabaseTransaction, key: &str, request: &str) -> Result<(), NotKept> {
    keep(tx, Complaints, &token(key), &token(request), ANSWER, sender.clock.now()).await
}

async fn known(sender: &Sender, key: &str, request: &str) -> Known {
    look(sender.database.reader(), Complaints, &token(key), &token(request)).await.unwrap()
}

#[tokio::test]
async fn the_same_request_gets_the_same_answer_and_another_none() {
    let sender = Sender::new().await;
    assert_eq!(known(&sender, "key", "request").await, Known::Nothing);
    let tx = sender.database.begin().await.unwrap();
    answer(&sender, &tx, "key", "request").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(known(&sender, "key", "request").await, Known::Answered(ANSWER.to_vec()));
    assert_eq!(known(&sender, "key", "another request").await, Known::AnotherRequest);
    assert_eq!(known(&sender, "another key", "request").await, Known::Nothing);
}

/// REL-22: whoever lost the connection before the commit has done nothing.
#[tokio::test]
async fn a_request_that_was_undone_may_be_made_again() {
    let sender = Sender::new().await;
    let tx = sender.database.begin().await.unwrap();
    answer(&sender, &tx, "key", "request").await.unwrap();
    drop(tx);
    assert_eq!(known(&sender, "key", "request").await, Known::Nothing);
    let tx = sender.database.begin().await.unwrap();
    answer(&sender, &tx, "key", "request").await.unwrap();
}

#[tokio::test]
async fn of_two_at_the_same_time_one_is_told_that_it_is_under_way() {
    let sender = Sender::new().await;
    let first = sender.database.begin().await.unwrap();
    answer(&sender, &first, "key", "request").await.unwrap();
    let (second, ()) = tokio::join!(
        async {
            let second = sender.database.begin().await.unwrap();
            answer(&sender, &second, "key", "request").await
        },
        async { first.commit().await.unwrap() },
    );
    assert!(matches!(second, Err(NotKept::UnderWay)), "{second:?}");
}

#[tokio::test]
async fn of_two_at_the_same_time_the_second_is_done_if_the_first_is_undone() {
    let sender = Sender::new().await;
    let first = sender.database.begin().await.unwrap();
    answer(&sender, &first, "key", "request").await.unwrap();
    let (second, ()) = tokio::join!(
        async {
            let second = sender.database.begin().await.unwrap();
            answer(&sender, &second, "key", "request").await.unwrap();
            second.commit().await
        },
        async { first.rollback().await.unwrap() },
    );
    second.unwrap();
    assert_eq!(known(&sender, "key", "request").await, Known::Answered(ANSWER.to_vec()));
}

#[tokio::test]
async fn neither_the_answer_nor_what_opens_it_is_stored() {
    let sender = Sender::new().await;
    let tx = sender.database.begin().await.unwrap();
    answer(&sender, &tx, "nyckel-1", "begäran-1").await.unwrap();
    tx.commit().await.unwrap();
    let (key, request) = (token("nyckel-1").reveal(), token("begäran-1").reveal());
    let stored = testkit::everything_stored(&sender.database).await;
    assert!(stored.iter().any(|(place, _)| place == "answered_once.sealed"));
    for (place, value) in stored {
        for canary in ["KANARIE", "receipt", "nyckel-1", "begäran-1", &key, &request] {
            assert!(!value.contains(canary), "{place} holds {canary}");
        }
    }
}

#[tokio::test]
async fn an_answer_is_forgotten_when_its_time_is_over() {
    let sender = Sender::new().await;
    for key in ["old", "new"] {
        let tx = sender.database.begin().await.unwrap();
        answer(&sender, &tx, key, "request").await.unwrap();
        tx.commit().await.unwrap();
        sender.clock.advance(TimeDelta::hours(1));
    }
    let then = sender.clock.now() - TimeDelta::minutes(90);
    assert_eq!(forget_before(sender.database.reader(), then).await.unwrap(), 1);
    assert_eq!(known(&sender, "old", "request").await, Known::Nothing);
    assert_eq!(known(&sender, "new", "request").await, Known::Answered(ANSWER.to_vec()));
}

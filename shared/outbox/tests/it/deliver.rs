//! From a committed transaction to the receiver, whatever happens on the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use chrono::TimeDelta;
use outbox::{Outcome, RefusedParcel, Waiting, Which};
use proto::Service;
use sea_orm::ConnectionTrait;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::{Sender, parcel, receiver::Receiver};

const AWAY: Outcome = Outcome::NotNow { status: None };

/// Comes back when `done` holds, and fails when it never does.
async fn until(done: impl Fn() -> bool) {
    let patience = tokio::time::timeout(Duration::from_secs(20), async {
        while !done() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    patience.await.expect("it never came to that");
}

#[tokio::test]
async fn a_parcel_leaves_once_as_it_was_put() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Taken));
    let sent = parcel(Service::Quality);
    let tx = sender.database.begin().await.unwrap();
    outbox::put(&tx, sender.clock.now(), sent.clone()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(sender.deliveries().round(&receiver).await.unwrap(), 1);
    assert_eq!(sender.deliveries().round(&receiver).await.unwrap(), 0);
    assert_eq!(receiver.brought(), [sent]);
    assert_eq!(sender.deliveries().waiting().await.unwrap(), Waiting { due: 0, refused: 0 });
}

#[tokio::test]
async fn a_parcel_of_a_transaction_that_is_undone_never_leaves() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Taken));
    let tx = sender.database.begin().await.unwrap();
    outbox::put(&tx, sender.clock.now(), parcel(Service::Quality)).await.unwrap();
    tx.rollback().await.unwrap();
    sender.clock.advance(TimeDelta::days(1));
    assert_eq!(sender.deliveries().round(&receiver).await.unwrap(), 0);
    assert_eq!(receiver.brought(), []);
}

/// REL-20: an outbox that remembers how far it has come would skip the first.
#[tokio::test]
async fn a_transaction_that_commits_after_a_later_one_loses_nothing() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Taken));
    if sender.database.is_sqlite() {
        // It has one writer: the later transaction does not begin before the first has ended.
        return;
    }
    let first = sender.database.begin().await.unwrap();
    let early = parcel(Service::Quality);
    outbox::put(&first, sender.clock.now(), early.clone()).await.unwrap();
    let late = sender.put(Service::Quality).await;
    sender.deliveries().round(&receiver).await.unwrap();
    assert_eq!(receiver.ids(), [late]);
    first.commit().await.unwrap();
    sender.deliveries().round(&receiver).await.unwrap();
    assert_eq!(receiver.ids(), [late, early.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_four_carriers_exactly_one_takes_each_of_two_hundred_parcels() {
    let sender = Sender::new().await;
    let receiver = Arc::new(Receiver::that_answers(Outcome::Taken));
    let mut sent = BTreeSet::new();
    let tx = sender.database.begin().await.unwrap();
    for _ in 0..200 {
        let parcel = parcel(Service::Notifications);
        sent.insert(parcel.id);
        outbox::put(&tx, sender.clock.now(), parcel).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut carriers = JoinSet::new();
    for _ in 0..4 {
        // Each has its own connections, as a process of its own has.
        let deliveries = outbox::Deliveries::new(sender.test_database.connect().await, sender.clock.clock());
        let receiver = Arc::clone(&receiver);
        carriers.spawn(async move { while deliveries.round(&*receiver).await.unwrap() > 0 {} });
    }
    carriers.join_all().await;
    assert_eq!(receiver.ids().len(), 200);
    assert_eq!(receiver.ids().into_iter().collect::<BTreeSet<_>>(), sent);
}

#[tokio::test]
async fn who_is_away_is_tried_again_ever_more_seldom_until_it_is_there() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(AWAY));
    let deliveries = sender.deliveries();
    sender.put(Service::Quality).await;
    assert_eq!(deliveries.round(&receiver).await.unwrap(), 1);
    for longest in [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300] {
        let shortest = TimeDelta::milliseconds(longest * 500);
        sender.clock.advance(shortest - TimeDelta::milliseconds(1));
        assert_eq!(deliveries.round(&receiver).await.unwrap(), 0, "too early, of {longest} s");
        sender.clock.advance(shortest + TimeDelta::milliseconds(1));
        assert_eq!(deliveries.round(&receiver).await.unwrap(), 1, "too late, of {longest} s");
    }
    assert_eq!(deliveries.waiting().await.unwrap(), Waiting { due: 1, refused: 0 });
    receiver.answer_with(Outcome::Taken);
    sender.clock.advance(TimeDelta::seconds(300));
    assert_eq!(deliveries.round(&receiver).await.unwrap(), 1);
    assert_eq!(deliveries.waiting().await.unwrap(), Waiting { due: 0, refused: 0 });
}

/// REL-21: no second gets more than twice its share.
#[test]
fn what_failed_together_does_not_come_back_together() {
    let mut seconds = BTreeMap::<i64, u32>::new();
    for _ in 0..15_000 {
        let wait = outbox::wait(20);
        assert!((TimeDelta::seconds(150)..=TimeDelta::seconds(300)).contains(&wait));
        *seconds.entry(wait.num_seconds()).or_default() += 1;
    }
    assert!(seconds.values().all(|count| *count <= 200), "{seconds:?}");
}

/// REL-18
#[tokio::test]
async fn what_is_refused_is_kept_for_the_operator_and_the_others_go_on() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Refused { status: 422 }));
    let deliveries = sender.deliveries();
    let poisoned = sender.put(Service::Quality).await;
    deliveries.round(&receiver).await.unwrap();
    receiver.answer_with(Outcome::Taken);
    let healthy = sender.put(Service::Quality).await;
    sender.clock.advance(TimeDelta::days(30));
    deliveries.round(&receiver).await.unwrap();
    assert_eq!(receiver.ids(), [poisoned, healthy]);
    assert_eq!(deliveries.waiting().await.unwrap(), Waiting { due: 0, refused: 1 });
    let stored = testkit::everything_stored(&sender.database).await;
    assert!(stored.iter().any(|(place, value)| place == "outbox.last_status" && value.starts_with("422")));
}

#[tokio::test]
async fn an_operator_sees_what_was_refused_and_sends_it_again_as_it_was() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Refused { status: 403 }));
    let deliveries = sender.deliveries();
    let ids = [sender.put(Service::LexSarah).await, sender.put(Service::Quality).await];
    let put_at = sender.clock.now();
    sender.clock.advance(TimeDelta::minutes(1));
    deliveries.round(&receiver).await.unwrap();
    let refused = RefusedParcel {
        id: ids[0],
        recipient: "lex-sarah".to_owned(),
        path: "/api/v1/things".to_owned(),
        created_at: put_at,
        refused_at: sender.clock.now(),
        last_status: Some(403),
    };
    assert_eq!(deliveries.refused().await.unwrap()[0], refused);

    receiver.answer_with(Outcome::Taken);
    assert_eq!(deliveries.send_again(Which::These(&ids[..1])).await.unwrap(), 1);
    assert_eq!(deliveries.waiting().await.unwrap(), Waiting { due: 1, refused: 1 });
    assert_eq!(deliveries.round(&receiver).await.unwrap(), 1);
    let brought = receiver.brought();
    assert_eq!(brought.last(), brought.iter().find(|parcel| parcel.id == ids[0]), "nothing was changed");

    assert_eq!(deliveries.send_again(Which::All).await.unwrap(), 1, "the other one");
    deliveries.round(&receiver).await.unwrap();
    assert_eq!(receiver.ids().last(), Some(&ids[1]));
    assert_eq!(deliveries.refused().await.unwrap(), []);
}

#[tokio::test]
async fn only_what_was_refused_is_sent_again() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Taken));
    let deliveries = sender.deliveries();
    let taken = sender.put(Service::Quality).await;
    deliveries.round(&receiver).await.unwrap();
    receiver.answer_with(AWAY);
    let waiting = sender.put(Service::Quality).await;
    deliveries.round(&receiver).await.unwrap();
    let unknown = kernel::Uuid::now_v7();
    for which in [Which::All, Which::These(&[taken, waiting, unknown])] {
        assert_eq!(deliveries.send_again(which).await.unwrap(), 0, "{which:?}");
    }
    assert_eq!(deliveries.round(&receiver).await.unwrap(), 0, "each keeps its time");
    assert_eq!(receiver.ids(), [taken, waiting]);
}

/// A right that is still missing is refused once more, and stays the operator's.
#[tokio::test]
async fn what_is_refused_again_is_for_the_operator_again() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Refused { status: 403 }));
    let deliveries = sender.deliveries();
    sender.put(Service::LexSarah).await;
    for tries in 1..=3 {
        deliveries.round(&receiver).await.unwrap();
        assert_eq!(receiver.ids().len(), tries);
        assert_eq!(deliveries.waiting().await.unwrap(), Waiting { due: 0, refused: 1 });
        assert_eq!(deliveries.send_again(Which::All).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_recipient_that_nobody_knows_is_for_the_operator() {
    let (sender, receiver) = (Sender::new().await, Receiver::that_answers(Outcome::Taken));
    sender.put(Service::Quality).await;
    sender.database.reader().execute_unprepared("UPDATE outbox SET recipient = 'nobody'").await.unwrap();
    let healthy = sender.put(Service::Quality).await;
    sender.deliveries().round(&receiver).await.unwrap();
    assert_eq!(receiver.ids(), [healthy]);
    assert_eq!(sender.deliveries().waiting().await.unwrap(), Waiting { due: 0, refused: 1 });
}

#[tokio::test]
async fn what_a_crashed_carrier_had_is_taken_up_when_its_claim_ends() {
    let sender = Sender::new().await;
    let held = Receiver::that_holds(Service::Quality, Outcome::Taken);
    let id = sender.put(Service::Quality).await;
    let (crashing, its_receiver) = (sender.deliveries(), Arc::clone(&held));
    let carrier = tokio::spawn(async move { crashing.round(&*its_receiver).await });
    until(|| !held.ids().is_empty()).await;
    carrier.abort();
    assert!(carrier.await.unwrap_err().is_cancelled());

    let receiver = Receiver::that_answers(Outcome::Taken);
    assert_eq!(sender.deliveries().round(&receiver).await.unwrap(), 0);
    sender.clock.advance(TimeDelta::seconds(121));
    assert_eq!(sender.deliveries().round(&receiver).await.unwrap(), 1);
    assert_eq!(receiver.ids(), [id]);
}

#[tokio::test]
async fn a_carrier_that_lost_its_claim_does_not_undo_what_another_delivered() {
    let sender = Sender::new().await;
    let slow = Receiver::that_holds(Service::Quality, AWAY);
    sender.put(Service::Quality).await;
    let (deliveries, its_receiver) = (sender.deliveries(), Arc::clone(&slow));
    let carrier = tokio::spawn(async move { deliveries.round(&*its_receiver).await });
    until(|| !slow.ids().is_empty()).await;
    sender.clock.advance(TimeDelta::seconds(121));
    sender.deliveries().round(&Receiver::that_answers(Outcome::Taken)).await.unwrap();
    slow.let_go();
    carrier.await.unwrap().unwrap();
    assert_eq!(sender.deliveries().waiting().await.unwrap(), Waiting { due: 0, refused: 0 });
}

#[tokio::test]
async fn a_receiver_that_dawdles_holds_up_nobody_else() {
    let sender = Sender::new().await;
    let receiver = Receiver::that_holds(Service::Notifications, Outcome::Taken);
    let dawdled = sender.put(Service::Notifications).await;
    let quick = sender.put(Service::Quality).await;
    let (deliveries, its_receiver) = (sender.deliveries(), Arc::clone(&receiver));
    let round = tokio::spawn(async move { deliveries.round(&*its_receiver).await });
    until(|| receiver.ids() == [dawdled, quick]).await;
    assert!(!round.is_finished());
    receiver.let_go();
    assert_eq!(round.await.unwrap().unwrap(), 2);
    assert_eq!(sender.deliveries().waiting().await.unwrap().due, 0);
}

#[tokio::test]
async fn it_carries_until_told_to_stop_and_finishes_what_is_under_way() {
    /// The same receiver for the carrier and for the test.
    struct Shared(Arc<Receiver>);

    impl outbox::Carry for Shared {
        async fn carry(&self, parcel: &outbox::Parcel) -> Outcome {
            self.0.carry(parcel).await
        }
    }

    let sender = Sender::new().await;
    let receiver = Receiver::that_holds(Service::Quality, Outcome::Taken);
    let (deliveries, stop) = (sender.deliveries(), CancellationToken::new());
    let running = tokio::spawn(deliveries.clone().run(Shared(Arc::clone(&receiver)), stop.clone()));
    sender.put(Service::Notifications).await;
    deliveries.wake();
    until(|| receiver.ids().len() == 1).await;
    sender.put(Service::Quality).await;
    deliveries.wake();
    until(|| receiver.ids().len() == 2).await;
    stop.cancel();
    receiver.let_go();
    running.await.unwrap();
    assert_eq!(sender.deliveries().waiting().await.unwrap().due, 0);
}

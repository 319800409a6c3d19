//! Mails go out, whatever the mail server does.

use std::time::Duration;

use chrono::TimeDelta;
use notifications::actions;
use sea_orm::ConnectionTrait;
use testkit::{Behaviour, everything_stored};
use tokio_util::sync::CancellationToken;

use crate::{Notifications, to_address, to_person, to_the_manager};

#[tokio::test]
async fn a_mail_says_who_sent_it_that_a_machine_did_and_which_one_it_is() {
    let n = Notifications::start().await;
    let id = n.told(&to_the_manager()).await.json["id"].clone();
    n.deliver().await;
    let mail = n.server.mails().remove(0);
    let delivery = n.progress(&id).await["deliveries"][0]["id"].as_str().unwrap().to_owned();
    for header in [
        "From: Lyssna <svara-inte@kommun.example>",
        "To: gruppchef-norrglimt@example.org",
        "Auto-Submitted: auto-generated",
        "Date: Sat, 21 Nov 2026 09:00:00 +0000",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        &format!("Message-ID: <{delivery}@kommun.example>"),
    ] {
        assert!(mail.raw.contains(header), "{header} is not in\n{}", mail.raw);
    }
}

#[tokio::test]
async fn while_the_mail_server_is_down_nothing_is_lost_and_afterwards_everything_leaves() {
    let n = Notifications::start().await;
    n.server.does(Behaviour::IsDown);
    let id = n.told(&to_the_manager()).await.json["id"].clone();
    n.deliver().await;
    n.world.clock.advance(TimeDelta::hours(5));
    n.deliver().await;
    let waiting = n.progress(&id).await;
    assert_eq!(
        (&waiting["deliveries"][0]["state"], &waiting["deliveries"][0]["attempts"]),
        (&"waiting".into(), &2.into())
    );

    n.server.does(Behaviour::Takes);
    n.deliver().await;
    assert!(n.server.mails().is_empty(), "not before its time");
    n.world.clock.advance(TimeDelta::minutes(5));
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);
    assert_eq!(n.progress(&id).await["deliveries"][0]["state"], "sent");
}

#[tokio::test]
async fn what_is_refused_for_now_is_tried_again_and_for_good_is_not() {
    let n = Notifications::start().await;
    let for_now = n.told(&to_address(&n.sealed("refuse-450@example.org"), "sv")).await.json["id"].clone();
    let for_good = n.told(&to_address(&n.sealed("refuse-550@example.org"), "sv")).await.json["id"].clone();
    for _ in 0..3 {
        n.deliver().await;
        n.world.clock.advance(TimeDelta::minutes(10));
    }
    let (for_now, for_good) = (n.progress(&for_now).await, n.progress(&for_good).await);
    assert_eq!(for_now["deliveries"][0]["state"], "waiting");
    assert_eq!(for_now["deliveries"][0]["attempts"], 3);
    assert_eq!(for_good["deliveries"][0]["state"], "refused");
    assert_eq!(for_good["deliveries"][0]["attempts"], 1);
    assert!(n.server.mails().is_empty());
}

#[tokio::test]
async fn a_log_in_that_is_refused_loses_no_mail() {
    let n = Notifications::start().await;
    n.server.does(Behaviour::Refuses(535));
    let id = n.told(&to_the_manager()).await.json["id"].clone();
    n.deliver().await;
    assert_eq!(n.progress(&id).await["deliveries"][0]["state"], "waiting");
}

#[tokio::test]
async fn a_server_that_hangs_up_before_saying_yes_leads_to_one_more_that_can_be_known_again() {
    let n = Notifications::start().await;
    n.server.does(Behaviour::HangsUpAfterTaking);
    n.told(&to_the_manager()).await;
    n.deliver().await;
    n.server.does(Behaviour::Takes);
    n.world.clock.advance(TimeDelta::minutes(5));
    n.deliver().await;
    let name = |mail: &testkit::Mail| {
        mail.raw.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned()
    };
    let mails = n.server.mails();
    assert_eq!(mails.len(), 2);
    assert_eq!(name(&mails[0]), name(&mails[1]));
}

#[tokio::test]
async fn of_four_that_deliver_at_once_each_mail_is_sent_by_one() {
    let n = Notifications::start().await;
    for _ in 0..20 {
        n.told(&to_the_manager()).await;
        n.told(&to_person("utredare-1")).await;
    }
    tokio::join!(n.deliver(), n.deliver(), n.deliver(), n.deliver());
    assert_eq!(n.server.mails().len(), 40);
}

#[tokio::test]
async fn what_a_crashed_copy_had_claimed_is_taken_up() {
    let n = Notifications::start().await;
    n.told(&to_the_manager()).await;
    let crashed = n.app.store.claim_deliveries(n.app.now()).await.unwrap();
    n.deliver().await;
    assert!(n.server.mails().is_empty(), "somebody else has it");
    n.world.clock.advance(TimeDelta::minutes(3));
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);

    // It comes back and says that it failed, long after another has sent it.
    let failed = notifications::domain::Outcome::NotNow { status: None };
    n.app.store.settle(crashed[0].id, crashed[0].attempts, failed, n.app.now()).await.unwrap();
    n.world.clock.advance(TimeDelta::minutes(10));
    n.deliver().await;
    assert_eq!(n.server.mails().len(), 1);
}

#[tokio::test]
async fn the_work_beside_requests_delivers_at_once_and_stops_when_told() {
    let n = Notifications::start().await;
    let stop = CancellationToken::new();
    let work = tokio::spawn(actions::keep_delivering(n.app.clone(), stop.clone()));
    n.told(&to_the_manager()).await;
    for _ in 0..200 {
        if !n.server.mails().is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(n.server.mails().len(), 1);
    stop.cancel();
    work.await.unwrap();
}

#[tokio::test]
async fn an_address_is_removed_thirty_days_after_the_last_try_and_not_while_it_waits() {
    let n = Notifications::start().await;
    n.told(&to_the_manager()).await;
    n.told(&to_address(&n.sealed("refuse-450@example.org"), "sv")).await;
    n.deliver().await;
    let kept = async || {
        let stored = everything_stored(&n.app.inside.ground.database).await;
        stored.iter().filter(|(place, _)| place == "delivery.sealed_address").count()
    };
    n.world.clock.advance(TimeDelta::days(29));
    actions::forget(&n.app).await.unwrap();
    assert_eq!(kept().await, 2);
    n.world.clock.advance(TimeDelta::days(2));
    actions::forget(&n.app).await.unwrap();
    assert_eq!(kept().await, 1, "the one that still waits");
}

#[tokio::test]
async fn a_message_that_makes_no_sense_holds_up_nobody_else() {
    let n = Notifications::start().await;
    n.told(&to_person("utredare-1")).await;
    let spoil = "UPDATE message SET case_number = 'no number'";
    n.app.inside.ground.database.reader().execute_unprepared(spoil).await.unwrap();
    n.told(&to_the_manager()).await;
    n.deliver().await;
    let to: Vec<_> = n.server.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["gruppchef-norrglimt@example.org"]);
}

#[tokio::test]
async fn a_sealed_address_that_is_moved_to_another_mail_does_not_open() {
    let n = Notifications::start().await;
    n.told(&to_the_manager()).await;
    n.told(&to_person("utredare-1")).await;
    let swap = "UPDATE delivery SET sealed_address = (SELECT d.sealed_address FROM delivery d ORDER BY d.id DESC LIMIT 1) \
                WHERE id = (SELECT d.id FROM delivery d ORDER BY d.id LIMIT 1)";
    n.app.inside.ground.database.reader().execute_unprepared(swap).await.unwrap();
    n.deliver().await;
    let to: Vec<_> = n.server.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["utredare-1@example.org"], "its own mail, and not the one it was moved to");
}

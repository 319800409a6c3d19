//! The issuer's keys: asked for when they are needed, and not more often.

use std::time::Duration;

use proto::Service::Complaints;
use testkit::{Issuer, Standing, World};

use crate::{NAME, WHO, guarded, seen_as, time_passes};

async fn status(standing: &Standing, token: &str) -> u16 {
    standing.program().bearer(token).get("/api/v1/me").await.status.as_u16()
}

/// A token with a key that the service's issuer does not have.
async fn of_unknown_key(world: &World) -> String {
    let another = Issuer::start(world.clock.clock()).await;
    another.sign("at+jwt", &world.issuer.claims(WHO, "a-program", "complaints", 300))
}

#[tokio::test]
async fn a_hundred_requests_at_once_ask_once() {
    let (world, standing) = guarded().await;
    let token = world.issuer.access_token(WHO, Complaints);
    let mut requests = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let (program, token) = (standing.program(), token.clone());
        requests.spawn(async move { program.bearer(&token).get("/api/v1/me").await.status.as_u16() });
    }
    assert_eq!(requests.join_all().await, vec![200; 100]);
    assert_eq!(world.issuer.times_asked(), 1);
}

#[tokio::test]
async fn an_unknown_key_asks_again_once_a_minute() {
    let (world, standing) = guarded().await;
    let (known, unknown) = (world.issuer.access_token(WHO, Complaints), of_unknown_key(&world).await);
    for minute in 1..=3 {
        for _ in 0..10 {
            assert_eq!(status(&standing, &unknown).await, 401);
            assert_eq!(status(&standing, &known).await, 200);
        }
        assert_eq!(world.issuer.times_asked(), minute);
        time_passes(Duration::from_secs(61)).await;
    }
}

#[tokio::test]
async fn an_unknown_key_asks_no_more_often_when_the_issuer_does_not_answer() {
    let (world, standing) = guarded().await;
    let (known, unknown) = (world.issuer.access_token(WHO, Complaints), of_unknown_key(&world).await);
    assert_eq!(status(&standing, &known).await, 200);
    world.issuer.is_away(true);
    for minute in 2..=3 {
        time_passes(Duration::from_secs(61)).await;
        for _ in 0..10 {
            assert_eq!(status(&standing, &unknown).await, 401);
            assert_eq!(status(&standing, &known).await, 200);
        }
        assert_eq!(world.issuer.times_asked(), minute);
    }
}

#[tokio::test]
async fn a_new_key_is_learnt_and_the_old_one_still_holds() {
    let (world, standing) = guarded().await;
    let old = world.issuer.access_token(WHO, Complaints);
    assert_eq!(status(&standing, &old).await, 200);
    time_passes(Duration::from_secs(61)).await;
    world.issuer.rotate_keys(false);
    let new = world.issuer.access_token(WHO, Complaints);
    assert_eq!(status(&standing, &new).await, 200);
    assert_eq!(status(&standing, &old).await, 200);
}

#[tokio::test]
async fn a_log_in_is_taken_though_its_key_is_new() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in").await;
    time_passes(Duration::from_secs(61)).await;
    world.issuer.rotate_keys(true);
    browser.come_back(&world.issuer.answer(WHO, &authorize)).await;
    assert_eq!(seen_as(&mut browser).await, NAME);
}

#[tokio::test]
async fn a_withdrawn_key_is_forgotten_within_an_hour() {
    let (world, standing) = guarded().await;
    let old = world.issuer.access_token(WHO, Complaints);
    assert_eq!(status(&standing, &old).await, 200);
    world.issuer.rotate_keys(true);
    time_passes(Duration::from_secs(3601)).await;
    assert_eq!(status(&standing, &old).await, 401);
}

#[tokio::test]
async fn while_the_issuer_is_away_what_was_learnt_serves_on() {
    let (world, standing) = guarded().await;
    let token = world.issuer.access_token(WHO, Complaints);
    assert_eq!(status(&standing, &token).await, 200);
    world.issuer.is_away(true);
    for hour in 2..=3 {
        time_passes(Duration::from_secs(3601)).await;
        for _ in 0..10 {
            assert_eq!(status(&standing, &token).await, 200);
        }
        assert_eq!(world.issuer.times_asked(), hour, "each request waits for the one that is away");
    }
    world.issuer.is_away(false);
    world.issuer.rotate_keys(true);
    time_passes(Duration::from_secs(61)).await;
    assert_eq!(status(&standing, &world.issuer.access_token(WHO, Complaints)).await, 200);
}

#[tokio::test]
async fn a_service_that_starts_before_its_issuer_serves_as_soon_as_it_is_there() {
    let (world, standing) = guarded().await;
    let token = world.issuer.access_token(WHO, Complaints);
    world.issuer.is_away(true);
    assert_eq!(status(&standing, &token).await, 503);
    world.issuer.is_away(false);
    assert_eq!(status(&standing, &token).await, 200);
}

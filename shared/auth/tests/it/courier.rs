//! Parcels and the register, from one service to another with a token of the issuer.

use std::{collections::HashMap, time::Duration};

use auth::Courier;
use db::Database;
use kernel::Uuid;
use organisation::Directory;
use outbox::{Carry, Outcome, Parcel};
use proto::Service::{self, Complaints, Quality};
use testkit::{Standing, World, organisation::person};
use tokio::{net::TcpListener, sync::oneshot};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::{
    WHO, guarded,
    site::{OWNER, migrated},
};

/// Serves the site on loopback.
async fn served(standing: &Standing) -> (Url, CancellationToken) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let stop = CancellationToken::new();
    tokio::spawn(web::serve(listener, standing.router.clone(), stop.clone()));
    (address, stop)
}

/// The courier of the site itself: it calls its own addresses, where every service's token is for `complaints`.
fn courier(world: &World, standing: &Standing, address: &Url) -> Courier {
    let settings = auth::Settings::new(Complaints, world.issuer.url());
    let addresses = HashMap::from([(Complaints, address.clone()), (Quality, address.clone())]);
    Courier::new(standing.inside.as_ref().unwrap().auth.issuer().clone(), settings, addresses)
}

fn parcel(to: Service, status: u16) -> Parcel {
    Parcel { id: Uuid::now_v7(), to, path: format!("/api/v1/answers/{status}"), body: "{}".to_owned() }
}

#[tokio::test]
async fn what_may_pass_is_tried_again_and_what_is_refused_is_not() {
    let (world, standing) = guarded().await;
    let (address, _stop) = served(&standing).await;
    let courier = courier(&world, &standing, &address);
    for status in [200, 201, 202, 204] {
        assert_eq!(courier.carry(&parcel(Complaints, status)).await, Outcome::Taken, "{status}");
    }
    for status in [400, 403, 404, 405, 410, 413, 415, 422, 428] {
        assert_eq!(courier.carry(&parcel(Complaints, status)).await, Outcome::Refused { status }, "{status}");
    }
    for status in [401, 408, 409, 425, 429, 500, 502, 503, 504, 303] {
        let later = Outcome::NotNow { status: Some(status) };
        assert_eq!(courier.carry(&parcel(Complaints, status)).await, later, "{status}");
    }
}

#[tokio::test]
async fn a_token_is_used_until_it_ends_or_is_refused() {
    let (world, standing) = guarded().await;
    let (address, _stop) = served(&standing).await;
    let courier = courier(&world, &standing, &address);
    for _ in 0..3 {
        assert_eq!(courier.carry(&parcel(Complaints, 200)).await, Outcome::Taken);
    }
    assert_eq!(world.issuer.tokens_given(), 1);
    courier.carry(&parcel(Complaints, 401)).await;
    assert_eq!(courier.carry(&parcel(Complaints, 200)).await, Outcome::Taken);
    assert_eq!(world.issuer.tokens_given(), 2);
    // A minute before it ends.
    crate::time_passes(Duration::from_secs(241)).await;
    assert_eq!(courier.carry(&parcel(Complaints, 200)).await, Outcome::Taken);
    assert_eq!(world.issuer.tokens_given(), 3);
    // Each receiver gets its own: the one for quality is no good here.
    assert_eq!(courier.carry(&parcel(Quality, 200)).await, Outcome::NotNow { status: Some(401) });
    assert_eq!(world.issuer.tokens_given(), 4);
}

#[tokio::test]
async fn a_receiver_or_an_issuer_that_is_away_is_for_later() {
    let (world, standing) = guarded().await;
    let nobody = "http://127.0.0.1:1".parse().unwrap();
    let to_nobody = courier(&world, &standing, &nobody);
    assert_eq!(to_nobody.carry(&parcel(Complaints, 200)).await, Outcome::NotNow { status: None });
    assert_eq!(to_nobody.carry(&parcel(Service::LexSarah, 200)).await, Outcome::NotNow { status: None });

    let (world, standing) = guarded().await;
    let (address, _stop) = served(&standing).await;
    let courier = courier(&world, &standing, &address);
    world.issuer.is_away(true);
    assert_eq!(courier.carry(&parcel(Complaints, 200)).await, Outcome::NotNow { status: None });
    world.issuer.is_away(false);
    assert_eq!(courier.carry(&parcel(Complaints, 200)).await, Outcome::Taken);
}

/// Comes back when `done` holds, and fails when it never does.
async fn until(done: impl Fn() -> bool) {
    let patience = tokio::time::timeout(Duration::from_secs(20), async {
        while !done() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    patience.await.expect("it never came to that");
}

/// Keeps a directory in `database` fresh until it knows somebody.
async fn keep_until_known(courier: &Courier, database: &Database, world: &World) {
    let (directory, (stop, stopped)) = (Directory::default(), oneshot::channel::<()>());
    let stopped = async move { drop(stopped.await) };
    let (courier, database, clock) = (courier.clone(), database.clone(), world.clock.clock());
    let keeping = tokio::spawn(courier.keep_register(directory.clone(), database, clock, stopped));
    until(|| directory.colleague(person(WHO), world.clock.now()).is_some()).await;
    stop.send(()).unwrap();
    keeping.await.unwrap();
}

#[tokio::test]
async fn the_register_is_fetched_and_kept_for_when_its_owner_is_away() {
    let world = World::of(OWNER).await;
    let owner = world.open(OWNER).await;
    let (address, stop) = served(&owner).await;
    let courier = courier(&world, &owner, &address);
    let test_database = testkit::database().await;
    let database = migrated(&test_database).await;
    keep_until_known(&courier, &database, &world).await;
    stop.cancel();
    keep_until_known(&courier, &database, &world).await;
}

#[tokio::test]
async fn a_register_that_comes_late_is_asked_for_again() {
    let world = World::of(OWNER).await;
    let owner = world.open(OWNER).await;
    let (address, _stop) = served(&owner).await;
    let courier = courier(&world, &owner, &address);
    let test_database = testkit::database().await;
    let database = migrated(&test_database).await;
    world.issuer.is_away(true);
    tokio::join!(keep_until_known(&courier, &database, &world), async {
        until(|| world.issuer.times_asked() > 0).await;
        world.issuer.is_away(false);
    });
}

//! Who is asking: by the issuer of the testkit, and by the providers of others.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod back_channel;
mod bearer;
mod courier;
mod forms;
mod keys;
mod login;
mod logout;
mod providers;
mod session;
mod site;
mod stranger;

use std::time::Duration;

use testkit::{Browser, Standing, World};

/// Whoever logs in.
const WHO: &str = "utredare-1";
const NAME: &str = "Ulf Provsson";
const SESSION: &str = "complaints-session";

async fn guarded() -> (World, Standing) {
    let world = World::of(site::PART).await;
    let standing = world.open(site::PART).await;
    (world, standing)
}

/// Who the start page says is logged in.
async fn seen_as(browser: &mut Browser) -> String {
    browser.get("/").await.text("#who")
}

/// Lets the time pass by which the service counts its questions to the issuer.
async fn time_passes(by: Duration) {
    tokio::time::pause();
    tokio::time::advance(by).await;
    tokio::time::resume();
}

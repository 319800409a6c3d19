//! An address stands nowhere but sealed, and in no log.

use chrono::TimeDelta;
use testkit::{Behaviour, everything_stored, listen, logged};

use crate::{Notifications, to_address};

const CANARIES: [&str; 2] = ["refuse-450-kanarie@example.org", "refuse-550-kanarie@example.org"];

#[tokio::test]
async fn no_address_stands_outside_the_sealed_column() {
    listen();
    let n = Notifications::start().await;
    for canary in CANARIES {
        n.told(&to_address(&n.sealed(canary), "sv")).await;
    }
    n.deliver().await;
    n.server.does(Behaviour::IsDown);
    n.world.clock.advance(TimeDelta::hours(1));
    n.deliver().await;
    n.server.does(Behaviour::HangsUpAfterTaking);
    n.world.clock.advance(TimeDelta::hours(1));
    n.deliver().await;
    let mut operator = n.person("administrator").await;
    operator.get("/").await;

    // The register, with everybody's address, as it is kept for the next start.
    let ground = &n.app.inside.ground;
    let register = ground.directory.now().organisation().clone();
    ground.directory.store(&ground.database, "\"1\"", register, n.world.clock.now()).await.unwrap();

    let mut seen = everything_stored(&n.app.inside.ground.database).await;
    let log = logged();
    assert!(log.contains("a mail was not taken"), "the log was listened to");
    seen.extend(log.lines().map(|line| ("log".to_owned(), line.to_owned())));
    seen.push(("the overview".to_owned(), operator.page.html()));
    let colleague = "utredare-1@example.org";
    for (place, value) in seen {
        for canary in CANARIES.into_iter().chain([colleague]) {
            let hex = data_encoding::HEXLOWER.encode(canary.as_bytes());
            let shows = value.contains(canary) || value.to_lowercase().contains(&hex);
            assert!(!shows, "{place} shows an address");
        }
    }
}

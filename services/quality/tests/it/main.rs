//! Quality as people and programs meet it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod commands;
mod contract;
mod events;
mod import;
mod migrations;
mod pages;
mod register;
mod rooms;
mod schemas;

use proto::Service;
use quality::{
    App,
    actions::{self, Imported},
};
use testkit::{Browser, Program, Standing, World, organisation::organisation};

/// Quality with the sample register taken in.
struct Quality {
    world: World,
    standing: Standing,
    app: App,
}

impl Quality {
    async fn start() -> Self {
        let quality = Self::empty().await;
        let imported =
            actions::import_organisation(&quality.app.store, quality.app.now(), organisation()).await;
        assert_eq!(imported.unwrap(), Imported::New);
        quality
    }

    /// Before the first register.
    async fn empty() -> Self {
        let world = World::of(quality::PART).await;
        let standing = world.open(quality::PART).await;
        let app = App::new(standing.inside.clone().unwrap());
        Self { world, standing, app }
    }

    async fn person(&self, login: &str) -> Browser {
        self.standing.logged_in(&self.world.issuer, login).await
    }

    /// A program of a person.
    fn program_of(&self, login: &str) -> Program {
        self.standing.program().bearer(&self.world.issuer.access_token(login, Service::Quality))
    }

    fn service(&self, from: Service) -> Program {
        self.standing.program().bearer(&self.world.issuer.service_token(from, Service::Quality))
    }
}

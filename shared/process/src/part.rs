//! A service, or half of one, as a value that can be run.

use std::{pin::Pin, time::Duration};

use audit::Sealer;
use axum::Router;
use db::Database;
use proto::Service;
use sea_orm::DbErr;
use tokio::{net::TcpListener, task::JoinSet};
use tokio_util::sync::CancellationToken;
use web::Texts;

use crate::{Ground, Inside, Settings, measure, traces};

/// Something that goes on beside the requests until told to stop.
pub type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

type Migrate = for<'a> fn(&'a Database) -> Pin<Box<dyn Future<Output = Result<(), DbErr>> + Send + 'a>>;

/// What a service says of itself.
#[derive(Clone, Copy)]
pub struct Part {
    pub service: Service,
    /// Of the process, in logs and help.
    pub name: &'static str,
    pub texts: fn() -> Texts,
    pub migrate: Migrate,
    pub open: Open,
}

/// How it is opened.
#[derive(Clone, Copy)]
pub enum Open {
    /// To everybody, without the keys that open. `exit` is the address behind the button that leaves the site at once,
    /// `personal_data` that of the page that says what becomes of personal data.
    Outside { open: fn(Ground) -> anyhow::Result<Router>, exit: &'static str, personal_data: &'static str },
    /// To those who log in; with its work beside the requests.
    Inside(fn(Inside, CancellationToken) -> anyhow::Result<Opened>),
}

/// The routes of a service, and its work beside them.
pub type Opened = (Router, Vec<Work>);

impl Part {
    /// Everything from settings to serving. Returns when it serves; the tasks end after `stop`.
    pub async fn start(
        self,
        settings: &Settings,
        clock: kernel::Clock,
        metrics: impl Fn() -> String + Send + Sync + 'static,
        stop: CancellationToken,
        tasks: &mut JoinSet<()>,
    ) -> anyhow::Result<()> {
        let listener = bind(settings.listen).await?;
        let operations = bind(settings.operations).await?;
        let ground = Ground::lay(self, settings, clock).await?;
        let watched = ground.clone();
        let routes = match self.open {
            Open::Outside { open, .. } => {
                tasks.spawn(reread_register(ground.clone(), stop.clone()));
                let site = ground.site.clone();
                site.dress(open(ground)?)
            }
            Open::Inside(open) => {
                let inside = Inside::enter(ground, settings)?;
                let (routes, work) = open(inside.clone(), stop.clone())?;
                for work in work.into_iter().chain(inside.standing_work(&stop)) {
                    tasks.spawn(work);
                }
                inside.ground.site.dress(inside.auth.guard(routes))
            }
        };
        let ready = move || {
            let ground = watched.clone();
            async move { ground.is_ready().await }
        };
        tasks.spawn(web::serve(listener, routes, stop.clone()));
        tasks.spawn(web::serve(operations, web::operations(ready, metrics), stop));
        tracing::info!(service = self.name, address = settings.origin, "serving");
        Ok(())
    }
}

impl Inside {
    /// What every service inside does beside its requests: carry parcels, count them, seal traces, and keep the register
    /// fresh. Quality owns the register and fetches none.
    fn standing_work(&self, stop: &CancellationToken) -> Vec<Work> {
        let carry: Work = Box::pin(self.deliveries.clone().run(self.courier.clone(), stop.clone()));
        let count: Work =
            Box::pin(measure::parcels(self.ground.service, self.deliveries.clone(), stop.clone()));
        let mut work = vec![carry, count];
        if traces::leaves_traces(self.ground.service) {
            let Ground { database, clock, service, .. } = self.ground.clone();
            let sealer = Sealer::new(database, clock, service, &self.ring);
            work.push(Box::pin(sealer.keep_sealing(stop.clone())));
        }
        if self.ground.service == Service::Quality {
            return work;
        }
        let ground = self.ground.clone();
        let (courier, stop) = (self.courier.clone(), stop.clone());
        let keep: Work = Box::pin(courier.keep_register(
            ground.directory,
            ground.database,
            ground.clock,
            stop.cancelled_owned(),
        ));
        work.push(keep);
        work
    }
}

impl Ground {
    /// Whether it can do its work: the database answers, and it is known who does what. Without a register nobody could log in
    /// and no complaint could name its unit. Quality can, since that is where the register is made.
    async fn is_ready(&self) -> bool {
        let knows_people = !self.directory.now().organisation().people.is_empty();
        (knows_people || self.service == Service::Quality) && self.database.ping().await.is_ok()
    }
}

/// The half without keys cannot fetch the register: it reads the copy that the other half keeps in the database.
async fn reread_register(ground: Ground, stop: CancellationToken) {
    loop {
        let found = ground.directory.load(&ground.database).await;
        if let Err(error) = &found {
            tracing::warn!(%error, "the kept copy of the register cannot be read");
        }
        let pause =
            if matches!(found, Ok(Some(_))) { Duration::from_secs(30) } else { Duration::from_millis(200) };
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn bind(address: std::net::SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow::anyhow!(
                "port {} is in use: stop what listens there, or choose another port",
                address.port()
            )
        }
        _ => anyhow::anyhow!("cannot listen on {address}: {error}"),
    })
}

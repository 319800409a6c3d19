//! Starting everything, in the order in which it is needed, and stopping it.

use std::{
    collections::HashMap,
    future::Future,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use auth::ClientKey;
use axum::Router;
use db::Database;
use kernel::Clock;
use process::Part;
use proto::Service;
use tokio::{net::TcpListener, task::JoinSet};
use tokio_util::sync::CancellationToken;
use vault::KeyRing;

use crate::{
    Arguments, DataFolder, Ports, announce, demonstration,
    identity_provider::{self, Client, Issuer, PublicKey, SigningKey},
    mailbox,
    ports::Place,
    settings::{Seat, Shared},
};

/// Every process, in the order in which they start: quality first, because the others ask it for the register.
const SEATS: [(Seat, Part); 5] = [
    (Seat { process: "quality", service: Service::Quality, place: Place::QUALITY }, quality::PART),
    (
        Seat { process: "notifications", service: Service::Notifications, place: Place::NOTIFICATIONS },
        notifications::PART,
    ),
    (Seat { process: "lex-sarah", service: Service::LexSarah, place: Place::LEX_SARAH }, lex_sarah::PART),
    (
        Seat { process: "complaints-staff", service: Service::Complaints, place: Place::COMPLAINTS_STAFF },
        complaints::STAFF_PART,
    ),
    (
        Seat { process: "complaints-public", service: Service::Complaints, place: Place::COMPLAINTS_PUBLIC },
        complaints::PUBLIC_PART,
    ),
];

/// Longer than any service takes to be ready.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs until Ctrl-C or SIGTERM.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let telemetry = telemetry::start(
        "lyssna",
        &telemetry::Settings {
            collector: arguments.collector.clone(),
            log: arguments.log.clone(),
            json: false,
        },
    )?;
    let (stop, mut tasks) = (CancellationToken::new(), JoinSet::new());
    // Stopped while it prepares, it is stopped too; the next start takes up where this one was.
    let done = tokio::select! {
        done = async {
            let _folder = start(&arguments, &telemetry, &stop, &mut tasks).await?;
            std::future::pending().await
        } => done,
        stopped = process::told_to_stop() => stopped.map_err(Into::into),
    };
    stop.cancel();
    tasks.join_all().await;
    telemetry.stop().await;
    done
}

async fn start(
    arguments: &Arguments,
    telemetry: &telemetry::Telemetry,
    stop: &CancellationToken,
    tasks: &mut JoinSet<()>,
) -> anyhow::Result<DataFolder> {
    let ports = Ports::new(arguments.port_base);
    ports.are_free()?;
    let folder = DataFolder::open(&arguments.data)?;
    if folder.is_new {
        println!("Preparing {} for the first time", arguments.data.display());
    }
    let organisation = demonstration::organisation();
    let people = demonstration::people(&organisation);
    let clock = Clock::system();

    start_development_parts(&folder, ports, people.clone(), &clock, stop, tasks).await?;
    migrate(&folder).await?;
    let shared = Shared { folder: &folder, ports, sealing_keys: sealing_keys(&folder)? };
    if folder.is_new {
        announce::step("the organisation");
        let database = Database::connect(&folder.database("quality")).await?;
        let store = quality::store::Store::new(database.clone());
        quality::actions::import_organisation(&store, clock.now(), organisation.clone()).await?;
        database.close().await;
    }
    for (seat, part) in SEATS {
        part.start(&shared.settings(&seat), clock.clone(), telemetry.metrics(), stop.clone(), tasks).await?;
    }
    everything_is_ready(ports).await?;
    if folder.is_new && !arguments.empty {
        announce::step("the fictional cases");
        demonstration::tell_cases(ports, &organisation).await?;
    }
    folder.finished()?;
    announce::ready(ports, &people);
    Ok(folder)
}

/// Returns when every service says that it can do its work.
async fn everything_is_ready(ports: Ports) -> anyhow::Result<()> {
    let http = reqwest::Client::builder().no_proxy().build()?;
    for (seat, _) in SEATS {
        let address = format!("http://{}/readyz", ports.operations(seat.place));
        let ready = async || http.get(&address).send().await.is_ok_and(|answer| answer.status().is_success());
        let began = Instant::now();
        while !ready().await {
            ensure!(
                began.elapsed() < PATIENCE,
                "{} is not ready after {PATIENCE:?}; --log info tells more",
                seat.process
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    Ok(())
}

/// Each database as its services want it. Complaints' two halves share one.
async fn migrate(folder: &DataFolder) -> anyhow::Result<()> {
    for (seat, part) in SEATS.iter().filter(|(seat, _)| seat.process != "complaints-public") {
        if folder.is_new {
            announce::step(&format!("the database of {}", seat.service));
        }
        let database = Database::connect(&folder.database(seat.service.name())).await?;
        (part.migrate)(&database).await.with_context(|| format!("the database of {}", seat.service))?;
        database.close().await;
    }
    Ok(())
}

/// The public halves, so that each can seal for the others.
fn sealing_keys(folder: &DataFolder) -> anyhow::Result<HashMap<Service, String>> {
    let inside = SEATS.iter().filter(|(seat, _)| seat.process != "complaints-public");
    inside
        .map(|(seat, _)| {
            let ring = KeyRing::read(&folder.keys(seat.process).join("opening.key"))?;
            Ok((seat.service, ring.sealing_key().to_text()))
        })
        .collect()
}

async fn start_development_parts(
    folder: &DataFolder,
    ports: Ports,
    people: Vec<identity_provider::DevPerson>,
    clock: &Clock,
    stop: &CancellationToken,
    tasks: &mut JoinSet<()>,
) -> anyhow::Result<()> {
    let inside = SEATS.iter().filter(|(seat, _)| seat.process != "complaints-public");
    let clients = inside.map(|(seat, _)| client(folder, ports, seat)).collect::<anyhow::Result<_>>()?;
    let provider = identity_provider::router(identity_provider::Config {
        issuer: Issuer::parse(&ports.url(Place::IDENTITY_PROVIDER))?,
        people,
        clients,
        key: SigningKey::kept_in(&folder.issuer_key()).context("the development log-in's key")?,
        clock: clock.clone(),
    });
    let mailbox = mailbox::start(ports.address(Place::SMTP), clock.clone()).await?;
    tasks.spawn(serve(ports, Place::IDENTITY_PROVIDER, provider, stop).await?);
    tasks.spawn(serve(ports, Place::MAILBOX, mailbox::router(&mailbox), stop).await?);
    let stopped = stop.clone().cancelled_owned();
    tasks.spawn(async move {
        stopped.await;
        mailbox.stop();
    });
    Ok(())
}

async fn serve(
    ports: Ports,
    place: Place,
    routes: Router,
    stop: &CancellationToken,
) -> anyhow::Result<impl Future<Output = ()> + use<>> {
    let listener = TcpListener::bind(ports.address(place)).await?;
    Ok(web::serve(listener, routes, stop.clone()))
}

/// A service, as the development log-in knows it.
fn client(folder: &DataFolder, ports: Ports, seat: &Seat) -> anyhow::Result<Client> {
    let file = folder.keys(seat.process).join("client.pem");
    let key = ClientKey::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let at = |path: &str| ports.url(seat.place).join(path);
    Ok(Client {
        id: seat.service.name().to_owned(),
        redirect_uris: vec![at("/login/callback")?],
        post_logout_uris: vec![at("/utloggad")?],
        key: PublicKey::from_bytes(key.public_bytes()).context("the key of a service is no Ed25519 key")?,
    })
}

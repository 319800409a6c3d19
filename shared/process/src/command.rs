//! The command line of a service's own binary.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context;
use auth::ClientKey;
use clap::{Parser, Subcommand};
use db::Database;
use kernel::Clock;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use vault::{KeyRing, MacKey};

use crate::{Open, Part, Settings, parcels::Parcels, traces::Traces};

#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The file with the settings; `LYSSNA__…` in the environment goes before it.
    #[arg(long, default_value = "settings.toml")]
    settings: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves until it is told to stop (SIGTERM or Ctrl-C).
    Serve,
    /// Brings the database up to date; safe while the version before still runs.
    Migrate,
    /// Makes the keys in the folder that the settings name, and prints the halves that others need. Keys that are there are left
    /// alone.
    GenerateKeys,
    /// Looks at parcels that another service refused, and sends them again.
    #[command(subcommand)]
    Parcels(Parcels),
    /// Looks whether the traces are those that were sealed.
    #[command(subcommand)]
    Audit(Traces),
}

/// Runs one part, as `main`.
pub fn main(part: Part) -> ExitCode {
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    match runtime.block_on(run(part)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error:#}", part.name);
            ExitCode::FAILURE
        }
    }
}

async fn run(part: Part) -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let settings = Settings::read(&arguments.settings)
        .with_context(|| format!("cannot use the settings in {}", arguments.settings.display()))?;
    let telemetry = telemetry::start(part.name, &settings.telemetry)?;
    let done = match arguments.command {
        Command::Migrate => migrate(part, &settings).await,
        Command::Serve => serve(part, &settings, &telemetry).await,
        Command::GenerateKeys => generate_keys(part, &settings),
        Command::Parcels(parcels) => parcels.run(&settings).await,
        Command::Audit(traces) => traces.run(part.service, &settings).await,
    };
    telemetry.stop().await;
    done
}

async fn migrate(part: Part, settings: &Settings) -> anyhow::Result<()> {
    let database = Database::connect(&settings.database).await?;
    (part.migrate)(&database).await.context("the database could not be brought up to date; it is as it was")
}

fn generate_keys(part: Part, settings: &Settings) -> anyhow::Result<()> {
    let folder = &settings.keys;
    MacKey::create(&folder.join("form.key"))?;
    if matches!(part.open, Open::Inside(_)) {
        let ring = KeyRing::create(&folder.join("opening.key"))?;
        let client = ClientKey::create(&folder.join("client.pem"))
            .with_context(|| format!("cannot make a client key in {}", folder.display()))?;
        println!(
            "sealing key (sealing_keys of those who seal for {}):\n{}",
            part.service,
            ring.sealing_key().to_text()
        );
        println!("client key (for the identity provider):\n{}", client.public_jwk());
    }
    Ok(())
}

async fn serve(part: Part, settings: &Settings, telemetry: &telemetry::Telemetry) -> anyhow::Result<()> {
    let (stop, mut tasks) = (CancellationToken::new(), JoinSet::new());
    part.start(settings, Clock::system(), telemetry.metrics(), stop.clone(), &mut tasks).await?;
    told_to_stop().await?;
    stop.cancel();
    tasks.join_all().await;
    Ok(())
}

/// Returns at SIGTERM or Ctrl-C.
pub async fn told_to_stop() -> std::io::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

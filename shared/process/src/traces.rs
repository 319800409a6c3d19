//! What an operator or an auditor can ask of the traces.

use std::{fs, path::PathBuf};

use anyhow::{Context, bail, ensure};
use audit::{Evidence, Head};
use clap::Subcommand;
use db::Database;
use proto::Service;
use vault::{CheckingKey, KeyRing};

use crate::Settings;

#[derive(Subcommand)]
pub enum Traces {
    /// Says whether the traces are those that were sealed, and names each that was changed, removed, added or moved. Works while the
    /// service is stopped as well.
    Verify {
        /// Heads that were printed earlier and kept elsewhere: without them nobody can tell whether the newest were cut off.
        #[arg(long)]
        heads: Option<PathBuf>,
    },
    /// Prints the heads of the chain, one a line, to be kept where those who run the database cannot reach.
    Heads,
}

impl Traces {
    pub async fn run(self, service: Service, settings: &Settings) -> anyhow::Result<()> {
        ensure!(leaves_traces(service), "{service} keeps no traces: it has nothing of a case");
        let keys = KeyRing::read(&settings.keys.join("opening.key"))?.checking_keys(audit::PURPOSE);
        let database = Database::connect(&settings.database).await?;
        match self {
            Self::Heads => {
                for head in audit::heads(database.reader()).await? {
                    println!("{head}");
                }
            }
            Self::Verify { heads } => {
                let kept = heads.map_or(Ok(Vec::new()), |file| read(&file, service, &keys))?;
                let report = Evidence::read(&database).await?.verify(service, &keys, &kept);
                for finding in &report.findings {
                    println!("{finding}");
                }
                println!(
                    "{} traces are sealed, {} wait for their seal",
                    report.sealed, report.not_yet_sealed
                );
                if !report.findings.is_empty() {
                    bail!("{} findings: the traces are not as they were sealed", report.findings.len());
                }
            }
        }
        Ok(())
    }
}

/// Whether the service has traces: notifications knows nothing of a case, so nothing of one can be read there.
pub fn leaves_traces(service: Service) -> bool {
    service != Service::Notifications
}

/// Kept heads, each of which this service must have signed: a wrong file must not look like a forged chain.
fn read(file: &PathBuf, service: Service, keys: &[CheckingKey]) -> anyhow::Result<Vec<Head>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let head = |(at, line): (usize, &str)| {
        let head: Head = line.parse().with_context(|| format!("line {} of {}", at + 1, file.display()))?;
        ensure!(
            head.is_signed(service, keys),
            "line {} of {} was not signed by {service}",
            at + 1,
            file.display()
        );
        Ok(head)
    };
    text.lines().enumerate().map(head).collect()
}

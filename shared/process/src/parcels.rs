//! What an operator can do about parcels that another service refused.

use anyhow::ensure;
use clap::Subcommand;
use db::Database;
use kernel::{Clock, Uuid};
use outbox::{Deliveries, RefusedParcel, Which};

use crate::Settings;

#[derive(Subcommand)]
pub enum Parcels {
    /// Lists what was refused for good: id, receiver, address, when, and what the receiver answered. Never what is in it.
    Refused,
    /// Sends refused parcels again, once what was wrong has been mended. A service that is running carries them at once.
    SendAgain {
        /// Which ones.
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        ids: Vec<Uuid>,
        /// Every one.
        #[arg(long)]
        all: bool,
    },
}

impl Parcels {
    pub async fn run(self, settings: &Settings) -> anyhow::Result<()> {
        let deliveries = Deliveries::new(Database::connect(&settings.database).await?, Clock::system());
        match self {
            Self::Refused => {
                for parcel in deliveries.refused().await? {
                    println!("{}", line(&parcel));
                }
            }
            Self::SendAgain { all: true, .. } => {
                println!("{} will be sent again", deliveries.send_again(Which::All).await?);
            }
            Self::SendAgain { ids, .. } => {
                let found = deliveries.send_again(Which::These(&ids)).await?;
                ensure!(found == ids.len() as u64, "{found} will be sent again: the others are not refused");
                println!("{found} will be sent again");
            }
        }
        Ok(())
    }
}

/// One line a parcel, its parts between tabs.
fn line(parcel: &RefusedParcel) -> String {
    let RefusedParcel { id, recipient, path, created_at, refused_at, last_status } = parcel;
    let status = last_status.map_or_else(|| "-".to_owned(), |status| status.to_string());
    let time = |at: &kernel::Timestamp| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    [&id.to_string(), recipient, path, &time(created_at), &time(refused_at), &status]
        .map(String::as_str)
        .join("\t")
}

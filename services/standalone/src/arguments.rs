//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::Ports;

/// Starts all of Lyssna on this machine: the services, a development log-in and a development mailbox.
///
/// The first start makes keys, databases, a fictional organisation and fictional cases; the next ones carry on with them.
/// For trying it out and for development only.
#[derive(Debug, Clone, Parser)]
#[command(name = "lyssna", version)]
pub struct Arguments {
    /// The folder with databases and keys. Made when it is not there.
    #[arg(long, default_value = "data", value_name = "DIR")]
    pub data: PathBuf,
    /// At first start, make the organisation but no cases.
    #[arg(long)]
    pub empty: bool,
    /// The first of the ports; the others follow at their usual distance.
    #[arg(long, default_value_t = Ports::USUAL_BASE, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1024..=60000))]
    pub port_base: u16,
    /// A collector for traces (OTLP over HTTP), such as <http://127.0.0.1:4318>.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_ENDPOINT", value_name = "URL")]
    pub collector: Option<String>,
    /// Which lines are logged to standard error, in the syntax of `RUST_LOG`.
    #[arg(long, env = "LYSSNA_LOG", default_value = "warn", value_name = "FILTER")]
    pub log: String,
}

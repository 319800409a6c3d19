//! Logs, traces and metrics: started once a process, stopped last.
//!
//! What may be said: ids, routes, counts, times. Never a name, a number, an address, a text or a token. Traces leave only
//! when a collector is configured; when it is away they are dropped and nobody waits.

use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::WithExportConfig;
use opentelemetry_sdk::{Resource, metrics::SdkMeterProvider, trace::SdkTracerProvider};
use prometheus::{Encoder, Registry, TextEncoder};
use serde::Deserialize;
use tracing_subscriber::{EnvFilter, Layer, layer::SubscriberExt, util::SubscriberInitExt};

/// What can be set.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The collector's OTLP address over HTTP, such as `http://127.0.0.1:4318`. None: no traces leave.
    pub collector: Option<String>,
    /// Which lines are logged, in the syntax of `RUST_LOG`.
    pub log: String,
    /// One JSON object a line, for a log collector; else lines for people.
    pub json: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { collector: None, log: "info".to_owned(), json: false }
    }
}

/// What was started. To be stopped after everything else.
pub struct Telemetry {
    traces: Option<SdkTracerProvider>,
    metrics: SdkMeterProvider,
    registry: Registry,
}

/// Starts it for the process called `name`.
pub fn start(name: &'static str, settings: &Settings) -> anyhow::Result<Telemetry> {
    let resource = Resource::builder().with_service_name(name).build();
    let registry = Registry::new();
    let exporter = opentelemetry_prometheus::exporter().with_registry(registry.clone()).build()?;
    let metrics = SdkMeterProvider::builder().with_reader(exporter).with_resource(resource.clone()).build();
    opentelemetry::global::set_meter_provider(metrics.clone());

    let traces =
        settings.collector.as_deref().map(|collector| to_collector(collector, resource)).transpose()?;
    let to_collector =
        traces.as_ref().map(|traces| tracing_opentelemetry::layer().with_tracer(traces.tracer(name)));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = if settings.json { lines.json().boxed() } else { lines.compact().boxed() };
    // The exporter complains once a second while its collector is away.
    let filter =
        EnvFilter::try_new(format!("{},opentelemetry_sdk=off,opentelemetry_otlp=off", settings.log))?;
    tracing_subscriber::registry().with(filter).with(lines).with(to_collector).try_init()?;
    Ok(Telemetry { traces, metrics, registry })
}

fn to_collector(collector: &str, resource: Resource) -> anyhow::Result<SdkTracerProvider> {
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_endpoint(format!("{}/v1/traces", collector.trim_end_matches('/')))
        .build()?;
    Ok(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build())
}

impl Telemetry {
    /// What has been measured, for `GET /metrics`.
    pub fn metrics(&self) -> impl Fn() -> String + Send + Sync + 'static {
        let registry = self.registry.clone();
        move || {
            let mut text = Vec::new();
            // Fails only for metrics that were registered wrong, which none is.
            let _ = TextEncoder::new().encode(&registry.gather(), &mut text);
            String::from_utf8(text).unwrap_or_default()
        }
    }

    /// Sends what is left. A collector that hangs is given up after some seconds, on a thread of its own.
    pub async fn stop(self) {
        let stopping = tokio::task::spawn_blocking(move || {
            let _ = self.traces.map(|traces| traces.shutdown());
            let _ = self.metrics.shutdown();
        });
        let _ = stopping.await;
    }
}

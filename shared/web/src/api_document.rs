//! What every API document of ours says, whatever the service, as the national REST profile asks for it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use proto::Service;
use serde_json::json;
use utoipa::{
    IntoResponses, PartialSchema,
    openapi::{
        Components, ComponentsBuilder, Contact, ContentBuilder, ExternalDocs, InfoBuilder, LicenseBuilder,
        OpenApi, OpenApiBuilder, Ref, RefOr, Response, ResponseBuilder, ServerBuilder,
        extensions::ExtensionsBuilder,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
        server::ServerVariableBuilder,
    },
};

use crate::{
    Problem, ProblemFault,
    problem::{detail, detail_in_swedish},
};

/// The head of a service's document. `about` says what its addresses are for, in English and in Swedish.
pub fn api_document(service: Service, title: &str, about: &str) -> OpenApi {
    let mut contact = Contact::new();
    contact.name = Some("Utbildningsförvaltningen".to_owned());
    contact.url = Some("https://lyssna.example/om".to_owned());
    contact.email = Some("lyssna@kommun.example".to_owned());
    let info = InfoBuilder::new()
        .title(title)
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(format!("{about}\n\n{EVERYWHERE}")))
        .terms_of_service(Some("https://lyssna.example/om"))
        .contact(Some(contact))
        .license(Some(
            LicenseBuilder::new()
                .name("MIT OR Apache-2.0")
                .url(Some("https://spdx.org/licenses/Apache-2.0.html"))
                .build(),
        ))
        .extensions(Some(ExtensionsBuilder::new().add("x-limitations", LIMITATIONS).build()))
        .build();
    let host = ServerVariableBuilder::new()
        .default_value(format!("{service}.lyssna.example"))
        .description(Some("Each municipality has its own. Varje kommun har sin egen."))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url("https://{host}").parameter("host", host).build()]))
        .external_docs(Some(ExternalDocs::new("https://lyssna.example/om")))
        .components(Some(components()))
        .build()
}

const EVERYWHERE: &str = "Every error is a problem document (RFC 9457). Times are RFC 3339 in UTC. Fields that are not named \
    here are refused.\n\n**Svenska:** Alla fel är problemdokument (RFC 9457). Tider är RFC 3339 i UTC. Fält som inte står här \
    avvisas.";

const LIMITATIONS: &str = "No known faults. A body may have 4 MiB. Inga kända fel. En kropp får ha 4 MiB.";

/// The answers of every address that asks who is calling.
pub struct CallerProblems;

/// The answers of every address that takes a body.
pub struct BodyProblems;

impl IntoResponses for CallerProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            StatusCode::UNAUTHORIZED,
            StatusCode::FORBIDDEN,
            StatusCode::INTERNAL_SERVER_ERROR,
            StatusCode::SERVICE_UNAVAILABLE,
        ])
    }
}

impl IntoResponses for BodyProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            StatusCode::BAD_REQUEST,
            StatusCode::PAYLOAD_TOO_LARGE,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            StatusCode::UNPROCESSABLE_ENTITY,
        ])
    }
}

/// The answers with these statuses, for addresses that have others than the usual ones.
pub fn problems(statuses: &[StatusCode]) -> BTreeMap<String, RefOr<Response>> {
    statuses.iter().map(|status| (status.as_str().to_owned(), problem(*status).into())).collect()
}

fn problem(status: StatusCode) -> Response {
    let mut example = json!({
        "type": format!("urn:lyssna:problem:{}", status.as_u16()),
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "detail": detail(status),
        "instance": "urn:uuid:019a0000-0000-7000-8000-000000000000",
    });
    if status == StatusCode::UNPROCESSABLE_ENTITY {
        example["errors"] = json!([{ "pointer": "/month", "detail": "is not of the right kind" }]);
    }
    let content =
        ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).example(Some(example)).build();
    ResponseBuilder::new()
        .description(format!("{} {}", detail(status), detail_in_swedish(status)))
        .content("application/problem+json", content)
        .build()
}

fn components() -> Components {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some(
            "An access token (`at+jwt`) of the issuer, made for this service and good for a few minutes.\n\n\
             **Svenska:** En åtkomstbiljett från identitetsutfärdaren, gjord för den här tjänsten och giltig några minuter.",
        ))
        .build();
    ComponentsBuilder::new()
        .security_scheme("bearer", SecurityScheme::Http(bearer))
        .schema("Problem", Problem::schema())
        .schema("ProblemFault", ProblemFault::schema())
        .build()
}

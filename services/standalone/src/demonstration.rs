//! The fictional organisation and its cases. The cases come in by the same addresses as real ones.

use std::time::Duration;

use anyhow::Context;
use organisation::{Organisation, Role};
use proto::Service;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Ports,
    identity_provider::{self, DevPerson, Group},
    ports::Place,
};

/// Five units, one whose principal also manages it and one that IVO was not told of, with people in every role.
pub fn organisation() -> Organisation {
    serde_json::from_str(include_str!("../demonstration/organisation.json")).expect("our own file is right")
}

/// The people one can log in as.
pub fn people(organisation: &Organisation) -> Vec<DevPerson> {
    organisation.people.iter().map(|person| dev_person(organisation, person)).collect()
}

fn dev_person(organisation: &Organisation, person: &proto::organisation::Person) -> DevPerson {
    let held = organisation.assignments.iter().filter(|assignment| assignment.person_id == person.id);
    let unit = held.clone().find_map(|assignment| assignment.unit_id);
    let unit = unit.and_then(|id| organisation.units.iter().find(|unit| unit.id == id));
    let names: Vec<_> = held.map(|assignment| role_names(assignment.role)).collect();
    let join = |pick: fn(&(&'static str, &'static str)) -> &'static str, word| {
        names.iter().map(pick).collect::<Vec<_>>().join(word)
    };
    DevPerson {
        id: person.login.clone(),
        name: person.name.clone(),
        role: identity_provider::Role {
            sv: join(|names| names.0, " och "),
            en: join(|names| names.1, " and "),
        },
        group: unit.map_or(Group::CityWide, |unit| Group::Unit(unit.name.clone())),
    }
}

const fn role_names(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Guardian => ("vårdnadshavare", "guardian"),
        Role::Youth => ("ungdom", "youth"),
        Role::Staff => ("fritidsledare", "leisure leader"),
        Role::UnitManager => ("gruppchef", "unit manager"),
        Role::Principal => ("rektor", "principal"),
        Role::SchoolOwnerRepresentative => ("huvudmannarepresentant", "representative of the school owner"),
        Role::LexSarahInvestigator => ("utredare", "investigator"),
        Role::DecisionMaker => ("beslutsfattare", "decision-maker"),
        Role::Registrar => ("registrator", "registrar"),
        Role::ContactCentre => ("kontaktcenter", "contact centre"),
        Role::Archivist => ("arkivarie", "archivist"),
        Role::DataProtectionOfficer => ("dataskyddsombud", "data-protection officer"),
        Role::Administrator => ("systemförvaltare", "administrator"),
    }
}

/// The fictional cases as they were written.
#[derive(Deserialize)]
struct Cases {
    complaints: Vec<Value>,
    reports: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    reporter: String,
    body: Value,
}

/// Sends the fictional cases in. Their repeat keys are fixed, so that a start that was interrupted doubles none.
pub async fn tell_cases(ports: Ports, organisation: &Organisation) -> anyhow::Result<()> {
    let cases = include_str!("../demonstration/cases.json");
    let mut cases: Cases = serde_json::from_str(cases).expect("our own file is right");
    let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(20)).build()?;
    for (number, body) in cases.complaints.iter_mut().enumerate() {
        name_unit(body, organisation);
        let address = ports.url(Place::COMPLAINTS_PUBLIC).join("/api/v1/complaints")?;
        let request =
            http.post(address).header("idempotency-key", format!("demonstration complaint {number}"));
        send(request, body).await.with_context(|| format!("fictional complaint {number}"))?;
    }
    for (number, report) in cases.reports.iter_mut().enumerate() {
        name_unit(&mut report.body, organisation);
        let token = token(&http, ports, &report.reporter, Service::LexSarah).await?;
        let address = ports.url(Place::LEX_SARAH).join("/api/v1/reports")?;
        let key = format!("demonstration report {number}");
        let request = http.post(address).header("idempotency-key", key).bearer_auth(token);
        send(request, &report.body).await.with_context(|| format!("fictional report {number}"))?;
    }
    Ok(())
}

/// The file says a unit's short name; the address wants its id.
fn name_unit(body: &mut Value, organisation: &Organisation) {
    let unit = organisation.units.iter().find(|unit| body["unit_id"] == json!(unit.short_name));
    if let Some(unit) = unit {
        body["unit_id"] = json!(unit.id);
    }
}

async fn token(
    http: &reqwest::Client,
    ports: Ports,
    person: &str,
    service: Service,
) -> anyhow::Result<String> {
    #[derive(Deserialize)]
    struct Answer {
        access_token: String,
    }
    let address = ports.url(Place::IDENTITY_PROVIDER).join("/dev/token")?;
    let form = [("person", person), ("audience", service.name())];
    let answer = http.post(address).form(&form).send().await?.error_for_status()?;
    Ok(answer.json::<Answer>().await?.access_token)
}

async fn send(request: reqwest::RequestBuilder, body: &Value) -> anyhow::Result<()> {
    request.json(body).send().await?.error_for_status()?;
    Ok(())
}

//! The workbench and a case, with few cases and with many: through the router and the real database, without a network.

use std::time::Instant;

use lex_sarah::PART;
use proto::Service;
use serde_json::{Value, json};
use testkit::{Program, Standing, World};

use crate::{
    cases::{self, DECIDER, INVESTIGATOR, REPORTER},
    figures::{Figures, timed},
    made::Names,
};

pub async fn run(few: usize, many: usize) {
    let world = World::of(PART).await;
    let service = world.open(PART).await;
    let case = a_case(&world, &service).await;
    let (mut names, mut filled, mut measured) = (Names::default(), 0, Vec::new());
    for total in [few, many] {
        let begun = Instant::now();
        cases::add(&world, &service, &mut names, filled..total).await;
        println!("from {filled} to {total} cases in {:.0} s", begun.elapsed().as_secs_f64());
        filled = total;
        measured.push(figures(&world, &service, &case).await);
    }
    measured[0].beside(few, &measured[1], many);
}

/// With an inquiry of ten entries.
async fn a_case(world: &World, service: &Standing) -> String {
    let reporter = program(world, service, REPORTER);
    let answer = reporter.post("/api/v1/reports", &json!({ "text": "Grinden stod öppen." })).await;
    let id = answer.expect(201).json["id"].as_str().unwrap().to_owned();
    let investigator = program(world, service, INVESTIGATOR);
    does(&investigator, &id, "take", json!({ "free_of_conflict": true })).await;
    does(&investigator, &id, "start-inquiry", json!({ "plan": "Samtal." })).await;
    for section in 1..=10 {
        let entry = json!({ "section": section, "kind": "fact", "source": "samtal", "text": "Det var så." });
        does(&investigator, &id, "add-entry", entry).await;
    }
    id
}

async fn does(program: &Program, case: &str, verb: &str, body: Value) {
    let tag = program.get(&format!("/api/v1/cases/{case}")).await.expect(200).etag();
    let program = program.clone().header("if-match", tag);
    let _ = program.post(&format!("/api/v1/cases/{case}/{verb}"), &body).await.expect(200);
}

fn program(world: &World, service: &Standing, login: &str) -> Program {
    service.program().bearer(&world.issuer.access_token(login, Service::LexSarah))
}

async fn figures(world: &World, service: &Standing, case: &str) -> Figures {
    const LIST: &str = "/api/v1/cases?limit=50";
    let mut figures = Figures::default();
    for (who, login, page) in [
        ("investigator", INVESTIGATOR, "/arenden"),
        ("decision-maker", DECIDER, "/arenden"),
        ("archivist", "arkivarie", "/arenden"),
        // Has no workbench: what the unit received stands there.
        ("unit manager", "gruppchef-norrglimt", "/"),
    ] {
        let program = program(world, service, login);
        let listed = program.get(LIST).await.expect(200).json["items"].as_array().unwrap().len();
        let times = timed(100, async |_| drop(program.get(LIST).await.expect(200))).await;
        figures.add(format!("{who}: list for programs"), times, listed);
        let mut browser = service.logged_in(&world.issuer, login).await;
        let what = if page == "/" { "start page" } else { "workbench" };
        figures.page(&format!("{who}: {what}"), &mut browser, page).await;
    }
    let mut browser = service.logged_in(&world.issuer, DECIDER).await;
    figures.page("decision-maker: workbench, to decide", &mut browser, "/arenden?turn=to_decide").await;
    let mut browser = service.logged_in(&world.issuer, INVESTIGATOR).await;
    for (what, path) in [
        ("workbench, free to take", "/arenden?turn=free"),
        ("workbench, second page", "/arenden?sida=2"),
        ("a case", &format!("/arenden/{case}")),
    ] {
        figures.page(&format!("investigator: {what}"), &mut browser, path).await;
    }
    figures
}

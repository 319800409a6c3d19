//! Lists, matters and searches with few matters and with many: through the router and the real database, without a network.

use std::time::Instant;

use complaints::STAFF_PART;
use proto::Service;
use testkit::{Browser, Standing, World};

use crate::{
    figures::{Figures, rows, timed},
    made::Names,
    matters::{self, MANAGER},
};

/// Knows of all.
const REGISTRAR: &str = "registrator";

pub async fn run(few: usize, many: usize) {
    let world = World::of(STAFF_PART).await;
    let staff = world.open(STAFF_PART).await;
    let (mut names, mut filled, mut measured) = (Names::default(), 0, Vec::new());
    for total in [few, many] {
        let begun = Instant::now();
        matters::add(&world, &staff, &mut names, filled..total).await;
        println!("from {filled} to {total} matters in {:.0} s", begun.elapsed().as_secs_f64());
        filled = total;
        measured.push(figures(&world, &staff).await);
    }
    measured[0].beside(few, &measured[1], many);
}

async fn figures(world: &World, staff: &Standing) -> Figures {
    let mut figures = Figures::default();
    for (who, login) in [("manager", MANAGER), ("registrar", REGISTRAR)] {
        let mut browser = staff.logged_in(&world.issuer, login).await;
        for (what, path) in [
            ("inbox", "/"),
            ("inbox, clock has passed", "/?clock=passed"),
            ("inbox, in inquiry", "/?state=inquiry"),
            ("inbox, nobody's", "/?whose=nobodys"),
            ("inbox, new from the sender", "/?news=from_sender"),
            ("closed", "/avslutade"),
        ] {
            figures.page(&format!("{who}: {what}"), &mut browser, path).await;
        }
        for (what, fields) in [
            ("search, a state", "state=inquiry"),
            ("search, a state that none is in", "state=measures"),
            ("search, a category in four years", "category=TREATMENT_BY_STAFF&from=2021-01-01&to=2024-12-31"),
        ] {
            searches(&mut figures, &format!("{who}: {what}"), &mut browser, fields).await;
        }
    }
    opened(&mut figures, world, staff).await;
    figures
}

/// A list for programs, the matters in it, and one of them by its number.
async fn opened(figures: &mut Figures, world: &World, staff: &Standing) {
    const LIST: &str = "/api/v1/complaints?limit=100";
    let manager = staff.program().bearer(&world.issuer.access_token(MANAGER, Service::Complaints));
    let list = manager.get(LIST).await.expect(200).json;
    let listed = list["complaints"].as_array().unwrap();
    let times = timed(100, async |_| drop(manager.get(LIST).await.expect(200))).await;
    figures.add("manager: list for programs", times, listed.len());

    let mut browser = staff.logged_in(&world.issuer, MANAGER).await;
    let times = timed(listed.len(), async |round| {
        let id = listed[round]["id"].as_str().unwrap();
        browser.get(&format!("/arenden/{id}")).await;
        assert_eq!(browser.page.status, 200, "{id}");
    });
    figures.add("manager: a matter, opened", times.await, 1);

    let number = listed[listed.len() / 2]["case_number"].as_str().unwrap();
    for (what, fields) in [
        ("a number", format!("number={number}")),
        ("words that stand in many", "words=bussen".to_owned()),
        ("words that stand nowhere", "words=zebra".to_owned()),
    ] {
        searches(figures, &format!("manager: search, {what}"), &mut browser, &fields).await;
    }
}

async fn searches(figures: &mut Figures, what: &str, browser: &mut Browser, fields: &str) {
    browser.get("/sok").await;
    let body = format!("csrf={}&{fields}", browser.page.attribute("input[name=csrf]", "value").unwrap());
    let times = timed(30, async |_| {
        browser.post("/sok", "application/x-www-form-urlencoded", body.clone()).await;
        assert_eq!(browser.page.status, 200, "{fields}");
    });
    let times = times.await;
    figures.add(what, times, rows(browser));
}

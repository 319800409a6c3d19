//! What whoever started it needs to know, on standard output.

use crate::{Ports, identity_provider::DevPerson, identity_provider::Group, ports::Place};

/// One line of progress while it prepares.
pub fn step(what: &str) {
    println!("  {what} …");
}

/// Where everything is and whom one can log in as.
pub fn ready(ports: Ports, people: &[DevPerson]) {
    println!("\nLyssna is ready. Everything here is made up; nothing is for real use.\n");
    let addresses = [
        ("Public complaint form", Place::COMPLAINTS_PUBLIC),
        ("Complaints, for staff", Place::COMPLAINTS_STAFF),
        ("Lex Sarah", Place::LEX_SARAH),
        ("Notifications", Place::NOTIFICATIONS),
        ("Quality and organisation", Place::QUALITY),
        ("Development log-in", Place::IDENTITY_PROVIDER),
        ("Development mailbox", Place::MAILBOX),
    ];
    for (what, place) in addresses {
        println!("  {what:<26}{}", ports.origin(place));
    }
    println!("\nLog in as (one click, no password):\n");
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for person in people {
        let group = match &person.group {
            Group::Unit(name) => name.as_str(),
            Group::CityWide => "The whole city",
        };
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, ids)) => ids.push(&person.id),
            None => groups.push((group, vec![&person.id])),
        }
    }
    for (group, ids) in groups {
        println!("  {group}\n    {}", ids.join("  "));
    }
    println!("\nCtrl-C stops it.");
}

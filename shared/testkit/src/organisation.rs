//! A register for tests: two units and people in every role. Logins read `<role>-<unit>` or `<role>`.

use kernel::{PersonId, UnitId, Uuid};
use proto::organisation::{Assignment, Organisation, Person, Role, Unit};

/// A unit with a manager and a principal.
pub const NORRGLIMT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
/// A unit whose principal is also its manager (rule G.1).
pub const STJARNVRET: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002);
/// A unit that IVO was not told of, so not active.
pub const NATTUGGLAN: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003);

/// Login, name, and the roles held where.
type Entry = (&'static str, &'static str, &'static [(Role, Option<Uuid>)]);

const PEOPLE: [Entry; 20] = [
    ("gruppchef-norrglimt", "Maja Provsson", &[(Role::UnitManager, Some(NORRGLIMT))]),
    ("rektor-norrglimt", "Rut Provsson", &[(Role::Principal, Some(NORRGLIMT))]),
    ("fritidsledare-norrglimt", "Filip Provsson", &[(Role::Staff, Some(NORRGLIMT))]),
    ("vardnadshavare-norrglimt", "Vera Provsson", &[]),
    ("ungdom-norrglimt", "Ulla Provsson", &[(Role::Youth, Some(NORRGLIMT))]),
    (
        "rektor-stjarnvret",
        "Ragnar Provsson",
        &[(Role::Principal, Some(STJARNVRET)), (Role::UnitManager, Some(STJARNVRET))],
    ),
    ("fritidsledare-stjarnvret", "Fia Provsson", &[(Role::Staff, Some(STJARNVRET))]),
    ("gruppchef-nattugglan", "Mona Provsson", &[(Role::UnitManager, Some(NATTUGGLAN))]),
    ("huvudmannarepresentant", "Hugo Provsson", &[(Role::SchoolOwnerRepresentative, None)]),
    ("utredare-1", "Ulf Provsson", &[(Role::LexSarahInvestigator, None)]),
    ("utredare-2", "Unni Provsson", &[(Role::LexSarahInvestigator, None)]),
    ("beslutsfattare", "Bodil Provsson", &[(Role::DecisionMaker, None)]),
    ("registrator", "Rolf Provsson", &[(Role::Registrar, None)]),
    ("arkivarie", "Arne Provsson", &[(Role::Archivist, None)]),
    ("dataskyddsombud", "Doris Provsson", &[(Role::DataProtectionOfficer, None)]),
    ("administrator", "Adam Provsson", &[(Role::Administrator, None)]),
    ("utan-roll", "Nils Provsson", &[]),
    ("kontaktcenter", "Kim Provsson", &[(Role::ContactCentre, None)]),
    ("syskon-norrglimt", "Elis Provsson", &[(Role::Youth, Some(NORRGLIMT))]),
    ("vardnadshavare-syskon", "Sanna Provsson", &[]),
];

/// Guardian, youth, and the day before the youth turns 18: two of them are siblings at one unit.
const GUARDIANS: [(&str, &str, &str); 3] = [
    ("vardnadshavare-norrglimt", "ungdom-norrglimt", "2033-06-13"),
    ("vardnadshavare-syskon", "syskon-norrglimt", "2027-02-28"),
    ("vardnadshavare-syskon", "ungdom-norrglimt", "2033-06-13"),
];

/// The register.
pub fn organisation() -> Organisation {
    let unit = |id, name: &str, short_name: &str, told: Option<&str>| Unit {
        id,
        name: name.into(),
        short_name: short_name.into(),
        ivo_notified_on: told.map(|day| day.parse().unwrap()),
    };
    Organisation {
        units: vec![
            unit(NORRGLIMT, "Norrglimtskolans KTT", "norrglimt", Some("2024-08-12")),
            unit(STJARNVRET, "Stjärnvretens KTT", "stjarnvret", Some("2025-01-07")),
            unit(NATTUGGLAN, "Nattugglans KTT", "nattugglan", None),
        ],
        people: PEOPLE.iter().map(|(login, name, _)| new_person(login, name)).collect(),
        assignments: PEOPLE
            .iter()
            .flat_map(|(login, _, roles)| roles.iter().map(|role| held(login, role)))
            .chain(GUARDIANS.iter().map(guards))
            .collect(),
    }
}

/// The id of the person with this login: the same in every run.
pub fn person(login: &str) -> PersonId {
    let number =
        PEOPLE.iter().position(|(known, ..)| *known == login).unwrap_or_else(|| panic!("nobody is {login}"));
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0001_0000 + number as u128).into()
}

pub fn unit(id: Uuid) -> UnitId {
    id.into()
}

fn new_person(login: &str, name: &str) -> Person {
    let title = login.split('-').next().unwrap();
    Person {
        id: person(login).as_uuid(),
        name: name.into(),
        title: Some(title.into()),
        login: login.into(),
        email: Some(format!("{login}@example.org")),
    }
}

fn held(login: &str, (role, unit_id): &(Role, Option<Uuid>)) -> Assignment {
    Assignment {
        person_id: person(login).as_uuid(),
        role: *role,
        unit_id: *unit_id,
        youth_id: None,
        from: "2026-01-01".parse().unwrap(),
        to: None,
    }
}

fn guards((guardian, youth, last_day): &(&str, &str, &str)) -> Assignment {
    Assignment {
        youth_id: Some(person(youth).as_uuid()),
        to: Some(last_day.parse().unwrap()),
        ..held(guardian, &(Role::Guardian, Some(NORRGLIMT)))
    }
}

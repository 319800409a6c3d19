//! Who is responsible for what today (H14), and where nobody is.

use chrono::NaiveDate;
use kernel::{UnitId, Uuid};
use organisation::{Register, Role};

/// Somebody who has a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub name: String,
    pub title: Option<String>,
    pub since: NaiveDate,
    /// The last day, if it is known.
    pub until: Option<NaiveDate>,
}

/// A role and who has it. Nobody: a fault that stops whatever is routed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub role: Role,
    pub holders: Vec<Holder>,
}

/// A unit and the people responsible for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
    /// The day IVO was told of it (LSS 23 §). None: it is not active (H16).
    pub ivo_notified_on: Option<NaiveDate>,
    pub posts: Vec<Post>,
}

const OF_A_UNIT: [Role; 2] = [Role::UnitManager, Role::Principal];

const OF_THE_CITY: [Role; 7] = [
    Role::SchoolOwnerRepresentative,
    Role::LexSarahInvestigator,
    Role::DecisionMaker,
    Role::Registrar,
    Role::Archivist,
    Role::DataProtectionOfficer,
    Role::Administrator,
];

/// The units by name.
pub fn units(register: &Register, day: NaiveDate) -> Vec<Unit> {
    let mut units: Vec<Unit> = register
        .organisation()
        .units
        .iter()
        .map(|unit| Unit {
            id: unit.id.into(),
            name: unit.name.clone(),
            ivo_notified_on: unit.ivo_notified_on,
            posts: OF_A_UNIT.map(|role| post(register, role, Some(unit.id), day)).into(),
        })
        .collect();
    units.sort_by(|a, b| a.name.cmp(&b.name));
    units
}

/// What is somebody's for the whole city.
pub fn city(register: &Register, day: NaiveDate) -> Vec<Post> {
    OF_THE_CITY.map(|role| post(register, role, None, day)).into()
}

fn post(register: &Register, role: Role, unit: Option<Uuid>, day: NaiveDate) -> Post {
    let mut holders: Vec<Holder> = register
        .organisation()
        .assignments
        .iter()
        .filter(|a| a.role == role && a.unit_id == unit)
        .filter(|a| a.from <= day && a.to.is_none_or(|last| day <= last))
        .filter_map(|a| {
            let person = register.person(a.person_id.into())?;
            let (name, title) = (person.name.clone(), person.title.clone());
            Some(Holder { name, title, since: a.from, until: a.to })
        })
        .collect();
    holders.sort_by(|a, b| a.name.cmp(&b.name));
    Post { role, holders }
}

#[cfg(test)]
mod tests {
    use testkit::organisation::organisation;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn holders(post: &Post) -> Vec<&str> {
        post.holders.iter().map(|holder| holder.name.as_str()).collect()
    }

    #[test]
    fn a_unit_has_a_manager_and_a_principal_or_a_fault() {
        let register = Register::new(organisation());
        let units = units(&register, day("2026-11-21"));
        let names: Vec<_> = units.iter().map(|unit| unit.name.as_str()).collect();
        assert_eq!(names, ["Nattugglans KTT", "Norrglimtskolans KTT", "Stjärnvretens KTT"]);
        assert_eq!(units[0].ivo_notified_on, None);
        assert_eq!(holders(&units[0].posts[0]), ["Mona Provsson"]);
        assert_eq!(holders(&units[0].posts[1]), [""; 0], "nobody is principal there");
        assert_eq!(holders(&units[1].posts[1]), ["Rut Provsson"]);
    }

    #[test]
    fn who_has_left_or_not_yet_come_is_not_responsible() {
        let mut changed = organisation();
        changed.assignments[0].to = Some(day("2026-11-20"));
        let mut next = changed.assignments[0].clone();
        (next.from, next.to) = (day("2026-12-01"), None);
        changed.assignments.push(next);
        let register = Register::new(changed);
        let manager_on = |on| units(&register, day(on))[1].posts[0].holders.len();
        assert_eq!(["2026-11-20", "2026-11-21", "2026-12-01"].map(manager_on), [1, 0, 1]);
    }

    #[test]
    fn every_role_for_the_city_is_looked_for() {
        let posts = city(&Register::new(organisation()), day("2026-11-21"));
        assert!(posts.iter().all(|post| !post.holders.is_empty()));
        assert!(city(&Register::default(), day("2026-11-21")).iter().all(|post| post.holders.is_empty()));
    }
}

//! The made-up people one can log in as, in the groups in which the page shows them.

/// A made-up person. The id is readable, is what the button sends, and is both `sub` and `preferred_username`.
#[derive(Clone, Debug)]
pub struct DevPerson {
    pub id: String,
    pub name: String,
    pub role: Role,
    pub group: Group,
}

/// What the person does, in both languages of the page.
#[derive(Clone, Debug)]
pub struct Role {
    pub sv: String,
    pub en: String,
}

/// Where the person belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    Unit(String),
    CityWide,
}

/// The people of one group, in the order in which they were given.
pub(super) struct Together<'a> {
    pub group: &'a Group,
    pub people: Vec<&'a DevPerson>,
}

/// Units in the order in which they first come, those who work for the whole city last.
pub(super) fn by_group(people: &[DevPerson]) -> Vec<Together<'_>> {
    let mut groups: Vec<Together> = Vec::new();
    for person in people {
        match groups.iter_mut().find(|known| *known.group == person.group) {
            Some(known) => known.people.push(person),
            None => groups.push(Together { group: &person.group, people: vec![person] }),
        }
    }
    groups.sort_by_key(|known| *known.group == Group::CityWide);
    groups
}

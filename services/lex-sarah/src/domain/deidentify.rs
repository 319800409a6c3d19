//! What in an entry could tell who somebody is (law A.8). It finds what it can and proposes a code; a person answers.

use super::{
    Entry, EntryId, Section, Signature, code::coded, hints, key_list::Key, names, numbers, small_group,
};

coded!(
    /// What it looks like.
    Trait {
        PersonNumber = "person_number",
        Phone = "phone",
        Email = "email",
        Address = "address",
        ReportersName = "reporters_name",
        /// Somebody in the key list.
        KnownName = "known_name",
        /// Somebody whom the register has at the unit.
        ColleaguesName = "colleagues_name",
        /// A name that nobody here knows.
        LikelyName = "likely_name",
        /// Age, sex, need, unit and day as far as they single somebody out: among ten or fifteen youths few are enough.
        SmallGroup = "small_group",
    }
);

impl Trait {
    /// A name is the same question whether the key list has been opened or not: what was answered stays answered.
    pub fn is_like(self, other: Self) -> bool {
        let is_name = |each| matches!(each, Self::KnownName | Self::LikelyName);
        self == other || (is_name(self) && is_name(other))
    }
}

/// The names that are known here.
pub struct Names {
    /// None: whose report it is, is not for the writer to know.
    pub reporter: Option<Signature>,
    pub keys: Vec<Key>,
    /// Whether the writer has just looked in the key list. Who has not is told of a name that stands in it no more than that it is one,
    /// and never its code.
    pub has_looked: bool,
    /// Those whom the register has at the unit, or who receive its reports, each with what could stand instead.
    pub people: Vec<(String, String)>,
    pub unit: String,
    /// Units and authorities: two words of theirs are no name of a person.
    pub places: Vec<String>,
}

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Entry {
        id: EntryId,
        section: Section,
        /// Whether it stands in the source and not in the text.
        in_source: bool,
    },
    /// In a field of what is being filled in.
    Field(&'static str),
}

/// Something in a text that somebody must answer before it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    pub place: Place,
    pub looks_like: Trait,
    /// Characters before it.
    pub at: usize,
    /// As it stands: shown to the one who wrote it, and nowhere else.
    pub before: String,
    pub found: String,
    pub after: String,
    /// What could stand there instead.
    pub proposed: String,
}

/// What was found in a text: a slice of it, and what could stand there instead.
pub type Hit<'t> = (Trait, &'t str, String);

impl std::fmt::Debug for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Finding({:?} in {:?})", self.looks_like, self.place)
    }
}

/// Everything there is to look at in an entry, its source included, in the order it stands.
pub fn look(entry: &Entry, names: &Names) -> Vec<Finding> {
    let place = |in_source| Place::Entry { id: entry.id, section: entry.section, in_source };
    let source = entry.source.as_ref().and_then(|source| source.named.as_deref());
    let in_source = source.map(|source| look_in(place(true), source, names)).unwrap_or_default();
    [look_in(place(false), &entry.text, names), in_source].concat()
}

/// Everything there is to look at in a field of what is being filled in.
pub fn look_in_field(field: &'static str, text: &str, names: &Names) -> Vec<Finding> {
    look_in(Place::Field(field), text, names)
}

fn look_in(at: Place, text: &str, names: &Names) -> Vec<Finding> {
    hits(text, names).into_iter().map(|hit| finding(at, text, hit)).collect()
}

fn hits<'t>(text: &'t str, names: &Names) -> Vec<Hit<'t>> {
    let mut hits = numbers::find(text);
    hits.extend(hints::email_addresses(text));
    hits.extend(hints::addresses(text));
    hits.extend(hints::small_groups(text, &names.unit));
    hits.extend(small_group::without_age(text, &names.unit));
    let beside = hits.clone();
    let is_within = |(_, found, _): &Hit| beside.iter().any(|(_, other, _)| overlap(found, other));
    hits.extend(names_in(text, names).into_iter().filter(|hit| !is_within(hit)));
    hits.sort_by_key(|(_, found, _)| place(text, found));
    hits
}

/// Where two names share words the longer one stands, and of two as long the one that says most. A name that nobody knows
/// gives its words to one that somebody does.
fn names_in<'t>(text: &'t str, names: &Names) -> Vec<Hit<'t>> {
    let of_keys = names.keys.iter().map(|key| {
        if names.has_looked {
            (Trait::KnownName, &key.name, key.code.as_str())
        } else {
            (Trait::LikelyName, &key.name, SOMEBODY)
        }
    });
    let reporter = names.reporter.iter();
    let reporter = reporter.map(|reporter| (Trait::ReportersName, &reporter.name, "den som rapporterade"));
    let of_people =
        names.people.iter().map(|(name, instead)| (Trait::ColleaguesName, name, instead.as_str()));
    let known = of_keys.chain(reporter).chain(of_people).flat_map(|(looks_like, name, instead)| {
        hints::name(text, name).into_iter().map(move |found| (looks_like, found, instead.to_owned()))
    });
    let mut known: Vec<Hit> = known.collect();
    // A colleague is told as one, so that nothing shows whether they are in a list that is shut.
    known.sort_by_key(|(looks_like, found, _)| {
        (std::cmp::Reverse(found.len()), *looks_like == Trait::LikelyName)
    });
    let mut hits: Vec<Hit> = Vec::new();
    for hit in known {
        if !hits.iter().any(|(_, found, _)| overlap(found, hit.1)) {
            hits.push(hit);
        }
    }
    let places: Vec<&str> = names.places.iter().map(String::as_str).chain([names.unit.as_str()]).collect();
    for likely in names::likely(text, &places) {
        match hits.iter_mut().find(|(_, found, _)| overlap(found, likely)) {
            Some((_, found, _)) => *found = both(text, found, likely),
            None => hits.push((Trait::LikelyName, likely, SOMEBODY.to_owned())),
        }
    }
    hits
}

/// What stands instead of a name whose code nobody has looked up.
const SOMEBODY: &str = "[namn]";

/// Whether two slices of the same text share a letter.
fn overlap(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes().as_ptr_range(), other.as_bytes().as_ptr_range());
    one.start < other.end && other.start < one.end
}

/// From where the first of two slices begins to where the last ends.
fn both<'t>(text: &'t str, one: &str, other: &str) -> &'t str {
    let (one, other) = (
        place(text, one)..place(text, one) + one.len(),
        place(text, other)..place(text, other) + other.len(),
    );
    &text[one.start.min(other.start)..one.end.max(other.end)]
}

/// Whether a text that everybody reads has a number, an address or the whole name of somebody in it.
pub fn tells_who(text: &str, names: &[String]) -> bool {
    let whole = |name: &String| hints::name(text, name).iter().any(|found| found.contains(' '));
    !numbers::find(text).is_empty()
        || hints::email_addresses(text).next().is_some()
        || !hints::addresses(text).is_empty()
        || names.iter().any(whole)
}

/// Where a slice of a text stands in it.
fn place(text: &str, slice: &str) -> usize {
    slice.as_ptr() as usize - text.as_ptr() as usize
}

fn finding(stands: Place, text: &str, (looks_like, found, proposed): Hit) -> Finding {
    let at = place(text, found);
    Finding {
        place: stands,
        looks_like,
        at: text[..at].chars().count(),
        before: last(&text[..at], AROUND),
        found: found.to_owned(),
        after: text[at + found.len()..].chars().take(AROUND).collect(),
        proposed,
    }
}

/// Characters shown on either side.
const AROUND: usize = 50;

fn last(text: &str, most: usize) -> String {
    let skipped = text.chars().count().saturating_sub(most);
    text.chars().skip(skipped).collect()
}

impl Finding {
    /// The text with the proposal in the place of what was found. Unchanged, when something else stands there by now.
    pub fn replaced(&self, text: &str) -> String {
        let at = text.char_indices().nth(self.at).map_or(text.len(), |(at, _)| at);
        match text[at..].strip_prefix(self.found.as_str()) {
            Some(after) => format!("{}{}{after}", &text[..at], self.proposed),
            None => text.to_owned(),
        }
    }
}

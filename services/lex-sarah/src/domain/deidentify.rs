//! What in an entry could tell who somebody is (law A.8). It finds what it can and proposes a code; a person answers.

use super::{Entry, EntryId, Section, Signature, code::coded, hints, key_list::Key, numbers};

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
        /// Age with sex, unit or day: among ten or fifteen youths that is often one.
        SmallGroup = "small_group",
    }
);

/// The people whose names are known here.
pub struct Names<'a> {
    pub reporter: &'a Signature,
    pub keys: &'a [Key],
    pub unit: &'a str,
}

/// Something in an entry that somebody must look at before the inquiry is complete.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    pub entry: EntryId,
    pub section: Section,
    pub looks_like: Trait,
    /// Whether it stands in the source and not in the text.
    pub in_source: bool,
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
        write!(f, "Finding({:?} in {})", self.looks_like, self.entry)
    }
}

/// Everything there is to look at in an entry, its source included, in the order it stands.
pub fn look(entry: &Entry, names: &Names) -> Vec<Finding> {
    let texts = [
        (false, Some(entry.text.as_str())),
        (true, entry.source.as_ref().and_then(|source| source.named.as_deref())),
    ];
    let texts = texts.into_iter().filter_map(|(in_source, text)| text.map(|text| (in_source, text)));
    texts
        .flat_map(|(in_source, text)| {
            hits(text, names).into_iter().map(move |hit| finding(entry, in_source, text, hit))
        })
        .collect()
}

fn hits<'t>(text: &'t str, names: &Names) -> Vec<Hit<'t>> {
    let mut hits = numbers::find(text);
    hits.extend(hints::email_addresses(text));
    hits.extend(hints::addresses(text));
    hits.extend(hints::small_groups(text, names.unit));
    let reporter = hints::name(text, &names.reporter.name).into_iter();
    hits.extend(reporter.map(|found| (Trait::ReportersName, found, "den som rapporterade".to_owned())));
    for key in names.keys {
        let known = hints::name(text, &key.name).into_iter();
        hits.extend(known.map(|found| (Trait::KnownName, found, key.code.clone())));
    }
    hits.sort_by_key(|(_, found, _)| place(text, found));
    hits
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

fn finding(entry: &Entry, in_source: bool, text: &str, (looks_like, found, proposed): Hit) -> Finding {
    let at = place(text, found);
    Finding {
        entry: entry.id,
        section: entry.section,
        looks_like,
        in_source,
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
    /// The text with the proposal in the place of what was found.
    pub fn replaced(&self, text: &str) -> String {
        let whole = format!("{}{}{}", self.before, self.found, self.after);
        let instead = format!("{}{}{}", self.before, self.proposed, self.after);
        text.replacen(&whole, &instead, 1)
    }
}

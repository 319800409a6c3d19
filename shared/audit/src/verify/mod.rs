//! Whether the traces are those that were sealed: which was changed, removed, added or moved, by whomever. Pure: what the
//! database holds is looked at, nothing is asked.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt,
    ops::Bound,
};

use chrono::TimeDelta;
use kernel::Uuid;
use proto::Service;
use vault::CheckingKey;

use crate::{
    Evidence, Head,
    evidence::{Found, Link},
    seal,
};

/// How long a deed's transaction may take: a trace that says it is older than this when it is sealed was added afterwards.
const SLACK: TimeDelta = TimeDelta::minutes(10);

/// How many places are tried to find out where traces were moved: some minutes' work. Where more is wrong than that, they count
/// as changed.
const MOST_TRIED: usize = 1_000_000;

/// Something that is not as it was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    Changed {
        row: Uuid,
        place: i64,
    },
    /// The row is known as long as its place in the chain is still there.
    Removed {
        row: Option<Uuid>,
        place: i64,
    },
    Moved {
        row: Uuid,
        from: i64,
        to: i64,
    },
    /// It was not there when those around it were sealed.
    Added {
        row: Uuid,
    },
    /// A batch that is not the one that was closed.
    HeadChanged {
        number: i64,
    },
    HeadRemoved {
        number: i64,
    },
}

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// In order; empty when everything is as it was.
    pub findings: Vec<Finding>,
    pub sealed: usize,
    /// Traces that are too new to have been sealed.
    pub not_yet_sealed: usize,
}

impl Evidence {
    /// Compares everything with what `service` has signed, and with heads that somebody else has kept.
    pub fn verify(&self, service: Service, keys: &[CheckingKey], kept: &[Head]) -> Report {
        let look = Look {
            evidence: self,
            service,
            keys,
            found: self.traces.iter().map(|found| (found.row, found)).collect(),
        };
        let mut findings = look.links();
        findings.extend(look.heads(kept, &findings));
        let (added, not_yet_sealed) = look.unsealed();
        findings.extend(added);
        findings.extend(look.added_afterwards());
        Report { findings: findings.into_iter().collect(), sealed: self.links.len(), not_yet_sealed }
    }
}

struct Look<'a> {
    evidence: &'a Evidence,
    service: Service,
    keys: &'a [CheckingKey],
    found: HashMap<Uuid, &'a Found>,
}

impl<'a> Look<'a> {
    /// Each place: whether its trace is there, and is the one that was signed there.
    fn links(&self) -> BTreeSet<Finding> {
        let mut missing: BTreeSet<i64> = (1..=self.last_signed_place()).collect();
        let last = self.last_closed_place();
        let (mut findings, mut doubtful) = (BTreeSet::new(), Vec::new());
        for link in &self.evidence.links {
            missing.remove(&link.place);
            match self.found.get(&link.row) {
                None => _ = findings.insert(Finding::Removed { row: Some(link.row), place: link.place }),
                Some(found) if self.was_signed(link.place, found, &link.signature) => {}
                Some(found) => doubtful.push((link, *found)),
            }
        }
        // Where does each doubtful trace come from? Its place was given to another, or it took its signature along.
        let gone = missing.iter().map(|place| (*place, None));
        let given_away = doubtful.iter().map(|(link, _)| (link.place, Some(&link.signature)));
        let mut places: Vec<(i64, Option<&Vec<u8>>)> = given_away.chain(gone).collect();
        if doubtful.len().saturating_mul(places.len()) > MOST_TRIED {
            places.clear();
        }
        for (link, found) in doubtful {
            let from = places.iter().find(|(place, signature)| {
                let signatures = signature.iter().copied().chain([&link.signature]);
                signatures.into_iter().any(|signature| self.was_signed(*place, found, signature))
            });
            findings.insert(match from {
                Some((from, _)) => {
                    missing.remove(from);
                    Finding::Moved { row: link.row, from: *from, to: link.place }
                }
                None if link.place > last => Finding::Added { row: link.row },
                None => Finding::Changed { row: link.row, place: link.place },
            });
        }
        findings.extend(missing.into_iter().map(|place| Finding::Removed { row: None, place }));
        findings
    }

    /// Each batch: whether it is the one that was closed, and whether none is missing.
    fn heads(&self, kept: &[Head], known: &BTreeSet<Finding>) -> Vec<Finding> {
        let heads: BTreeMap<i64, &Head> =
            self.evidence.heads.iter().map(|head| (head.number, head)).collect();
        let kept: BTreeMap<i64, &Head> = kept.iter().map(|head| (head.number, head)).collect();
        let signed = heads.values().chain(kept.values()).filter(|head| self.signed(head));
        let (mut last, closed) =
            signed.fold((0, 0), |(number, place), head| (head.number.max(number), head.place.max(place)));
        if self.last_signed_place() > closed {
            // Places are written together with the head that closes them: it is gone.
            last += 1;
        }
        let chain = self.chain();
        // What is wrong inside a batch is named already; its hash cannot be right then, and says nothing new.
        let named: BTreeSet<i64> = known.iter().flat_map(Finding::places).collect();
        let is_as_closed = |head: &Head| {
            let before = heads.range(..head.number).next_back().map_or(0, |(_, before)| before.place);
            let explained = named.range(above(before, head.place)).next().is_some();
            let is_kept = kept.get(&head.number).is_none_or(|kept| *kept == head);
            let holds = explained || chain.get(&head.number).is_some_and(|hash| *hash == head.hash);
            self.signed(head) && is_kept && holds
        };
        let removed = (1..=last).filter(|number| !heads.contains_key(number));
        let changed = heads.values().filter(|head| !is_as_closed(head));
        removed
            .map(|number| Finding::HeadRemoved { number })
            .chain(changed.map(|head| Finding::HeadChanged { number: head.number }))
            .collect()
    }

    /// The hash that each batch should have, by what is there now.
    fn chain(&self) -> HashMap<i64, Vec<u8>> {
        let links = self.evidence.links.iter();
        let digests: BTreeMap<i64, &Found> =
            links.filter_map(|link| Some((link.place, *self.found.get(&link.row)?))).collect();
        let (mut hashes, mut hash, mut from) = (HashMap::new(), Vec::new(), 0);
        for head in &self.evidence.heads {
            let batch = digests.range(above(from, head.place));
            let end = batch.fold(hash.clone(), |hash, (_, found)| seal::chained(&hash, &found.digest));
            hashes.insert(head.number, end);
            if self.signed(head) {
                // One batch's fault is not its followers'.
                (hash, from) = (head.hash.clone(), head.place);
            }
        }
        hashes
    }

    /// What has no place though it is older than the last seal, and how many are simply new.
    fn unsealed(&self) -> (Vec<Finding>, usize) {
        let sealed: HashSet<Uuid> = self.evidence.links.iter().map(|link| link.row).collect();
        let last = self.signed_heads().last().map(|head| head.closed_at - SLACK);
        let unsealed = self.evidence.traces.iter().filter(|found| !sealed.contains(&found.row));
        let (late, new): (Vec<&Found>, Vec<_>) =
            unsealed.partition(|found| last.is_some_and(|last| found.at < last));
        (late.iter().map(|found| Finding::Added { row: found.row }).collect(), new.len())
    }

    /// What was sealed in a batch, and says that it is older than the batch before.
    fn added_afterwards(&self) -> Vec<Finding> {
        let heads: Vec<&Head> = self.signed_heads().collect();
        let is_late = |link: &&Link| {
            let batch = heads.partition_point(|head| head.place < link.place);
            let before = batch.checked_sub(1).and_then(|before| heads.get(before));
            before.zip(self.found.get(&link.row)).is_some_and(|(before, found)| {
                let late = found.at < before.closed_at - SLACK;
                late && self.was_signed(link.place, found, &link.signature)
            })
        };
        let late = self.evidence.links.iter().filter(is_late);
        late.map(|link| Finding::Added { row: link.row }).collect()
    }

    fn signed_heads(&self) -> impl Iterator<Item = &'a Head> {
        self.evidence.heads.iter().filter(|head| self.signed(head))
    }

    fn was_signed(&self, place: i64, found: &Found, signature: &[u8]) -> bool {
        let what = seal::link(self.service, place, &found.digest);
        self.keys.iter().any(|key| key.has_signed(&what, signature))
    }

    fn signed(&self, head: &Head) -> bool {
        head.is_signed(self.service, self.keys)
    }

    /// The last place that the service is known to have given.
    fn last_signed_place(&self) -> i64 {
        let is_signed = |link: &&Link| {
            let found = self.found.get(&link.row);
            found.is_some_and(|found| self.was_signed(link.place, found, &link.signature))
        };
        let last = self.evidence.links.iter().rev().find(is_signed).map_or(0, |link| link.place);
        last.max(self.last_closed_place())
    }

    fn last_closed_place(&self) -> i64 {
        self.signed_heads().map(|head| head.place).max().unwrap_or_default()
    }
}

/// Places after `from` up to `to`.
fn above(from: i64, to: i64) -> (Bound<i64>, Bound<i64>) {
    (Bound::Excluded(from), Bound::Included(to.max(from)))
}

impl Head {
    /// Whether the service has signed it.
    pub fn is_signed(&self, service: Service, keys: &[CheckingKey]) -> bool {
        let what = seal::head(service, self.number, self.place, &self.hash, self.closed_at);
        keys.iter().any(|key| key.has_signed(&what, &self.signature))
    }
}

impl Finding {
    /// The places it is about.
    fn places(&self) -> Vec<i64> {
        match self {
            Self::Changed { place, .. } | Self::Removed { place, .. } => vec![*place],
            Self::Moved { from, to, .. } => vec![*from, *to],
            Self::Added { .. } | Self::HeadChanged { .. } | Self::HeadRemoved { .. } => Vec::new(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { row, place } => write!(f, "changed: trace {row} at place {place}"),
            Self::Removed { row: Some(row), place } => write!(f, "removed: trace {row} at place {place}"),
            Self::Removed { row: None, place } => write!(f, "removed: the trace at place {place}"),
            Self::Moved { row, from, to } => write!(f, "moved: trace {row} from place {from} to {to}"),
            Self::Added { row } => write!(f, "added afterwards: trace {row}"),
            Self::HeadChanged { number } => write!(f, "changed: the seal of batch {number}"),
            Self::HeadRemoved { number } => write!(f, "removed: the seal of batch {number}"),
        }
    }
}

#[cfg(test)]
mod tests;

//! Whatever is done to the traces by whoever can write to every table, but has no key, is named to the row.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta};
use kernel::{Timestamp, Uuid};
use proptest::{prelude::*, sample::Index};
use proto::Service::{Complaints, LexSarah};
use vault::{CheckingKey, KeyRing, SigningKey};

use super::*;
use crate::{
    entity::trace,
    evidence::{Found, Link},
    sealer::End,
};

const BEGUN: Timestamp = DateTime::UNIX_EPOCH;

fn key() -> SigningKey {
    let folder = tempfile::tempdir().unwrap();
    KeyRing::create(&folder.path().join("opening.key")).unwrap().signing_key(crate::PURPOSE)
}

/// The trace in this place: one a minute.
fn trace(place: i64) -> trace::Model {
    trace::Model {
        id: Uuid::from_u128(u128::from(place.unsigned_abs()) << 80),
        at: BEGUN + TimeDelta::minutes(place),
        actor_kind: "person".to_owned(),
        person_id: Some(Uuid::from_u128(7)),
        action: "read".to_owned(),
        case_id: Uuid::from_u128(8),
        part_id: None,
    }
}

fn found(row: &trace::Model) -> Found {
    Found { row: row.id, at: row.at, digest: seal::digest(row) }
}

/// Batches of these sizes, each sealed when its last trace was made.
fn sealed(key: &SigningKey, batches: &[usize]) -> Evidence {
    let (mut evidence, mut end, mut place) = (Evidence::default(), End::BEGINNING, 0);
    for size in batches {
        let rows: Vec<_> = (0..*size)
            .map(|_| {
                place += 1;
                trace(place)
            })
            .collect();
        let batch = end.close(Complaints, key, &rows, BEGUN + TimeDelta::minutes(place));
        evidence.traces.extend(rows.iter().map(found));
        evidence.links.extend(batch.links.into_iter().map(|link| Link {
            place: link.place,
            row: link.audit_id,
            signature: link.signature,
        }));
        end = End { number: batch.head.number, place: batch.head.place, hash: batch.head.hash.clone() };
        evidence.heads.push(Head::from(batch.head));
    }
    evidence
}

fn findings(evidence: &Evidence, key: &SigningKey, kept: &[Head]) -> Vec<Finding> {
    evidence.verify(Complaints, &[key.checking_key().clone()], kept).findings
}

/// What somebody does to one trace, or to two.
#[derive(Debug, Clone, Copy)]
enum Tampering {
    Change,
    Remove,
    RemoveWithItsPlace,
    Swap,
    Add,
}

impl Tampering {
    /// Does it to the traces in these places, and tells what must be found.
    fn apply(self, evidence: &mut Evidence, here: i64, there: i64) -> Vec<Finding> {
        let row = |place| trace(place).id;
        match self {
            Self::Change => {
                let changed = trace::Model { person_id: Some(Uuid::from_u128(9)), ..trace(here) };
                let at = evidence.traces.iter().position(|found| found.row == changed.id).unwrap();
                evidence.traces[at] = found(&changed);
                vec![Finding::Changed { row: changed.id, place: here }]
            }
            Self::Remove => {
                evidence.traces.retain(|found| found.row != row(here));
                vec![Finding::Removed { row: Some(row(here)), place: here }]
            }
            Self::RemoveWithItsPlace => {
                evidence.traces.retain(|found| found.row != row(here));
                evidence.links.retain(|link| link.place != here);
                vec![Finding::Removed { row: None, place: here }]
            }
            Self::Swap => {
                for link in &mut evidence.links {
                    link.row = match link.place {
                        place if place == here => row(there),
                        place if place == there => row(here),
                        _ => continue,
                    };
                }
                vec![
                    Finding::Moved { row: row(here), from: here, to: there },
                    Finding::Moved { row: row(there), from: there, to: here },
                ]
            }
            Self::Add => {
                // Made to look as if it stood between two others long ago.
                let id = Uuid::from_u128(row(here).as_u128() + 1);
                evidence.traces.push(found(&trace::Model {
                    id,
                    at: BEGUN - TimeDelta::days(1),
                    ..trace(here)
                }));
                evidence.traces.sort_by_key(|found| found.row);
                vec![Finding::Added { row: id }]
            }
        }
    }
}

fn tampering() -> impl Strategy<Value = Tampering> {
    use Tampering::{Add, Change, Remove, RemoveWithItsPlace, Swap};
    prop::sample::select(vec![Change, Remove, RemoveWithItsPlace, Swap, Add])
}

proptest! {
    #[test]
    fn what_nobody_touched_is_as_it_was(batches in prop::collection::vec(1..20_usize, 1..6)) {
        let key = key();
        let evidence = sealed(&key, &batches);
        let report = evidence.verify(Complaints, &[key.checking_key().clone()], &evidence.heads);
        prop_assert_eq!(report.findings, []);
        prop_assert_eq!((report.sealed, report.not_yet_sealed), (batches.iter().sum(), 0));
    }

    #[test]
    fn whatever_was_done_is_named_and_nothing_else(
        batches in prop::collection::vec(1..12_usize, 1..6),
        deeds in prop::collection::vec((tampering(), any::<Index>(), any::<Index>()), 1..6),
    ) {
        let key = key();
        let mut evidence = sealed(&key, &batches);
        // Each trace suffers once, so that it is clear what must be found.
        let mut untouched: Vec<i64> = evidence.links.iter().map(|link| link.place).collect();
        let mut expected = BTreeSet::new();
        for (deed, here, there) in deeds {
            if untouched.len() < 2 {
                break;
            }
            let here = untouched.remove(here.index(untouched.len()));
            let there = if matches!(deed, Tampering::Swap) { untouched.remove(there.index(untouched.len())) } else { here };
            expected.extend(deed.apply(&mut evidence, here, there));
        }
        prop_assert_eq!(findings(&evidence, &key, &[]), expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn what_was_cut_off_is_known_by_heads_kept_elsewhere(batches in prop::collection::vec(1..12_usize, 2..6), cut in any::<Index>()) {
        let key = key();
        let mut evidence = sealed(&key, &batches);
        let kept = evidence.heads.clone();
        let left = cut.index(batches.len());
        evidence.heads.truncate(left);
        let last = evidence.heads.last().map_or(0, |head| head.place);
        evidence.links.retain(|link| link.place <= last);
        evidence.traces.retain(|found| found.row <= trace(last).id);
        prop_assert_eq!(findings(&evidence, &key, &[]), [], "nobody who looks at the database alone can know");
        let gone: Vec<_> = kept[left..].iter().map(|head| Finding::HeadRemoved { number: head.number }).collect();
        prop_assert_eq!(findings(&evidence, &key, &kept), gone);
    }
}

#[test]
fn every_column_of_a_trace_is_sealed() {
    let (one, other) = (trace(1), Uuid::from_u128(9));
    let changed = [
        trace::Model { id: other, ..one.clone() },
        trace::Model { at: one.at + TimeDelta::microseconds(1), ..one.clone() },
        trace::Model { actor_kind: "system".to_owned(), ..one.clone() },
        trace::Model { person_id: None, ..one.clone() },
        trace::Model { action: "reader".to_owned(), ..one.clone() },
        trace::Model { case_id: other, ..one.clone() },
        trace::Model { part_id: Some(other), ..one.clone() },
        // What moves from one column to its neighbour is another trace.
        trace::Model { actor_kind: "persons".to_owned(), action: "ead".to_owned(), ..one.clone() },
    ];
    let digests: BTreeSet<_> = changed.iter().chain([&one]).map(seal::digest).collect();
    assert_eq!(digests.len(), changed.len() + 1);
}

#[test]
fn a_trace_that_was_given_a_place_by_somebody_else_was_added() {
    let (key, forger) = (key(), key());
    let mut evidence = sealed(&key, &[3]);
    let end = End { number: 1, place: 3, hash: evidence.heads[0].hash.clone() };
    let batch = end.close(Complaints, &forger, &[trace(4)], BEGUN + TimeDelta::minutes(4));
    evidence.traces.push(found(&trace(4)));
    evidence.links.push(Link { place: 4, row: trace(4).id, signature: batch.links[0].signature.clone() });
    evidence.heads.push(Head::from(batch.head));
    let expected = [Finding::Added { row: trace(4).id }, Finding::HeadChanged { number: 2 }];
    assert_eq!(findings(&evidence, &key, &[]), expected);
}

#[test]
fn a_trace_that_was_sealed_long_after_it_says_it_was_made_was_added_afterwards() {
    let key = key();
    let mut evidence = sealed(&key, &[30]);
    let late = trace::Model { id: Uuid::from_u128(31 << 80), ..trace(5) };
    let end = End { number: 1, place: 30, hash: evidence.heads[0].hash.clone() };
    let batch = end.close(Complaints, &key, std::slice::from_ref(&late), BEGUN + TimeDelta::minutes(31));
    evidence.traces.push(found(&late));
    evidence.links.push(Link { place: 31, row: late.id, signature: batch.links[0].signature.clone() });
    evidence.heads.push(Head::from(batch.head));
    assert_eq!(findings(&evidence, &key, &[]), [Finding::Added { row: late.id }]);
}

#[test]
fn a_batch_that_is_not_the_one_that_was_closed_is_named() {
    let key = key();
    let evidence = sealed(&key, &[2, 2, 2]);
    let mut changed = evidence.clone();
    changed.heads[1].closed_at += TimeDelta::hours(1);
    assert_eq!(findings(&changed, &key, &[]), [Finding::HeadChanged { number: 2 }]);
    let mut removed = evidence.clone();
    removed.heads.remove(1);
    assert_eq!(findings(&removed, &key, &[]), [Finding::HeadRemoved { number: 2 }]);
    removed.heads.pop();
    let both = [Finding::HeadRemoved { number: 2 }, Finding::HeadRemoved { number: 3 }];
    assert_eq!(findings(&removed, &key, &evidence.heads), both);
    // Two chains by the same key: whoever holds the key has written history anew.
    let another = sealed(&key, &[2, 2]);
    let mut anew = sealed(&key, &[3, 1]);
    anew.heads.truncate(1);
    assert!(findings(&another, &key, &anew.heads).contains(&Finding::HeadChanged { number: 1 }));
}

#[test]
fn another_service_s_chain_and_another_s_key_are_no_proof() {
    let (key, other) = (key(), key());
    let evidence = sealed(&key, &[2]);
    assert_eq!(findings(&evidence, &other, &[]).len(), 3);
    let keys = [key.checking_key().clone()];
    assert_eq!(evidence.verify(LexSarah, &keys, &[]).findings.len(), 3);
    let keys: [CheckingKey; 2] = [other.checking_key().clone(), key.checking_key().clone()];
    assert_eq!(evidence.verify(Complaints, &keys, &[]).findings, [], "an older key still counts");
}

#[test]
fn what_was_not_sealed_yet_is_only_new() {
    let key = key();
    let mut evidence = sealed(&key, &[2]);
    evidence.traces.push(found(&trace(3)));
    let report = evidence.verify(Complaints, &[key.checking_key().clone()], &[]);
    assert_eq!((report.findings.len(), report.not_yet_sealed), (0, 1));
}

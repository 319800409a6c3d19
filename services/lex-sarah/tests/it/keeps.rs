//! Whatever is done with a case through its API: what was written stays as it was written (invariant 5), and nobody who is
//! part of it is told of it any more (invariant 4).

use std::collections::BTreeMap;

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use testkit::{everything_stored, organisation::person};

use crate::{
    ivo,
    office::{
        self, DECIDER, INVESTIGATOR, MANAGER, Office, completion, decision, effect, feedback, measure,
        settled,
    },
};

const PRINCIPAL: &str = "rektor-norrglimt";
const THEY: [&str; 5] = [INVESTIGATOR, INVESTIGATOR, MANAGER, DECIDER, PRINCIPAL];
const WRITTEN: [&str; 9] = [
    "report.",
    "entry.",
    "record.",
    "note.",
    "decision.",
    "completion.",
    "diary_entry.",
    "assignment.",
    "key_list_entry.",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_written_is_ever_gone_or_changed_and_nobody_in_it_is_told(
        steps in prop::collection::vec((any::<Index>(), any::<Index>()), 20..40),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let deeds = runtime.block_on(goes(&steps));
        prop_assert!(deeds > 0);
    }
}

/// Does what is open to one after the other; how many deeds there were.
async fn goes(steps: &[(Index, Index)]) -> usize {
    let office = Office::open().await;
    let case = office.reported("Grinden stod öppen.").await;
    let (mut before, mut part_of_it, mut deeds) = (Kept::in_the(&office).await, Vec::new(), 0);
    for (who, what) in steps {
        let login = *who.get(&THEY);
        let seen = office.program(login).get(&format!("/api/v1/cases/{case}")).await;
        let open = if seen.status.is_success() {
            seen.json["next"].as_array().cloned().unwrap()
        } else {
            Vec::new()
        };
        if open.is_empty() {
            continue;
        }
        let verb = what.get(&open).as_str().unwrap();
        let answer = office.does(login, &case, &verb.replace('_', "-"), &body(verb, &seen.json)).await;
        let done = answer.status.is_success();
        deeds += usize::from(done);
        if done && verb == "implicate" {
            part_of_it.push(json!(person(PRINCIPAL).as_uuid()));
        }
        let now = Kept::in_the(&office).await;
        for parcel in &now.parcels[before.parcels.len()..] {
            is_not_to(&part_of_it, parcel);
        }
        for (cell, times) in &before.written {
            assert!(
                now.written.get(cell) >= Some(times),
                "{verb} by {login} took away or changed {}",
                cell.0
            );
        }
        before = now;
    }
    deeds
}

fn is_not_to(part_of_it: &[Value], parcel: &Value) {
    let recipient = &parcel["recipient"];
    for person in part_of_it {
        assert_ne!(&recipient["person_id"], person);
        if recipient["kind"] == "role" {
            assert!(recipient["except"].as_array().unwrap().contains(person), "{parcel}");
        }
    }
}

/// What stands in the database, read once for each deed.
struct Kept {
    /// Every cell of what is written down, and how often it is there.
    written: BTreeMap<(String, String), usize>,
    /// The bodies of the parcels that wait, oldest first.
    parcels: Vec<Value>,
}

impl Kept {
    async fn in_the(office: &Office) -> Self {
        let stored = everything_stored(&office.service.ground.database).await;
        let parcels = office::parcels_among(&stored);
        let mut written = BTreeMap::new();
        let is_written = |column: &str| WRITTEN.iter().any(|table| column.starts_with(table));
        for cell in stored.into_iter().filter(|(column, _)| is_written(column)) {
            *written.entry(cell).or_default() += 1;
        }
        Self { written, parcels }
    }
}

/// The form of a deed, filled in as it must be.
fn body(verb: &str, case: &Value) -> Value {
    let words = json!({ "reasons": "Tjugo minuter vid vägen." });
    let measured =
        || said(case, "measure").last().and_then(|record| record["id"].as_str()).unwrap_or_default();
    match verb {
        "take" => json!({ "free_of_conflict": true }),
        "protect" => json!({ "text": "En vuxen går med." }),
        "add_key" => json!({ "name": "Prov Ung", "part": "youth" }),
        "implicate" => json!({ "person_id": person(PRINCIPAL).as_uuid() }),
        "start_inquiry" => json!({ "plan": "Samtal." }),
        "propose_out_of_scope" => {
            json!({ "reasons": "Skolan.", "opened": "school_violation", "reference": "rektor" })
        }
        "find_out_of_scope" => json!({ "agrees": "no", "reasons": "Korttidstillsynen." }),
        "add_entry" => {
            office::entry(u8::try_from(case["entries"].as_array().unwrap().len() % 10).unwrap() + 1)
        }
        "complete_inquiry" => completion(),
        "decide" => decision(),
        "remedy" => json!({ "done": "Lagad.", "evidence": "Kvittot." }),
        "add_measure" => measure(MANAGER),
        "settle_measure" => settled(measured()),
        "judge_effect" => effect(measured()),
        "give_feedback" => {
            let all = ["reporter", "staff_group", "youth", "guardian"];
            feedback(all[said(case, "feedback").count() % all.len()])
        }
        "close" => json!({ "note": "Det har hjälpt." }),
        "reopen" => json!({ "cause": "new_facts", "reasons": "Ny rapport." }),
        "propose_ivo" | "require_ivo" | "hand_back" => words,
        "prepare_ivo" => ivo::form(),
        "notify_ivo" | "send_inquiry_to_ivo" => ivo::filed("2026-11-21"),
        "extend_ivo" => json!({ "until": "2027-02-15", "given": "IVO" }),
        "close_ivo" => json!({ "answer": "IVO avslutar." }),
        "consider_duty" => json!({ "track": "police", "step": "not_needed", "words": "Inget brott." }),
        _ => json!({}),
    }
}

/// The records of one kind, oldest first.
fn said<'a>(case: &'a Value, kind: &'a str) -> impl Iterator<Item = &'a Value> {
    case["records"].as_array().unwrap().iter().filter(move |record| record["content"]["record"] == kind)
}

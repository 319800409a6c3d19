//! Lex Sarah cases as many years leave them, put in by the service's own store and sealed as it seals them: of a hundred 98 are
//! decided, and a fourth are about one unit.

use std::{ops::Range, sync::Arc};

use kernel::{CaseNumber, UnitId, Uuid, text::FreeText};
use lex_sarah::{
    domain::{
        Arrival, Case, Channel, Decision, Frozen, Grade, NewDecision, NewReport, Outcome, Policy, Signature,
        Standings,
    },
    store::{Store, TakenIn, Tx, Writer},
};
use organisation::{Colleague, Role};
use testkit::{
    Standing, World,
    organisation::{NORRGLIMT, person},
};
use vault::CaseKey;

use crate::made::{Names, around_today, id, in_batches, received_at, settle};

pub const REPORTER: &str = "fritidsledare-norrglimt";
pub const INVESTIGATOR: &str = "utredare-1";
pub const DECIDER: &str = "beslutsfattare";

/// Makes them. Cheap to clone.
#[derive(Clone)]
struct Maker {
    store: Store,
    policy: Arc<Policy>,
    reporter: Arc<Colleague>,
    investigators: Arc<[Colleague; 2]>,
    decider: Arc<Colleague>,
}

/// Adds those with these numbers.
pub async fn add(world: &World, service: &Standing, names: &mut Names, numbers: Range<usize>) {
    let colleague = |login| service.ground.directory.colleague(person(login), world.clock.now()).unwrap();
    let maker = Maker {
        store: Store::new(service.ground.database.clone(), service.inside.as_ref().unwrap().ring.clone()),
        policy: Arc::default(),
        reporter: Arc::new(colleague(REPORTER)),
        investigators: Arc::new([INVESTIGATOR, "utredare-2"].map(colleague)),
        decider: Arc::new(colleague(DECIDER)),
    };
    in_batches(names, numbers, |these| maker.clone().put(these)).await;
    settle(&service.ground.database).await;
}

impl Maker {
    async fn put(self, these: Vec<(usize, CaseNumber)>) {
        let tx = self.store.begin().await.unwrap();
        for (number, name) in these {
            self.put_one(&tx, number, name).await;
        }
        tx.commit().await.unwrap();
    }

    /// Of a hundred one is free to take, one is inquired into, and the rest is over.
    async fn put_one(&self, tx: &Tx, number: usize, name: CaseNumber) {
        let registered = Case { id: id(number).into(), number: name, ..self.registered(number) };
        let investigator = &self.investigators[number / 100 % 2];
        let due_on = Some(around_today(number / 100));
        match number % 100 {
            0 => drop(self.insert(tx, &Case { due_on, ..registered }).await),
            1 => {
                let case = Case { due_on, ..self.inquired(registered, investigator) };
                let key = self.insert(tx, &case).await;
                assign(tx, &case, &key, investigator).await;
            }
            _ => {
                let (case, decision) = self.decided(self.inquired(registered, investigator));
                let key = self.insert(tx, &case).await;
                assign(tx, &case, &key, investigator).await;
                tx.add_decision(case.id, &key, &decision).await.unwrap();
            }
        }
    }

    fn registered(&self, number: usize) -> Case {
        let at = received_at(number);
        let arrival = Arrival {
            unit: NORRGLIMT.into(),
            reported_by: self.reporter.id,
            receiver: Some(Role::UnitManager),
            on_call: None,
            implicated: Vec::new(),
            received_at: at,
        };
        let rights = Standings::at_unit(&self.reporter, arrival.unit);
        let case = Case::receive(arrival, &rights, at, &self.policy).unwrap();
        let case = case.register(format!("LS {number}"), at, &self.policy).unwrap();
        // Each by somebody else, at all the units of the city.
        Case { unit: unit(number), reported_by: Uuid::from_u128(number as u128 + 1).into(), ..case }
    }

    fn inquired(&self, case: Case, investigator: &Colleague) -> Case {
        let at = case.received_at;
        let rights = Standings::of(investigator, &case);
        let taken = case.take(investigator.id, &rights, at, &self.policy).unwrap();
        let rights = Standings::of(investigator, &taken);
        taken.start_inquiry(&rights, at, &self.policy).unwrap()
    }

    fn decided(&self, case: Case) -> (Case, Decision) {
        let (at, by) = (case.received_at, &self.decider);
        let investigator = self.investigators.iter().find(|them| Some(them.id) == case.investigator).unwrap();
        let rights = Standings::of(investigator, &case);
        let case = case.complete_inquiry(&rights, at, &self.policy).unwrap();
        let new = NewDecision {
            grade: Grade::NoMisconduct,
            reasons: said("Det var inget missförhållande."),
            ivo_required: false,
            delegation: said("4.2"),
            measures: None,
            ivo_reset_because: None,
        };
        let content = Frozen::of(&case, &new, (by.id, &Signature::of(by)), at, Vec::new());
        let sha256 = Frozen::sha256(&content.canonical());
        let outcome = Outcome { grade: new.grade, decided_at: at, decided_by: by.id };
        let rights = Standings::of(by, &case);
        let case = case.decide(outcome, false, &rights, at, &self.policy).unwrap();
        let (case, _) = case.follow_decision(at, &self.policy).unwrap();
        (case, Decision { content, sha256 })
    }

    async fn insert(&self, tx: &Tx, case: &Case) -> CaseKey {
        let report = NewReport {
            unit: case.unit,
            text: said("Grinden stod öppen, och en ungdom gick ut på vägen utan att någon såg det."),
            happened: None,
            happened_when: None,
            acted: None,
            concerns_manager: false,
            channel: Channel::Form,
            cites: None,
            told_at: case.received_at,
        };
        let by = Signature::of(&self.reporter);
        let taken_in = TakenIn {
            report: &report,
            by: &by,
            taken_down: None,
            receivers: vec![by.clone()],
            routine: "1".to_owned(),
        };
        tx.insert(case, &taken_in, &self.policy).await.unwrap()
    }
}

async fn assign(tx: &Tx, case: &Case, key: &CaseKey, investigator: &Colleague) {
    let by = Writer { id: investigator.id, signature: Signature::of(investigator), at: case.received_at };
    tx.add_assignment(case.id, key, &by).await.unwrap();
    tx.create_key_list(case.id, &by).await.unwrap();
}

fn unit(number: usize) -> UnitId {
    let other = || Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0002_0000 + (number / 4 % 30) as u128);
    UnitId::from(if number % 4 < 1 { NORRGLIMT } else { other() })
}

fn said(text: &str) -> FreeText {
    FreeText::parse(text, usize::MAX).unwrap()
}

#[cfg(test)]
mod tests {
    use lex_sarah::PART;
    use proto::Service;

    use super::*;

    #[tokio::test]
    async fn the_service_lists_and_opens_what_was_made() {
        let world = World::of(PART).await;
        let service = world.open(PART).await;
        add(&world, &service, &mut Names::default(), 0..80).await;
        for (login, seen) in [(INVESTIGATOR, 80), ("utredare-2", 1), (DECIDER, 78)] {
            let program = service.program().bearer(&world.issuer.access_token(login, Service::LexSarah));
            let list = program.get("/api/v1/cases?limit=100").await.expect(200).json;
            let cases = list["items"].as_array().unwrap().clone();
            assert_eq!(cases.len(), seen, "{login}");
            for case in cases {
                let address = format!("/api/v1/cases/{}", case["id"].as_str().unwrap());
                let _ = program.get(&address).await.expect(200);
            }
        }
    }
}

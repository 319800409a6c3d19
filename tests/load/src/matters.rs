//! Complaints as many years leave them, put in by the service's own store and sealed as it seals them: of forty 36 are over, and a
//! fourth are about one unit.

use std::{ops::Range, sync::Arc};

use complaints::{
    domain::{
        AnsweredBy, Besides, Category, Channel, Closing, Complaint, Concerns, Contact, Deviation, Direction,
        Done, Kind, Left, Level, Message, MessageId, MessageKind, NewComplaint, Policy, Registration,
        Relation, Severity, Standing as Rights, Targets, Triage,
    },
    store::{Store, Wrapped},
};
use kernel::{CaseNumber, Uuid, text::FreeText};
use proto::Service;
use testkit::{
    Standing, World,
    organisation::{NORRGLIMT, person},
};
use vault::{CaseKey, SealingKey};

use crate::made::{Names, around_today, id, in_batches, received_at, settle};

/// Manages the unit that a fourth is about.
pub const MANAGER: &str = "gruppchef-norrglimt";
/// Texts are made of these.
const WORDS: &str = "bussen kom för sent och ingen ringde oss min son fick vänta utanför skolan i regnet personalen \
                     var inte där när vi frågade igen";

/// Makes them. Cheap to clone.
#[derive(Clone)]
struct Maker {
    store: Store,
    policy: Arc<Policy>,
    service: SealingKey,
    /// Of a receipt that nobody has: what a receipt costs is not what is measured.
    receipt: SealingKey,
}

/// Adds those with these numbers.
pub async fn add(world: &World, staff: &Standing, names: &mut Names, numbers: Range<usize>) {
    let maker = Maker {
        store: Store::new(staff.ground.database.clone()),
        policy: Arc::default(),
        service: world.rings[&Service::Complaints].sealing_key().clone(),
        receipt: world.rings[&Service::Quality].sealing_key().clone(),
    };
    in_batches(names, numbers, |these| maker.clone().put(these)).await;
    settle(&staff.ground.database).await;
}

impl Maker {
    async fn put(self, these: Vec<(usize, CaseNumber)>) {
        let tx = self.store.begin().await.unwrap();
        for (number, name) in these {
            let complaint = complaint(number, name, &self.policy);
            let key = CaseKey::generate(Service::Complaints.name(), complaint.id.as_uuid());
            let half = key.senders_half();
            let original = Message {
                id: MessageId::from(complaint.id.as_uuid()),
                from: Direction::Sender,
                kind: MessageKind::Original,
                author: None,
                text: text(number),
                written_at: complaint.received_at,
            };
            let wrapped = Wrapped {
                service: key.wrap(&self.service),
                receipt: half.wrap(&self.receipt),
                receipt_hash: hash(number),
                receipt_public_key: self.receipt.to_bytes(),
            };
            tx.add_complaint(&complaint).await.unwrap();
            tx.add_message(complaint.id, &original, None, &half).await.unwrap();
            tx.add_keys(complaint.id, wrapped).await.unwrap();
            if is_news(number) {
                tx.sender_wrote(complaint.id, complaint.received_at).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    }
}

/// Of forty, one belongs to no unit yet, one is new, two are inquired into, and the rest is over.
fn complaint(number: usize, name: CaseNumber, policy: &Policy) -> Complaint {
    let at = received_at(number);
    let received = Complaint::receive(&new(number), level(number), at, policy);
    let sequence = i32::try_from(number).unwrap() + 1;
    let entry = Registration::new(received.kind, sequence, at, policy);
    let registered = Complaint { id: id(number).into(), number: name, ..received }.register(entry).unwrap();
    let day = around_today(number / 40);
    let targets = Targets { acknowledge_by: None, triage_by: day, answer_by: day };
    let rights = Rights {
        reads: true,
        in_charge: true,
        registrar: false,
        archivist: false,
        acts_for: person(MANAGER),
    };
    let done = Done { at, by: person(MANAGER) };
    let inquiry =
        |it: Complaint| it.triage(triage(number), rights, done).unwrap().start_inquiry(rights, at).unwrap();
    match number % 40 {
        0 | 20 => Complaint { targets, ..registered },
        10 | 30 => Complaint { targets, ..inquiry(registered) },
        _ => {
            let answered = inquiry(registered)
                .inquire(Deviation::None, rights)
                .unwrap()
                .answer(AnsweredBy::Page, rights, done)
                .unwrap();
            answered.close(rights, Closing { done, routine_reviewed: false }, Left::default()).unwrap()
        }
    }
}

/// Of those inquired into, one in a hundred has something new from its sender.
const fn is_news(number: usize) -> bool {
    number % 4_000 == 10
}

fn new(number: usize) -> NewComplaint {
    NewComplaint {
        text: FreeText::parse(&text(number), usize::MAX).unwrap(),
        unit: unit(number).map(Into::into),
        about_manager: false,
        kind: Kind::Complaint,
        relation: Relation::Guardian,
        contact: Contact::default(),
        wants_answer: true,
        language: "sv".to_owned(),
        channel: Channel::WebForm,
        attachments: Vec::new(),
    }
}

fn level(number: usize) -> Level {
    if number % 50 == 7 { Level::SchoolOwnerRepresentative } else { Level::UnitManager }
}

fn triage(number: usize) -> Triage {
    Triage {
        category: Category::ALL[number / 7 % Category::ALL.len()],
        besides: Besides::NONE,
        severity: Severity::Shortcoming,
        misconduct_suspected: false,
        child_at_risk: false,
        data_breach: false,
        concerns: Concerns::Ktt,
        other_authority: false,
        threat: false,
    }
}

/// A fourth about one unit, the rest about thirty that the register does not know.
fn unit(number: usize) -> Option<Uuid> {
    match number % 40 {
        0 => None,
        10 | 20 => Some(NORRGLIMT),
        other if other % 5 == 1 => Some(NORRGLIMT),
        _ => Some(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0002_0000 + (number / 4 % 30) as u128)),
    }
}

/// Some three hundred characters.
pub fn text(number: usize) -> String {
    let words: Vec<_> = WORDS.split_whitespace().collect();
    let word = |n: usize| words[(number / 3 + n * n * 7 + number * n) % words.len()];
    (0..70).map(word).collect::<Vec<_>>().join(" ")
}

/// By which a receipt would be found.
fn hash(number: usize) -> [u8; 32] {
    let mut hash = [0; 32];
    hash[..16].copy_from_slice(id(number).as_bytes());
    hash
}

#[cfg(test)]
mod tests {
    use complaints::STAFF_PART;

    use super::*;

    #[tokio::test]
    async fn the_service_lists_opens_and_finds_what_was_made() {
        let world = World::of(STAFF_PART).await;
        let staff = world.open(STAFF_PART).await;
        add(&world, &staff, &mut Names::default(), 0..40).await;
        let program = |login| staff.program().bearer(&world.issuer.access_token(login, Service::Complaints));
        let all = program("registrator").get("/api/v1/complaints?limit=100").await.expect(200).json;
        assert_eq!(all["complaints"].as_array().unwrap().len(), 40);

        let mine = program(MANAGER).get("/api/v1/complaints?limit=100").await.expect(200).json;
        let mine = mine["complaints"].as_array().unwrap().clone();
        assert_eq!(mine.len(), 10);
        let texts: Vec<_> = (0..40).map(text).collect();
        for listed in mine {
            let address = format!("/api/v1/complaints/{}", listed["id"].as_str().unwrap());
            let opened = program(MANAGER).get(&address).await.expect(200).json;
            let written = opened["content"]["messages"][0]["text"].as_str().unwrap().to_owned();
            assert!(texts.contains(&written), "{written}");
        }

        let mut browser = staff.logged_in(&world.issuer, MANAGER).await;
        assert_eq!(browser.page.texts("tbody tr").len(), 2);
        browser.get("/sok").await;
        browser.submit("", &[("words", "bussen")]).await;
        assert!(browser.page.has("tbody mark"));
    }
}

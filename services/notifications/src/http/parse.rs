//! From what a service sent to what it asks for.

use data_encoding::BASE64;
use kernel::EmailAddress;
use proto::{
    Service,
    message::{NewMessage as Sent, Occasion as Named, Recipient as SentTo},
};
use vault::KeyRing;
use web::Fault;

use crate::domain::{self, NewMessage, Notice, Occasion, Place, Recipient};

/// What an address is sealed for by whoever sends it here.
const PURPOSE: &str = "lyssna address v1";

/// Every fault at once.
pub fn new_message(sent: Sent, ring: &KeyRing) -> Result<NewMessage, Vec<Fault>> {
    let Sent { occasion, recipient, case_number, due_on, link_to } = sent;
    let place = place(link_to, matches!(recipient, SentTo::SealedAddress { .. }));
    let case_number = case_number.parse().map_err(|_| fault("/case_number", "is not a case number"));
    match (self::recipient(recipient, ring), case_number) {
        (Ok(recipient), Ok(case_number)) => {
            let notice = Notice { occasion: self::occasion(occasion), case_number, due_on, place };
            Ok(NewMessage { recipient, notice })
        }
        (recipient, case_number) => Err([recipient.err(), case_number.err()].into_iter().flatten().collect()),
    }
}

fn recipient(sent: SentTo, ring: &KeyRing) -> Result<Recipient, Fault> {
    match sent {
        SentTo::Role { role, .. } if !domain::may_be_told_together(role) => {
            Err(fault("/recipient/role", "is told one by one"))
        }
        SentTo::Role { role, unit_id, except } => Ok(Recipient::Holders {
            role,
            unit: unit_id.map(Into::into),
            except: except.into_iter().map(Into::into).collect(),
        }),
        SentTo::Person { person_id } => Ok(Recipient::Person(person_id.into())),
        SentTo::SealedAddress { sealed, language } => {
            let address = open(&sealed, ring).ok_or_else(|| fault("/recipient/sealed", "does not open"))?;
            Ok(Recipient::Outside { address, language })
        }
    }
}

fn open(sealed: &str, ring: &KeyRing) -> Option<EmailAddress> {
    let sealed = BASE64.decode(sealed.as_bytes()).ok()?;
    let opened = ring.open_any(PURPOSE, &sealed).ok()?;
    std::str::from_utf8(&opened).ok()?.parse().ok()
}

/// Somebody who is not in the register comes back with a receipt, to the half that is open to everybody.
const fn place(service: Service, outside: bool) -> Place {
    match service {
        Service::Complaints if outside => Place::ComplaintsPublic,
        Service::Complaints => Place::Complaints,
        Service::LexSarah => Place::LexSarah,
        Service::Notifications => Place::Notifications,
        Service::Quality => Place::Quality,
    }
}

const fn occasion(named: Named) -> Occasion {
    match named {
        Named::NewMatter => Occasion::NewMatter,
        Named::TaskWaits => Occasion::TaskWaits,
        Named::NewMessage => Occasion::NewMessage,
        Named::AnswerReady => Occasion::AnswerReady,
        Named::Received => Occasion::Received,
        Named::Decided => Occasion::Decided,
        Named::TargetNears => Occasion::TargetNears,
        Named::TargetPassed => Occasion::TargetPassed,
        Named::Absence => Occasion::Absence,
    }
}

fn fault(pointer: &str, detail: &str) -> Fault {
    Fault { pointer: pointer.to_owned(), detail: detail.to_owned() }
}

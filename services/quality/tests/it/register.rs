//! Giving out the register.

use kernel::Uuid;
use proto::{
    Service,
    organisation::{Organisation, Role},
};
use quality::domain::register::SoundRegister;
use testkit::organisation::organisation;

use crate::Quality;

const ADDRESS: &str = "/api/v1/organisation";

async fn given_to(program: testkit::Program) -> Organisation {
    serde_json::from_value(program.get(ADDRESS).await.expect(200).json).unwrap()
}

/// Who is whose guardian.
fn by_youth(organisation: &Organisation) -> Vec<(Uuid, Uuid)> {
    let assignments = organisation.assignments.iter();
    let mut pairs: Vec<_> = assignments.filter_map(|a| Some((a.person_id, a.youth_id?))).collect();
    pairs.sort_unstable();
    pairs
}

#[tokio::test]
async fn only_notifications_gets_addresses_and_only_complaints_whose_guardian_somebody_is() {
    let quality = Quality::start().await;
    let with = given_to(quality.service(Service::Notifications)).await;
    let for_complaints = given_to(quality.service(Service::Complaints)).await;
    let whole = SoundRegister::parse(organisation()).unwrap().into_organisation();
    assert_eq!(with.people, whole.people);
    assert_eq!(by_youth(&for_complaints), by_youth(&whole));
    assert_eq!(by_youth(&with), []);
    assert_eq!(by_youth(&given_to(quality.service(Service::LexSarah)).await), []);
    for service in [Service::Complaints, Service::LexSarah] {
        let without = given_to(quality.service(service)).await;
        assert!(without.people.iter().all(|person| person.email.is_none()));
        assert_eq!((without.people.len(), without.units), (20, organisation().units));
    }
}

#[tokio::test]
async fn people_get_those_who_work_and_no_guardians_or_youths() {
    let quality = Quality::start().await;
    let given = given_to(quality.program_of("fritidsledare-norrglimt")).await;
    assert!(given.assignments.iter().all(|a| !matches!(a.role, Role::Guardian | Role::Youth)));
    let logins: Vec<_> = given.people.iter().map(|person| person.login.as_str()).collect();
    assert!(logins.contains(&"gruppchef-norrglimt"));
    for absent in ["vardnadshavare-norrglimt", "ungdom-norrglimt", "utan-roll"] {
        assert!(!logins.contains(&absent));
    }
    assert!(given.people.iter().all(|person| person.email.is_none()));
}

#[tokio::test]
async fn who_has_no_business_here_is_refused() {
    let quality = Quality::start().await;
    for login in ["vardnadshavare-norrglimt", "ungdom-norrglimt", "utan-roll", "a-stranger"] {
        let _ = quality.program_of(login).get(ADDRESS).await.expect(403);
    }
    let _ = quality.standing.program().get(ADDRESS).await.expect(401);
    let elsewhere = quality.world.issuer.service_token(Service::Complaints, Service::LexSarah);
    let _ = quality.standing.program().bearer(&elsewhere).get(ADDRESS).await.expect(401);
}

#[tokio::test]
async fn a_copy_that_is_still_true_is_not_sent_again_and_views_do_not_mix() {
    let quality = Quality::start().await;
    let complaints = quality.service(Service::Complaints);
    let etag = complaints.get(ADDRESS).await.expect(200).etag();
    let again = complaints.clone().header("if-none-match", &etag).get(ADDRESS).await.expect(304);
    assert!(again.bytes.is_empty());
    assert_eq!(again.etag(), etag);
    for other in [quality.service(Service::Notifications), quality.program_of("utredare-1")] {
        let given = other.header("if-none-match", &etag).get(ADDRESS).await.expect(200);
        assert_ne!(given.etag(), etag);
        assert_eq!(given.headers["vary"], "authorization");
    }
}

#[tokio::test]
async fn before_the_first_import_others_are_asked_to_come_again() {
    let quality = Quality::empty().await;
    let answer = quality.service(Service::Complaints).get(ADDRESS).await.expect(503);
    assert_eq!(answer.headers["retry-after"], "5");
}

//! The first register.

use proto::organisation::Role;
use quality::actions::{Failed, Imported, import_organisation};
use testkit::organisation::{organisation, person};

use crate::Quality;

#[tokio::test]
async fn the_same_register_can_be_taken_in_again_and_another_cannot() {
    let quality = Quality::start().await;
    let (store, now) = (&quality.app.store, quality.app.now());
    let mut same = organisation();
    same.assignments.reverse();
    assert_eq!(import_organisation(store, now, same).await.unwrap(), Imported::Same);

    let mut another = organisation();
    another.people[0].name = "Somebody Else".into();
    let refused = import_organisation(store, now, another).await;
    assert!(matches!(refused, Err(Failed::AnotherRegister)), "{refused:?}");
    let kept = store.register().await.unwrap().unwrap();
    assert_eq!((kept.version, kept.organisation.people[0].name.as_str()), (1, "Maja Provsson"));
}

#[tokio::test]
async fn of_two_imports_at_once_one_is_the_register() {
    let quality = Quality::empty().await;
    let (store, now) = (&quality.app.store, quality.app.now());
    let mut another = organisation();
    another.units[0].name = "Another".into();
    let (one, two) = tokio::join!(
        import_organisation(store, now, organisation()),
        import_organisation(store, now, another)
    );
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {two:?}");
}

#[tokio::test]
async fn a_faulty_register_is_refused_by_places_and_without_values() {
    let quality = Quality::empty().await;
    let mut faulty = organisation();
    faulty.people[0].email = Some("maja, hemligt".into());
    let refused = import_organisation(&quality.app.store, quality.app.now(), faulty).await;
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the organisation register cannot be relied on: /people/0/email is not an e-mail address"
    );
    assert!(quality.app.store.register().await.unwrap().is_none(), "nothing was written");
}

#[tokio::test]
async fn a_guardian_whose_last_day_is_left_out_is_not_taken_in() {
    let quality = Quality::empty().await;
    let mut endless = organisation();
    endless.assignments.sort_by_key(|assignment| assignment.role != Role::Guardian);
    endless.assignments[0].to = None;
    let refused = import_organisation(&quality.app.store, quality.app.now(), endless).await;
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the organisation register cannot be relied on: /assignments/0/to must be there for a guardian: the day before \
         the youth turns 18"
    );
}

#[tokio::test]
async fn a_guardian_without_a_youth_is_not_taken_in_nor_one_of_somebody_else() {
    let quality = Quality::empty().await;
    for (youth, refusal) in [
        (None, "must be there for a guardian: whose guardian it is"),
        (Some(person("administrator").as_uuid()), "is nobody with the role youth at the same unit"),
    ] {
        let mut register = organisation();
        let guardian = register.assignments.iter().position(|a| a.role == Role::Guardian).unwrap();
        register.assignments[guardian].youth_id = youth;
        let refused = import_organisation(&quality.app.store, quality.app.now(), register).await;
        let told = format!(
            "the organisation register cannot be relied on: /assignments/{guardian}/youth_id {refusal}"
        );
        assert_eq!(refused.unwrap_err().to_string(), told);
    }
}

#[tokio::test]
async fn a_running_copy_of_the_service_follows_what_another_took_in() {
    let quality = Quality::empty().await;
    let directory = &quality.app.inside.ground.directory;
    directory.replace(proto::organisation::Organisation::default());
    assert_eq!(quality.app.reread_register(None).await.unwrap(), None);
    import_organisation(&quality.app.store, quality.app.now(), organisation()).await.unwrap();
    assert_eq!(quality.app.reread_register(None).await.unwrap(), Some(1));
    assert!(directory.now().person(person("administrator")).is_some());
    assert_eq!(quality.app.reread_register(Some(1)).await.unwrap(), Some(1));
}

#[tokio::test]
async fn taking_it_in_leaves_a_trace() {
    let quality = Quality::start().await;
    let database = &quality.app.inside.ground.database;
    let traces = audit::of_case(database.reader(), kernel::Uuid::nil()).await.unwrap();
    let told: Vec<_> = traces.iter().map(|t| (t.actor_kind.as_str(), t.action.as_str())).collect();
    assert_eq!(told, [("system", "import_organisation")]);
}

//! Logging in and out, at every service, by the development log-in's own page.

use crate::lyssna::{At, Lyssna};

#[tokio::test]
async fn one_click_logs_in_at_each_service_and_logging_out_ends_it() {
    let lyssna = Lyssna::start(&["--empty"]).await;
    let places = [
        (At::Staff, "gruppchef-norrglimt", "Maja Lindqvist"),
        (At::LexSarah, "utredare-1", "Ulrika Modin"),
        (At::Notifications, "administrator", "Agnes Thor"),
        (At::Quality, "beslutsfattare", "Marianne Brandt"),
    ];
    for (place, person, name) in places {
        let mut browser = lyssna.logged_in(place, person).await;
        assert_eq!(browser.page.text("form.person bdi"), name);
        browser.send("/logga-ut", &[]).await;
        let to = browser.location().expect("log-out goes on to the identity provider");
        assert!(to.starts_with(&lyssna.origin(At::Identity)), "{to}");
        browser.open("/").await;
        assert!(
            browser.location().is_some_and(|to| to.starts_with("/logga-in")),
            "nobody is logged in any more"
        );
    }
}

//! Bodies that are the domain's own: what is filled in is looked at by the same rules as in the pages' forms.

use auth::Person;
use serde::Deserialize;
use utoipa::ToSchema;

use super::bodies::Deed;
use crate::{
    App,
    actions::{self, Failed},
    domain::{
        CaseId, TypedAgreement, TypedArchiving, TypedClosing, TypedDuty, TypedEffect, TypedFeedback,
        TypedFiling, TypedHandBack, TypedIvoAnswer, TypedIvoForm, TypedIvoReasons, TypedMeasure,
        TypedOutOfScope, TypedProgress, TypedRemedy, TypedReopening, TypedRespite,
    },
};

/// Nothing but that it is done.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NothingMore {}

macro_rules! deed {
    ($Body:ident does $action:ident $(, $fresh:literal)?) => {
        impl Deed for $Body {
            $(const FRESH: bool = $fresh;)?

            async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
                actions::$action(app, person, case, version, &self).await
            }
        }
    };
}

deed!(TypedIvoForm does prepare_ivo);
deed!(TypedRespite does extend_ivo);
deed!(TypedIvoAnswer does close_ivo);
deed!(TypedDuty does consider_duty);
deed!(TypedRemedy does remedy);
deed!(TypedOutOfScope does propose_out_of_scope);
deed!(TypedAgreement does find_out_of_scope, true);
deed!(TypedMeasure does add_measure);
deed!(TypedProgress does settle_measure);
deed!(TypedEffect does judge_effect);
deed!(TypedFeedback does give_feedback);
deed!(TypedHandBack does hand_back);
deed!(TypedArchiving does archive);
deed!(TypedClosing does close, true);
deed!(TypedReopening does reopen, true);

/// The same body asks for another deed at another address.
macro_rules! body {
    ($(#[$doc:meta])* $Body:ident is $Typed:ident does $action:ident, $fresh:literal) => {
        $(#[$doc])*
        #[derive(Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $Body($Typed);

        impl Deed for $Body {
            const FRESH: bool = $fresh;

            async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
                actions::$action(app, person, case, version, &self.0).await
            }
        }
    };
}

body!(
    /// Why IVO should be notified.
    ProposeIvoBody is TypedIvoReasons does propose_ivo, false
);
body!(
    /// Why IVO is to be notified.
    RequireIvoBody is TypedIvoReasons does require_ivo, true
);
body!(
    /// How the notification was filed.
    NotifyIvoBody is TypedFiling does notify_ivo, true
);
body!(
    /// How the inquiry was sent.
    SendInquiryBody is TypedFiling does send_inquiry_to_ivo, false
);

impl Deed for NothingMore {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::follow_up(app, person, case, version).await
    }
}

//! Who is responsible for what.

use askama::Template;
use axum::{extract::State, response::Html};
use organisation::Role;
use web::{Error, Page};

use crate::{
    App,
    domain::responsibility::{self, Holder, Post, Unit},
    pages::{permit::RegisterReader, with_menu},
};

#[derive(Template)]
#[template(path = "organisation.html")]
struct Organisation {
    page: Page,
    units: Vec<Unit>,
    city: Vec<Post>,
}

/// `GET /organisation`
pub async fn organisation(
    State(app): State<App>,
    RegisterReader(person): RegisterReader,
    page: Page,
) -> Result<Html<String>, Error> {
    let (register, today) = (app.inside.ground.directory.now(), app.today());
    web::html(&Organisation {
        page: with_menu(page, &person),
        units: responsibility::units(&register, today),
        city: responsibility::city(&register, today),
    })
}

impl Organisation {
    fn role(&self, post: &Post) -> String {
        self.page.t(role_key(post.role))
    }

    /// `Maja Lindqvist, gruppchef`, unless the title is the role over again.
    fn signature(&self, post: &Post, holder: &Holder) -> String {
        let role = self.role(post).to_lowercase();
        match holder.title.as_deref().filter(|title| title.to_lowercase() != role) {
            Some(title) => format!("{}, {title}", holder.name),
            None => holder.name.clone(),
        }
    }

    fn period(&self, holder: &Holder) -> String {
        let since = holder.since.to_string();
        match holder.until {
            Some(until) => self.page.t2("held-until", ("since", &since), ("until", &until.to_string())),
            None => self.page.t1("held-since", "since", since),
        }
    }
}

const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Guardian => "role-guardian",
        Role::Youth => "role-youth",
        Role::Staff => "role-staff",
        Role::UnitManager => "role-unit-manager",
        Role::Principal => "role-principal",
        Role::SchoolOwnerRepresentative => "role-school-owner-representative",
        Role::LexSarahInvestigator => "role-lex-sarah-investigator",
        Role::DecisionMaker => "role-decision-maker",
        Role::Registrar => "role-registrar",
        Role::ContactCentre => "role-contact-centre",
        Role::Archivist => "role-archivist",
        Role::DataProtectionOfficer => "role-data-protection-officer",
        Role::Administrator => "role-administrator",
    }
}

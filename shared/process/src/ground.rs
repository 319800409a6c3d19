//! What a service stands on.

use std::collections::HashMap;

use anyhow::Context;
use auth::{Auth, ClientKey, Courier, Issuer};
use db::Database;
use kernel::Clock;
use organisation::Directory;
use outbox::Deliveries;
use proto::Service;
use vault::{KeyRing, MacKey, SealingKey};
use web::Site;

use crate::{Open, Own, Part, Settings};

/// What every half of every service has. It can take things in and seal them; it opens nothing. Cheap to clone.
#[derive(Clone)]
pub struct Ground {
    pub service: Service,
    pub site: Site,
    pub database: Database,
    pub clock: Clock,
    pub directory: Directory,
    /// Whom this service seals for, itself among them.
    pub sealing_keys: HashMap<Service, SealingKey>,
    /// The settings that only this service has.
    pub own: Own,
}

/// What a service has whose people log in: the ground, and the keys that open.
#[derive(Clone)]
pub struct Inside {
    pub ground: Ground,
    pub auth: Auth,
    pub ring: KeyRing,
    pub deliveries: Deliveries,
    pub courier: Courier,
}

impl Ground {
    /// Takes the form key and reaches the database.
    pub async fn lay(part: Part, settings: &Settings, clock: Clock) -> anyhow::Result<Self> {
        let service = part.service;
        let forms = MacKey::read(&settings.keys.join("form.key"))?;
        let contacts = settings.contacts.clone();
        let mut site =
            Site::new(service, &settings.origin, (part.texts)(), contacts, forms, settings.development);
        if let Some(identity) = &settings.identity {
            site = site.sending_forms_to(&identity.issuer.origin().ascii_serialization());
        }
        if let Open::Outside { exit, personal_data, .. } = part.open {
            site = site.with_exit(exit).with_personal_data(personal_data);
        }
        let sealing_key = |(service, text): (&Service, &String)| {
            let key = SealingKey::from_text(text)
                .with_context(|| format!("the sealing key of {service} is no key"));
            key.map(|key| (*service, key))
        };
        Ok(Self {
            service,
            site,
            database: Database::connect(&settings.database).await?,
            clock,
            directory: Directory::default(),
            sealing_keys: settings.sealing_keys.iter().map(sealing_key).collect::<Result<_, _>>()?,
            own: settings.own.clone(),
        })
    }

    /// The key of a service that this one seals for. The settings must name it: a service asks for each it needs at start.
    pub fn sealing_key(&self, service: Service) -> anyhow::Result<&SealingKey> {
        self.sealing_keys
            .get(&service)
            .with_context(|| format!("the settings lack the sealing key of {service}"))
    }
}

impl Inside {
    /// Takes the keys that open, and learns whom to ask who people are.
    pub fn enter(mut ground: Ground, settings: &Settings) -> anyhow::Result<Self> {
        let identity = settings.identity.as_ref().context("the settings lack the identity provider")?;
        let own = identity.settings(ground.service);
        let ring = KeyRing::read(&settings.keys.join("opening.key"))?;
        ground.sealing_keys.insert(ground.service, ring.sealing_key().clone());
        if ground.service == Service::Notifications {
            // It alone is told people's addresses (isolation.md §1).
            ground.directory = ground.directory.sealing(ring.clone());
        }
        let client = settings.keys.join("client.pem");
        let key = ClientKey::read(&client).with_context(|| format!("cannot read {}", client.display()))?;
        let issuer = Issuer::new(identity.issuer.clone(), own.client_id.clone(), key, ground.clock.clone())?;
        Ok(Self {
            auth: Auth::new(
                own.clone(),
                issuer.clone(),
                ground.database.clone(),
                ground.directory.clone(),
                ground.site.clone(),
                ground.clock.clone(),
            ),
            deliveries: Deliveries::new(ground.database.clone(), ground.clock.clone()),
            courier: Courier::new(issuer, own, settings.addresses.clone()),
            ground,
            ring,
        })
    }
}

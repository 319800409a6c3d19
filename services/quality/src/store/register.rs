//! The register: read and written as a whole.

use db::Damaged;
use kernel::{Timestamp, Uuid};
use proto::organisation::{Assignment, Organisation, Person, Role, Unit};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryOrder, SqlErr};

use crate::{
    domain::register::SoundRegister,
    store::{Store, StoreError, Tx, entity},
};

/// The register and how often it has been changed.
#[derive(Debug, Clone)]
pub struct Kept {
    pub version: i64,
    pub organisation: Organisation,
}

/// How roles are called in the database.
const ROLES: [(Role, &str); 13] = [
    (Role::Guardian, "guardian"),
    (Role::Youth, "youth"),
    (Role::Staff, "staff"),
    (Role::UnitManager, "unit_manager"),
    (Role::Principal, "principal"),
    (Role::SchoolOwnerRepresentative, "school_owner_representative"),
    (Role::LexSarahInvestigator, "lex_sarah_investigator"),
    (Role::DecisionMaker, "decision_maker"),
    (Role::Registrar, "registrar"),
    (Role::ContactCentre, "contact_centre"),
    (Role::Archivist, "archivist"),
    (Role::DataProtectionOfficer, "data_protection_officer"),
    (Role::Administrator, "administrator"),
];

impl Store {
    /// None until a register has been imported.
    pub async fn version(&self) -> Result<Option<i64>, StoreError> {
        version(self.database.reader()).await
    }

    /// The register as it was at one moment: read again if it was changed meanwhile.
    pub async fn register(&self) -> Result<Option<Kept>, StoreError> {
        let reader = self.database.reader();
        loop {
            let Some(before) = version(reader).await? else { return Ok(None) };
            let organisation = read(reader).await?;
            if version(reader).await? == Some(before) {
                return Ok(Some(Kept { version: before, organisation }));
            }
        }
    }
}

impl Tx {
    pub async fn register(&self) -> Result<Option<Kept>, StoreError> {
        let Some(version) = version(&self.0).await? else { return Ok(None) };
        Ok(Some(Kept { version, organisation: read(&self.0).await? }))
    }

    /// Writes the first register. [`StoreError::Taken`] when another one was written at the same moment.
    pub async fn insert_register(&self, at: Timestamp, register: &SoundRegister) -> Result<(), StoreError> {
        let first =
            entity::register_version::ActiveModel { id: Set(1), version: Set(1), changed_at: Set(at) };
        // First of all, so that of two imports at once the second waits here and then is refused.
        match entity::register_version::Entity::insert(first).exec_without_returning(&self.0).await {
            Ok(_) => {}
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                return Err(StoreError::Taken);
            }
            Err(error) => return Err(error.into()),
        }
        let Organisation { units, people, assignments } = register.organisation();
        insert::<entity::unit::Entity, _>(&self.0, units.iter().map(unit_row)).await?;
        insert::<entity::person::Entity, _>(&self.0, people.iter().map(person_row)).await?;
        insert::<entity::assignment::Entity, _>(&self.0, assignments.iter().map(assignment_row)).await
    }
}

async fn version(connection: &impl ConnectionTrait) -> Result<Option<i64>, StoreError> {
    let row = entity::register_version::Entity::find_by_id(1_i16).one(connection).await?;
    Ok(row.map(|row| row.version))
}

async fn read(connection: &impl ConnectionTrait) -> Result<Organisation, StoreError> {
    // In one order, so that the same register is the same document.
    let units = entity::unit::Entity::find().order_by_asc(entity::unit::Column::Id);
    let people = entity::person::Entity::find().order_by_asc(entity::person::Column::Id);
    let assignments = entity::assignment::Entity::find().order_by_asc(entity::assignment::Column::Id);
    Ok(Organisation {
        units: units.all(connection).await?.into_iter().map(unit).collect(),
        people: people.all(connection).await?.into_iter().map(person).collect(),
        assignments: assignments
            .all(connection)
            .await?
            .into_iter()
            .map(assignment)
            .collect::<Result<_, _>>()?,
    })
}

/// A database takes so many values a statement: a large register goes in pieces.
async fn insert<E, A>(
    connection: &impl ConnectionTrait,
    rows: impl Iterator<Item = A>,
) -> Result<(), StoreError>
where
    E: EntityTrait,
    A: sea_orm::ActiveModelTrait<Entity = E>,
{
    let rows: Vec<A> = rows.collect();
    for piece in rows.chunks(500) {
        E::insert_many(piece.to_vec()).exec_without_returning(connection).await?;
    }
    Ok(())
}

fn unit(row: entity::unit::Model) -> Unit {
    let entity::unit::Model { id, name, short_name, ivo_notified_on } = row;
    Unit { id, name, short_name, ivo_notified_on }
}

fn unit_row(unit: &Unit) -> entity::unit::ActiveModel {
    let Unit { id, name, short_name, ivo_notified_on } = unit.clone();
    entity::unit::Model { id, name, short_name, ivo_notified_on }.into()
}

fn person(row: entity::person::Model) -> Person {
    let entity::person::Model { id, name, title, login, email } = row;
    Person { id, name, title, login, email }
}

fn person_row(person: &Person) -> entity::person::ActiveModel {
    let Person { id, name, title, login, email } = person.clone();
    entity::person::Model { id, name, title, login, email }.into()
}

fn assignment(row: entity::assignment::Model) -> Result<Assignment, StoreError> {
    let entity::assignment::Model { id, person_id, role, unit_id, youth_id, first_day, last_day } = row;
    let known = ROLES.into_iter().find(|(_, name)| *name == role);
    let (role, _) = known.ok_or(Damaged { table: "assignment", column: "role", row: id })?;
    Ok(Assignment { person_id, role, unit_id, youth_id, from: first_day, to: last_day })
}

fn assignment_row(assignment: &Assignment) -> entity::assignment::ActiveModel {
    let Assignment { person_id, role, unit_id, youth_id, from, to } = assignment.clone();
    let (_, role) = ROLES.into_iter().find(|(known, _)| *known == role).expect("every role has a name");
    let row = entity::assignment::Model {
        id: Uuid::now_v7(),
        person_id,
        role: role.to_owned(),
        unit_id,
        youth_id,
        first_day: from,
        last_day: to,
    };
    row.into()
}

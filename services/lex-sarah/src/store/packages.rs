//! What is filed with IVO, as it was made.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use vault::CaseKey;

use super::{StoreError, Tx, entity::ivo_package, sealed::Row};
use crate::domain::{CaseId, Package, RecordId};

impl Tx {
    /// Keeps what belongs to a filled-in form. It is never changed.
    pub async fn add_package(
        &self,
        case: CaseId,
        key: &CaseKey,
        form: RecordId,
        package: &Package,
    ) -> Result<(), StoreError> {
        let cells = Row { key, table: "ivo_package", id: form.as_uuid() };
        let row = ivo_package::ActiveModel {
            record_id: Set(form.as_uuid()),
            case_id: Set(case.as_uuid()),
            made_at: Set(package.made_at),
            sha256: Set(package.sha256.clone()),
            paper: Set(cells.seal_bytes("paper", &package.paper)),
            enclosed: Set(cells.seal_json("enclosed", &package.enclosed)),
            manifest: Set(cells.seal("manifest", &package.manifest)),
            manifest_sha256: Set(package.manifest_sha256.clone()),
        };
        ivo_package::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    /// The latest: that of the form as it was filled in last.
    pub async fn package(&self, case: CaseId, key: &CaseKey) -> Result<Option<Package>, StoreError> {
        self.first_package(of_case(case).order_by_desc(ivo_package::Column::RecordId), key).await
    }

    /// That of a form as it was filled in once.
    pub async fn package_of(
        &self,
        case: CaseId,
        key: &CaseKey,
        form: RecordId,
    ) -> Result<Option<Package>, StoreError> {
        self.first_package(of_case(case).filter(ivo_package::Column::RecordId.eq(form.as_uuid())), key).await
    }

    /// One whose bytes are not what was hashed is damaged, not handed out.
    async fn first_package(
        &self,
        packages: Select<ivo_package::Entity>,
        key: &CaseKey,
    ) -> Result<Option<Package>, StoreError> {
        let Some(row) = packages.one(&self.connection).await? else { return Ok(None) };
        let cells = Row { key, table: "ivo_package", id: row.record_id };
        let paper = cells.open_bytes("paper", &row.paper)?;
        if Package::sha256(&paper) != row.sha256 {
            return Err(cells.damaged("sha256"));
        }
        let manifest = cells.open("manifest", &row.manifest)?;
        if Package::sha256(manifest.as_bytes()) != row.manifest_sha256 {
            return Err(cells.damaged("manifest_sha256"));
        }
        let enclosed = cells.open_json("enclosed", &row.enclosed)?;
        let (made_at, sha256, manifest_sha256) = (row.made_at, row.sha256, row.manifest_sha256);
        Ok(Some(Package { made_at, sha256, paper, enclosed, manifest, manifest_sha256 }))
    }
}

fn of_case(case: CaseId) -> Select<ivo_package::Entity> {
    ivo_package::Entity::find().filter(ivo_package::Column::CaseId.eq(case.as_uuid()))
}

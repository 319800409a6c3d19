//! Looking at everything a database holds, and at its migrations.

use db::Database;
use sea_orm::{ConnectionTrait, DbErr, Statement};
use sea_orm_migration::MigratorTrait;

/// Every value of every table as text: `table.column` and the value, with bytes both as hexadecimal digits and, where they are
/// UTF-8, as text. For searching what must not be there.
pub async fn everything_stored(database: &Database) -> Vec<(String, String)> {
    let connection = database.reader();
    let backend = connection.get_database_backend();
    let names = if database.is_sqlite() {
        "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    } else {
        "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns WHERE table_schema = 'public'"
    };
    let mut found = Vec::new();
    for column in connection.query_all_raw(Statement::from_string(backend, names)).await.unwrap() {
        let (table, column): (String, String) =
            (column.try_get("", "t").unwrap(), column.try_get("", "c").unwrap());
        let hex = if database.is_sqlite() {
            format!("SELECT hex({column}) AS h FROM {table} WHERE {column} IS NOT NULL")
        } else {
            format!(
                "SELECT CASE WHEN pg_typeof({column})::text = 'bytea' THEN substr({column}::text, 3) \
                 ELSE encode(convert_to({column}::text, 'UTF8'), 'hex') END AS h FROM {table} WHERE {column} IS NOT NULL"
            )
        };
        for row in connection.query_all_raw(Statement::from_string(backend, hex)).await.unwrap() {
            let hex: String = row.try_get("", "h").unwrap();
            let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            found.push((format!("{table}.{column}"), format!("{text} {hex}")));
        }
    }
    found
}

/// Every migration goes up, down and up again on an empty database.
pub async fn up_down_up<M: MigratorTrait>() {
    let database = crate::database().await;
    let connection = database.connect().await;
    let walk = async || -> Result<(), DbErr> {
        M::up(connection.reader(), None).await?;
        M::down(connection.reader(), None).await?;
        M::up(connection.reader(), None).await
    };
    walk().await.unwrap();
    connection.close().await;
}

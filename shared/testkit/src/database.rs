//! A database for each test: a SQLite file, or a PostgreSQL database when `TEST_POSTGRES_URL` says where.

use std::env;

use db::Database;
use kernel::Uuid;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;

/// Empty when made, gone when dropped.
pub struct TestDatabase {
    url: String,
    _folder: Option<TempDir>,
    postgres: Option<(String, String)>,
}

/// A new, empty database.
pub async fn database() -> TestDatabase {
    match env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty()) {
        Some(server) => on_postgres(server).await,
        None => in_a_file(),
    }
}

impl TestDatabase {
    pub fn url(&self) -> &str {
        &self.url
    }

    pub async fn connect(&self) -> Database {
        Database::connect(&self.url).await.unwrap()
    }
}

fn in_a_file() -> TestDatabase {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    TestDatabase { url, _folder: Some(folder), postgres: None }
}

async fn on_postgres(server: String) -> TestDatabase {
    let name = format!("test_{}", Uuid::now_v7().simple());
    let connection = Database::connect(&server).await.unwrap();
    connection.reader().execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    connection.close().await;
    let mut url: url::Url = server.parse().unwrap();
    url.set_path(&name);
    TestDatabase { url: url.into(), _folder: None, postgres: Some((server, name)) }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.postgres.take() else { return };
        // Dropping cannot wait, and the test's own runtime may be gone: a thread of its own does it.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let connection = Database::connect(&server).await.unwrap();
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                connection.reader().execute_unprepared(&drop).await.unwrap();
                connection.close().await;
            });
        });
        // A cluster that is being stopped takes its databases with it.
        let _ = dropped.join();
    }
}

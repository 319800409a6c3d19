//! One way in to SQLite and PostgreSQL.

use std::time::{Duration, Instant};

use sea_orm::{
    ConnectOptions, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteError, SqliteJournalMode, SqliteSynchronous},
};

/// Longer than any statement of ours takes; shorter than a person waits.
const PATIENCE: Duration = Duration::from_secs(5);

/// A pool of connections.
#[derive(Debug, Clone)]
pub struct Database(DatabaseConnection);

/// The database cannot be used. Never says the address, which may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    #[error("the database address must begin with sqlite: or postgres:")]
    UnknownKind,
    #[error("the database does not answer: is it running, and may we log in?")]
    NoAnswer(#[source] DbErr),
}

impl Database {
    /// `url` is `sqlite:<file>` or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, ConnectError> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).acquire_timeout(PATIENCE).connect_timeout(PATIENCE);
        if url.starts_with("sqlite:") {
            sqlite(&mut options);
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            postgres(&mut options);
        } else {
            return Err(ConnectError::UnknownKind);
        }
        open(options).await.map(Self).map_err(ConnectError::NoAnswer)
    }

    /// A transaction that may write. On SQLite it takes the write lock at once: a deferred one that reads first would
    /// fail under contention whatever the busy timeout says.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        self.0.begin_with_options(options).await
    }

    /// For reading outside a transaction.
    pub const fn reader(&self) -> &DatabaseConnection {
        &self.0
    }

    pub fn is_sqlite(&self) -> bool {
        self.0.get_database_backend() == DatabaseBackend::Sqlite
    }

    /// Whether it answers now.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.0.ping().await
    }

    pub async fn close(self) {
        // Closing fails only when it is closed already.
        let _ = self.0.close().await;
    }
}

/// Of several that open a new SQLite file at once each wants to give it its write-ahead log, and SQLite tells all but one
/// that it is busy, whatever the busy timeout says.
async fn open(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    let begun = Instant::now();
    loop {
        match sea_orm::Database::connect(options.clone()).await {
            Err(error) if is_busy(&error) && begun.elapsed() < PATIENCE => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            opened => return opened,
        }
    }
}

fn is_busy(error: &DbErr) -> bool {
    const SQLITE_BUSY: i32 = 5;
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else { return false };
    let code = error.as_database_error().filter(|error| error.try_downcast_ref::<SqliteError>().is_some());
    let code = code.and_then(|error| error.code()?.parse::<i32>().ok());
    // The upper bits say why.
    code.is_some_and(|code| code & 0xff == SQLITE_BUSY)
}

fn sqlite(options: &mut ConnectOptions) {
    options.max_connections(8).map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // NORMAL may lose an acknowledged complaint at power loss.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            // What is deleted is overwritten, not only unlinked.
            .pragma("secure_delete", "ON")
            // Else REPLACE removes a row without asking the triggers of append-only tables.
            .pragma("recursive_triggers", "ON")
    });
}

fn postgres(options: &mut ConnectOptions) {
    options.max_connections(16).map_sqlx_postgres_opts(|postgres| {
        postgres.options([
            ("statement_timeout", "5s"),
            ("lock_timeout", "3s"),
            ("idle_in_transaction_session_timeout", "10s"),
        ])
    });
}

CREATE TABLE draft (
    token_hash text PRIMARY KEY NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamptz NOT NULL
);
CREATE INDEX draft_by_age ON draft (saved_at);

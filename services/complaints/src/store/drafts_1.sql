-- What somebody is writing, sealed under a key that follows from a token in their browser and is nowhere else.
-- Once it is sent, the receipt stands in its place.
CREATE TABLE draft (
    token_hash text PRIMARY KEY NOT NULL,
    sealed bytea NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    changed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK (expires_at > changed_at)
);
CREATE INDEX draft_by_expiry ON draft (expires_at);

-- A matter that a sender has opened with the receipt, which is sealed in the same way.
CREATE TABLE reading_visit (
    token_hash text PRIMARY KEY NOT NULL,
    sealed bytea NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK (expires_at > seen_at)
);
CREATE INDEX reading_visit_by_expiry ON reading_visit (expires_at);

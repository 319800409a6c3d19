CREATE TABLE session (
    id_hash text PRIMARY KEY NOT NULL,
    person_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    sid text,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    authenticated_at timestamptz NOT NULL
);
CREATE INDEX session_by_provider ON session (issuer, sid);
CREATE INDEX session_by_age ON session (created_at);

CREATE TABLE login_attempt (
    token_hash text PRIMARY KEY NOT NULL,
    sealed bytea NOT NULL,
    started_at timestamptz NOT NULL
);
CREATE INDEX login_attempt_by_age ON login_attempt (started_at);

-- Who a person is to the identity provider, kept from the first log-in on.
CREATE TABLE pinned_identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL UNIQUE,
    pinned_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);

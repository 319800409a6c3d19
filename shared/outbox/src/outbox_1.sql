CREATE TABLE outbox (
    id uuid PRIMARY KEY NOT NULL,
    recipient text NOT NULL,
    path text NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    -- When it is to be tried next: moved ahead while somebody carries it. Null when it is done with.
    due_at timestamptz,
    attempts integer NOT NULL,
    delivered_at timestamptz,
    -- Set when the receiver refuses it for good: an operator has to look.
    refused_at timestamptz,
    last_status smallint,
    CHECK ((due_at IS NULL) = (delivered_at IS NOT NULL OR refused_at IS NOT NULL))
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX outbox_refused ON outbox (id) WHERE refused_at IS NOT NULL;

CREATE TABLE inbox (
    source text NOT NULL,
    id uuid NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
);

CREATE TABLE answered_once (
    key_hash text PRIMARY KEY NOT NULL,
    request_hash text NOT NULL,
    -- The answer, sealed under a key that follows from the repeat key and is kept nowhere.
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX answered_once_by_age ON answered_once (created_at);

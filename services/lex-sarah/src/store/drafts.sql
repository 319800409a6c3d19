-- What somebody is reporting, as far as they have written: sealed under a key of its own, one for each person.
CREATE TABLE report_draft (
    person_id uuid PRIMARY KEY NOT NULL,
    key_id text NOT NULL,
    wrapped_key bytea NOT NULL,
    content bytea NOT NULL,
    seen_at timestamptz NOT NULL,
    locked_at timestamptz
);
CREATE INDEX report_draft_by_seen_at ON report_draft (seen_at);

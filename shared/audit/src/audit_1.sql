CREATE TABLE audit (
    id uuid PRIMARY KEY NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    person_id uuid,
    action text NOT NULL,
    case_id uuid NOT NULL,
    part_id uuid,
    CHECK ((actor_kind = 'person') = (person_id IS NOT NULL))
);
CREATE INDEX audit_by_case ON audit (case_id, id);
CREATE INDEX audit_by_person ON audit (person_id, id);

-- The chain over the traces. Each has a place in it, and the service's signature that it had this content in this place.
CREATE TABLE audit_link (
    place bigint PRIMARY KEY NOT NULL CHECK (place > 0),
    audit_id uuid NOT NULL UNIQUE,
    signature bytea NOT NULL
);

-- The end of a batch: the hash of everything up to it, signed. Whoever else keeps one can tell whether anything before it has
-- been changed or taken away, by whomever.
CREATE TABLE audit_head (
    number bigint PRIMARY KEY NOT NULL CHECK (number > 0),
    place bigint NOT NULL UNIQUE,
    hash bytea NOT NULL,
    closed_at timestamptz NOT NULL,
    signature bytea NOT NULL
);

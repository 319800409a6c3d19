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

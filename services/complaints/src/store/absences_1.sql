-- Somebody is away from a day to a day, and who sees to their matters meanwhile. An absence that ended early keeps its first end.
CREATE TABLE absence (
    id uuid PRIMARY KEY NOT NULL,
    number text NOT NULL,
    person_id uuid NOT NULL,
    deputy_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    noted_at timestamptz NOT NULL,
    noted_by uuid NOT NULL,
    ended_at timestamptz,
    CHECK (to_day >= from_day),
    CHECK (deputy_id <> person_id)
);
CREATE INDEX absence_by_person ON absence (person_id, to_day) WHERE ended_at IS NULL;
CREATE INDEX absence_by_deputy ON absence (deputy_id, to_day) WHERE ended_at IS NULL;

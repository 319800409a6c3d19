-- What is destroyed by whose decision (C12). Lists, what stood on them and what became of them are only ever added.
CREATE TABLE disposal (
    id uuid PRIMARY KEY NOT NULL,
    kind text NOT NULL CHECK (kind IN ('inquired', 'plain')),
    years integer NOT NULL CHECK (years >= 0),
    -- The number of the authority's decision. Nothing is proposed without one.
    decision text NOT NULL CHECK (decision <> ''),
    proposed_at timestamptz NOT NULL,
    proposed_by uuid NOT NULL
);

CREATE TABLE disposal_item (
    disposal_id uuid NOT NULL REFERENCES disposal (id),
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    number text NOT NULL,
    registration_number text NOT NULL,
    closed_on date NOT NULL,
    PRIMARY KEY (disposal_id, complaint_id)
);
CREATE INDEX disposal_item_by_complaint ON disposal_item (complaint_id);

-- A list that was carried out has a number in the log and a seal over the line and the last; one that was withdrawn has neither.
CREATE TABLE disposal_end (
    disposal_id uuid PRIMARY KEY NOT NULL REFERENCES disposal (id),
    outcome text NOT NULL CHECK (outcome IN ('carried', 'withdrawn')),
    ended_at timestamptz NOT NULL,
    ended_by uuid NOT NULL,
    number integer UNIQUE,
    seal bytea,
    CHECK ((outcome = 'carried') = (number IS NOT NULL)),
    CHECK ((outcome = 'carried') = (seal IS NOT NULL))
);

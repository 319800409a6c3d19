-- One row. Its version goes up with every change of the register: others ask by it whether their copy is still true. A
-- migration that changes what is given out raises it too.
CREATE TABLE register_version (
    id smallint PRIMARY KEY NOT NULL CHECK (id = 1),
    version bigint NOT NULL CHECK (version > 0),
    changed_at timestamptz NOT NULL
);

CREATE TABLE unit (
    id uuid PRIMARY KEY NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL UNIQUE,
    -- LSS 23 §. Null: not active (H16).
    ivo_notified_on date
);

CREATE TABLE person (
    id uuid PRIMARY KEY NOT NULL,
    name text NOT NULL,
    title text,
    login text NOT NULL UNIQUE,
    -- The address at work; given to notifications only.
    email text
);

CREATE TABLE assignment (
    id uuid PRIMARY KEY NOT NULL,
    person_id uuid NOT NULL REFERENCES person (id),
    role text NOT NULL,
    unit_id uuid REFERENCES unit (id),
    -- Whose guardian.
    youth_id uuid REFERENCES person (id),
    first_day date NOT NULL,
    -- Inclusive. Null: until further notice.
    last_day date,
    CHECK (last_day IS NULL OR first_day <= last_day),
    CHECK ((role = 'guardian') = (youth_id IS NOT NULL)),
    CHECK (
        (unit_id IS NOT NULL AND role IN ('guardian', 'youth', 'staff', 'unit_manager', 'principal'))
        OR (unit_id IS NULL AND role IN (
            'school_owner_representative', 'lex_sarah_investigator', 'decision_maker', 'registrar', 'contact_centre',
            'archivist', 'data_protection_officer', 'administrator'
        ))
    )
);
CREATE INDEX assignment_by_person ON assignment (person_id);
CREATE INDEX assignment_by_unit ON assignment (unit_id);
CREATE INDEX assignment_by_youth ON assignment (youth_id);

-- What other services told: ids and codes, never a person and never free text.
CREATE TABLE fact (
    source text NOT NULL CHECK (source IN ('complaints', 'lex-sarah')),
    id uuid NOT NULL,
    subject uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    kind text NOT NULL,
    unit_id uuid REFERENCES unit (id),
    month text NOT NULL CHECK (length(month) = 7),
    category text,
    severity smallint CHECK (severity BETWEEN 0 AND 4),
    -- Whether one of the same category about the same unit had come in not long before.
    again boolean,
    -- That of what needed no inquiry.
    how text,
    deviation text,
    grade text,
    ivo_required boolean,
    PRIMARY KEY (source, id),
    CHECK (
        (kind = 'complaint_answered' AND source = 'complaints'
            AND category IS NOT NULL AND severity IS NOT NULL AND again IS NOT NULL AND how IS NULL AND deviation IS NULL
            AND grade IS NULL AND ivo_required IS NULL)
        OR (kind = 'complaint_settled' AND source = 'complaints'
            AND how IS NOT NULL AND severity IS NULL AND again IS NULL AND deviation IS NULL AND grade IS NULL
            AND ivo_required IS NULL)
        OR (kind = 'deviation_found' AND source = 'complaints'
            AND category IS NOT NULL AND severity IS NULL AND again IS NULL AND how IS NULL AND deviation IS NOT NULL
            AND grade IS NULL AND ivo_required IS NULL)
        OR (kind = 'case_decided' AND source = 'lex-sarah' AND unit_id IS NOT NULL
            AND category IS NULL AND severity IS NULL AND again IS NULL AND how IS NULL AND deviation IS NULL
            AND grade IS NOT NULL AND ivo_required IS NOT NULL)
    )
);
CREATE INDEX fact_by_month ON fact (month, unit_id);
CREATE INDEX fact_by_unit ON fact (unit_id);
-- What takes the place of a fact is looked for by its subject.
CREATE INDEX fact_by_subject ON fact (subject, occurred_at);

-- The information duty (LSS 24 c §). Nothing of a case: which version of the routine, who was told of it, when.
CREATE TABLE routine (
    version text PRIMARY KEY NOT NULL,
    link text,
    words text,
    valid_from date NOT NULL,
    added_at timestamptz NOT NULL,
    added_by uuid NOT NULL,
    CHECK (link IS NOT NULL OR words IS NOT NULL)
);

CREATE TABLE briefing (
    id uuid PRIMARY KEY NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('meeting', 'new_employee')),
    held_on date NOT NULL,
    -- Also one that was in force before versions were kept here.
    version text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL
);
CREATE INDEX briefing_by_unit ON briefing (unit_id, held_on);

CREATE TABLE briefed (
    briefing_id uuid NOT NULL REFERENCES briefing (id),
    person_id uuid NOT NULL,
    PRIMARY KEY (briefing_id, person_id)
);
CREATE INDEX briefed_by_person ON briefed (person_id);

-- When a unit was last reminded; the number stands in the mail and on the page, and says nothing.
CREATE TABLE briefing_reminder (
    unit_id uuid PRIMARY KEY NOT NULL,
    number text NOT NULL,
    told_on date NOT NULL
);

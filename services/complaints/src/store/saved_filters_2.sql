-- The filters that somebody lets those at their unit use too.
CREATE TABLE shared_filter (
    person_id uuid NOT NULL,
    filter text NOT NULL,
    shared_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, filter)
);

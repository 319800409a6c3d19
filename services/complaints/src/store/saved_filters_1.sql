-- The filters somebody keeps of their list. They are plain facts, as they stand in the list's address; they have no names.
CREATE TABLE saved_filter (
    person_id uuid NOT NULL,
    filter text NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, filter)
);

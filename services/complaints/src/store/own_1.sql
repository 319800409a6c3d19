-- Who sent a complaint while logged in, and follows it without a code. Only they are shown it by this: not a guardian when a
-- youth wrote.
CREATE TABLE own_matter (
    complaint_id uuid PRIMARY KEY NOT NULL REFERENCES complaint (id),
    person_id uuid NOT NULL,
    sent_as text NOT NULL CHECK (sent_as IN ('guardian', 'youth'))
);
CREATE INDEX own_matter_by_person ON own_matter (person_id, complaint_id);

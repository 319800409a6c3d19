-- Who sent a complaint while logged in, and follows it without a code. Only they are shown it by this: not a guardian when a
-- youth wrote.
CREATE TABLE own_matter (
    complaint_id uuid PRIMARY KEY NOT NULL REFERENCES complaint (id),
    person_id uuid NOT NULL,
    -- Whose guardian wrote: an id of the organisation register, which says whether they still are. Null: a youth wrote.
    youth_id uuid
);
CREATE INDEX own_matter_by_person ON own_matter (person_id, complaint_id);

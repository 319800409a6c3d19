-- What a registrar has made of an entry of the diary: the latest is what it says.
CREATE TABLE diary_check (
    case_id uuid NOT NULL REFERENCES diary_entry (case_id),
    -- From 1, without gaps: two who check at once do not both count.
    version bigint NOT NULL CHECK (version > 0),
    checked_at timestamptz NOT NULL,
    checked_by uuid NOT NULL,
    line text NOT NULL,
    secrecy_ground text,
    marked_on date,
    authority text,
    PRIMARY KEY (case_id, version),
    CHECK ((secrecy_ground IS NULL) = (marked_on IS NULL) AND (secrecy_ground IS NULL) = (authority IS NULL))
);

CREATE INDEX diary_check_by_day ON diary_check (version, checked_at, case_id);

-- What no registrar has checked yet.
CREATE TABLE diary_unchecked (
    case_id uuid PRIMARY KEY NOT NULL REFERENCES diary_entry (case_id),
    registered_at timestamptz NOT NULL
);
CREATE INDEX diary_unchecked_by_day ON diary_unchecked (registered_at, case_id);
INSERT INTO diary_unchecked SELECT case_id, registered_at FROM diary_entry;

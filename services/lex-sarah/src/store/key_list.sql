-- Every look into a key list, with its reason.
CREATE TABLE key_list_look (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES key_list (case_id),
    looked_at timestamptz NOT NULL,
    looked_by uuid NOT NULL,
    reason bytea NOT NULL
);
CREATE INDEX key_list_look_by_case ON key_list_look (case_id, id);

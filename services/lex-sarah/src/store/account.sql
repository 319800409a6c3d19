-- The yearly account: nothing of a case, and nobody's name but that of whoever approved it.
CREATE TABLE account_draft (
    year integer PRIMARY KEY NOT NULL,
    words text NOT NULL,
    drafted_at timestamptz NOT NULL,
    drafted_by uuid NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE account (
    year integer PRIMARY KEY NOT NULL,
    -- As it was approved, word for word and figure for figure; the hash is taken over it.
    content text NOT NULL,
    sha256 text NOT NULL,
    -- A PDF of the same, and the hash of its bytes.
    paper bytea NOT NULL,
    paper_sha256 text NOT NULL,
    approved_at timestamptz NOT NULL,
    approved_by uuid NOT NULL
);

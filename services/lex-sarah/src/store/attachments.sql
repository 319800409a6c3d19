-- A file. While it waits for a report its key is wrapped to the service's own; from then on the case's key seals it.
-- Without a size it has not arrived whole.
CREATE TABLE attachment (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid REFERENCES lex_sarah_case (id),
    -- The piece of the inquiry it belongs to; none: it came with the report.
    entry_id uuid REFERENCES entry (id),
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    key_id text,
    wrapped_key bytea,
    sealed_key bytea,
    name bytea NOT NULL,
    sha256 bytea,
    content_type text NOT NULL,
    size bigint,
    -- What the virus scanner has said of it; while it arrives, nothing.
    standing text NOT NULL CHECK (standing IN ('no_scanner', 'quarantined', 'clean', 'infected')),
    -- When it is shown to the scanner next.
    scan_at timestamptz,
    CHECK ((standing = 'quarantined') = (scan_at IS NOT NULL)),
    CHECK ((case_id IS NULL) = (sealed_key IS NULL) AND (case_id IS NULL) = (wrapped_key IS NOT NULL)
        AND (case_id IS NULL) = (key_id IS NOT NULL)),
    CHECK ((size IS NULL) = (sha256 IS NULL)),
    CHECK (case_id IS NULL OR size IS NOT NULL),
    CHECK (entry_id IS NULL OR case_id IS NOT NULL)
);
CREATE INDEX attachment_by_case ON attachment (case_id, id);
CREATE INDEX attachment_by_entry ON attachment (entry_id);
CREATE INDEX attachment_waiting ON attachment (added_by, id) WHERE case_id IS NULL;
CREATE INDEX attachment_to_scan ON attachment (scan_at) WHERE scan_at IS NOT NULL AND case_id IS NOT NULL;

CREATE TABLE attachment_chunk (
    attachment_id uuid NOT NULL REFERENCES attachment (id),
    number integer NOT NULL,
    last boolean NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (attachment_id, number)
);

CREATE TABLE message (
    id uuid PRIMARY KEY NOT NULL,
    occasion text NOT NULL
        CHECK (occasion IN ('new_matter', 'task_waits', 'new_message', 'answer_ready', 'received', 'decided', 'target_nears',
            'target_passed', 'absence')),
    case_number text NOT NULL CHECK (length(case_number) = 9),
    due_on date,
    place text NOT NULL
        CHECK (place IN ('complaints_public', 'complaints', 'lex_sarah', 'notifications', 'quality')),
    received_from text NOT NULL,
    received_at timestamptz NOT NULL,
    -- Why somebody who was to be told was not: an operator has to see to it.
    untold text CHECK (untold IN ('nobody', 'no_address')),
    -- When the operator did, and who that was.
    seen_to_at timestamptz,
    seen_to_by uuid,
    CHECK ((seen_to_at IS NULL) = (seen_to_by IS NULL)),
    CHECK (seen_to_at IS NULL OR untold IS NOT NULL)
);
CREATE INDEX message_untold ON message (id) WHERE untold IS NOT NULL AND seen_to_at IS NULL;

CREATE TABLE delivery (
    id uuid PRIMARY KEY NOT NULL,
    message_id uuid NOT NULL REFERENCES message (id),
    -- Who it is, only when it is somebody who works here.
    colleague_id uuid,
    -- The address, sealed to the pair called key_id. Null when it has been removed.
    key_id text,
    sealed_address bytea,
    language text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
    -- When it is to be tried next: moved ahead while somebody tries. Null when it is done with.
    due_at timestamptz,
    attempts integer NOT NULL,
    last_attempt_at timestamptz,
    -- What the mail server answered last, if it was no yes.
    last_status smallint,
    ended_at timestamptz,
    -- When an operator saw to it that the person was told in another way, and who that was.
    seen_to_at timestamptz,
    seen_to_by uuid,
    CHECK ((state = 'waiting') = (due_at IS NOT NULL)),
    CHECK ((state = 'waiting') = (ended_at IS NULL)),
    CHECK ((key_id IS NULL) = (sealed_address IS NULL)),
    CHECK (state <> 'waiting' OR sealed_address IS NOT NULL),
    CHECK ((seen_to_at IS NULL) = (seen_to_by IS NULL)),
    CHECK (seen_to_at IS NULL OR state = 'refused')
);
CREATE INDEX delivery_by_message ON delivery (message_id);
CREATE INDEX delivery_due ON delivery (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_by_end ON delivery (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX delivery_refused ON delivery (id) WHERE state = 'refused' AND seen_to_at IS NULL;
CREATE INDEX delivery_with_address ON delivery (ended_at) WHERE sealed_address IS NOT NULL AND ended_at IS NOT NULL;

-- A complaint and what follows from it. What people wrote is sealed (bytea); what lists, clocks and rights need is plain.
CREATE TABLE complaint (
    id uuid PRIMARY KEY NOT NULL,
    number text NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('received', 'registered', 'triaged', 'inquiry', 'answered', 'measures',
        'closed', 'disposed', 'redirected', 'split', 'merged', 'no_complaint')),
    version bigint NOT NULL,
    received_at timestamptz NOT NULL,
    -- The Swedish day of it, counted from 0001-01-01: a number, so that both databases reckon with it alike.
    received_day integer NOT NULL,
    channel text NOT NULL CHECK (channel IN ('web_form', 'api', 'phone', 'letter', 'visit', 'e_mail')),
    -- Who wrote it down for the sender, and when (FL 27 §).
    taken_in_at timestamptz,
    taken_in_by uuid,
    language text NOT NULL,
    unit_id uuid,
    -- Whether the sender says that it is about the manager of the unit.
    about_manager boolean NOT NULL DEFAULT FALSE,
    -- Whom it lies with: the unit's manager, or the next level when the manager may not (G.1, G.2, I.2 C11).
    level text NOT NULL CHECK (level IN ('unit_manager', 'principal', 'school_owner_representative')),
    kind text NOT NULL CHECK (kind IN ('complaint', 'view', 'praise', 'unsaid')),
    relation text NOT NULL
        CHECK (relation IN ('guardian', 'youth', 'close_relation', 'staff', 'other', 'unknown')),
    wants_answer boolean NOT NULL,
    -- None when the sender knows that it has come, or cannot be reached.
    acknowledge_by date,
    acknowledged_at timestamptz,
    acknowledged_how text CHECK (acknowledged_how IN ('screen', 'spoken', 'mail', 'message')),
    triage_by date NOT NULL,
    answer_by date NOT NULL,
    -- The next internal target: of what somebody is reminded.
    due_on date NOT NULL,
    -- The nearest clock, which lists are ordered by: the next internal target, or the day by which IMY must have been told of a
    -- breach. 9999-12-31 when there is none.
    clock_on date NOT NULL,
    registered_at timestamptz,
    registration_number text UNIQUE,
    diary_line text,
    secrecy_mark text,
    secrecy_marked_on date,
    secrecy_authority text,
    -- Which registrar looked the entry through, and when.
    entry_checked_at timestamptz,
    entry_checked_by uuid,
    triaged_at timestamptz,
    triaged_by uuid,
    category text,
    -- What else it is about, as codes with a space between.
    besides text,
    severity smallint CHECK (severity BETWEEN 0 AND 4),
    misconduct_suspected boolean,
    child_at_risk boolean,
    data_breach boolean,
    concerns text CHECK (concerns IN ('ktt', 'school', 'both')),
    other_authority boolean,
    threat boolean,
    -- When IMY must have been told of a breach (GDPR art. 33).
    breach_by timestamptz,
    -- What the sender gets names nobody (FL 33 §).
    names_withheld boolean NOT NULL DEFAULT FALSE,
    redirected_to text CHECK (redirected_to IN ('ordering_board', 'school', 'school_transport', 'social_services',
        'other_municipality', 'region', 'police', 'other')),
    redirected_how text CHECK (redirected_how IN ('told', 'forwarded')),
    redirected_with_consent boolean,
    handler_id uuid,
    -- Since when something from the sender waits that nobody whom it lies with has read or answered.
    unread_since timestamptz,
    inquiry_started_at timestamptz,
    -- Which deviation the inquiry found (H40). Nothing that is inquired into is answered without it.
    deviation text CHECK (deviation IN ('quality_not_reached', 'routine_not_followed', 'none')),
    answered_at timestamptz,
    answered_by uuid,
    -- How the sender got the answer (I.2 C9).
    answered_how text CHECK (answered_how IN ('page', 'letter', 'phone', 'meeting')),
    -- The next day a measure asks for something.
    measure_by date,
    -- The target, or the day of a breach, of which those whom it lies with were reminded.
    reminded_of date,
    passed_told_of date,
    breach_reminded boolean NOT NULL DEFAULT FALSE,
    closed_at timestamptz,
    closed_by uuid,
    routine_reviewed boolean,
    CHECK ((acknowledged_at IS NULL) = (acknowledged_how IS NULL)),
    CHECK (acknowledge_by IS NULL OR acknowledged_at IS NULL),
    CHECK (state = 'received' OR registered_at IS NOT NULL),
    CHECK ((registered_at IS NULL) = (registration_number IS NULL)),
    CHECK ((registered_at IS NULL) = (diary_line IS NULL)),
    CHECK ((entry_checked_at IS NULL) = (entry_checked_by IS NULL)),
    CHECK (entry_checked_at IS NULL OR registered_at IS NOT NULL),
    CHECK (state NOT IN ('triaged', 'inquiry', 'answered', 'measures') OR triaged_at IS NOT NULL),
    CHECK ((triaged_at IS NULL) = (triaged_by IS NULL)),
    CHECK ((triaged_at IS NULL) = (category IS NULL)),
    CHECK ((triaged_at IS NULL) = (besides IS NULL)),
    CHECK ((triaged_at IS NULL) = (severity IS NULL)),
    CHECK ((triaged_at IS NULL) = (misconduct_suspected IS NULL)),
    CHECK ((triaged_at IS NULL) = (child_at_risk IS NULL)),
    CHECK ((triaged_at IS NULL) = (data_breach IS NULL)),
    CHECK ((triaged_at IS NULL) = (concerns IS NULL)),
    CHECK ((triaged_at IS NULL) = (other_authority IS NULL)),
    CHECK ((triaged_at IS NULL) = (threat IS NULL)),
    CHECK ((severity = 4) = misconduct_suspected),
    CHECK (state NOT IN ('inquiry', 'answered', 'measures') OR inquiry_started_at IS NOT NULL),
    CHECK (state NOT IN ('answered', 'measures') OR answered_at IS NOT NULL),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
    CHECK ((answered_at IS NULL) = (answered_how IS NULL)),
    CHECK ((state IN ('closed', 'disposed')) = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK ((closed_at IS NULL) = (routine_reviewed IS NULL)),
    CHECK (deviation IS NULL OR inquiry_started_at IS NOT NULL),
    CHECK ((taken_in_at IS NULL) = (taken_in_by IS NULL)),
    CHECK ((taken_in_at IS NULL) = (channel IN ('web_form', 'api'))),
    CHECK ((secrecy_mark IS NULL) = (secrecy_marked_on IS NULL)),
    CHECK ((secrecy_mark IS NULL) = (secrecy_authority IS NULL)),
    CHECK (state <> 'redirected' OR redirected_to IS NOT NULL),
    CHECK ((redirected_to IS NULL) = (redirected_how IS NULL)),
    CHECK ((redirected_to IS NULL) = (redirected_with_consent IS NULL)),
    CHECK (redirected_how <> 'forwarded' OR redirected_with_consent)
);
CREATE INDEX complaint_to_register ON complaint (id) WHERE state = 'received';
-- What a registrar has to look through, the nearest clock first.
CREATE INDEX complaint_unchecked ON complaint (clock_on, id) WHERE entry_checked_at IS NULL AND registered_at IS NOT NULL;
CREATE INDEX complaint_registered ON complaint (registered_at, id);
-- What is counted of complaints (H46), and whether one of the same kind came before.
CREATE INDEX complaint_counted ON complaint (unit_id, category, received_day);
CREATE INDEX complaint_breach ON complaint (breach_by) WHERE breach_by IS NOT NULL;
CREATE INDEX complaint_due ON complaint (due_on, id) WHERE closed_at IS NULL;
CREATE INDEX complaint_open ON complaint (clock_on, id) WHERE closed_at IS NULL;
CREATE INDEX complaint_open_by_unit ON complaint (unit_id, clock_on, id) WHERE closed_at IS NULL;
CREATE INDEX complaint_open_by_state ON complaint (state, clock_on, id) WHERE closed_at IS NULL;
CREATE INDEX complaint_open_by_category ON complaint (category, clock_on, id) WHERE closed_at IS NULL AND category IS NOT NULL;
CREATE INDEX complaint_open_by_handler ON complaint (handler_id, clock_on, id) WHERE closed_at IS NULL AND handler_id IS NOT NULL;
CREATE INDEX complaint_closed ON complaint (clock_on, id) WHERE closed_at IS NOT NULL;
CREATE INDEX complaint_closed_by_unit ON complaint (unit_id, clock_on, id) WHERE closed_at IS NOT NULL;
CREATE INDEX complaint_open_come_up ON complaint (clock_on, id)
    WHERE level = 'school_owner_representative' AND closed_at IS NULL;
CREATE INDEX complaint_closed_come_up ON complaint (clock_on, id)
    WHERE level = 'school_owner_representative' AND closed_at IS NOT NULL;
CREATE INDEX complaint_by_channel ON complaint (channel, clock_on, id);
-- What came from the sender since somebody last read it: few at any time, so each of these stays small.
CREATE INDEX complaint_unread ON complaint (clock_on, id) WHERE unread_since IS NOT NULL;
CREATE INDEX complaint_unread_by_unit ON complaint (unit_id, clock_on, id) WHERE unread_since IS NOT NULL;
CREATE INDEX complaint_unread_by_time ON complaint (received_at, id) WHERE unread_since IS NOT NULL;
CREATE INDEX complaint_unread_by_unit_and_time ON complaint (unit_id, received_at, id) WHERE unread_since IS NOT NULL;
-- What searches and programs go through, the newest first.
CREATE INDEX complaint_by_time ON complaint (received_at, id);
CREATE INDEX complaint_by_unit ON complaint (unit_id, received_at, id);
CREATE INDEX complaint_by_state ON complaint (state, received_at, id);
CREATE INDEX complaint_by_category ON complaint (category, received_at, id) WHERE category IS NOT NULL;
CREATE INDEX complaint_by_unit_and_category ON complaint (unit_id, category, received_at, id) WHERE category IS NOT NULL;
CREATE INDEX complaint_come_up_by_time ON complaint (received_at, id) WHERE level = 'school_owner_representative';

-- What sender and staff say to each other, sealed under the sender's half of the case key.
CREATE TABLE message (
    id uuid PRIMARY KEY NOT NULL,
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    direction text NOT NULL CHECK (direction IN ('sender', 'staff')),
    kind text NOT NULL CHECK (kind IN ('original', 'message', 'answer')),
    author_id uuid,
    sealed_author bytea,
    sealed_text bytea NOT NULL,
    written_at timestamptz NOT NULL,
    CHECK ((direction = 'staff') = (author_id IS NOT NULL)),
    CHECK ((author_id IS NULL) = (sealed_author IS NULL)),
    CHECK (kind <> 'original' OR direction = 'sender'),
    CHECK (kind <> 'answer' OR direction = 'staff')
);
CREATE INDEX message_by_complaint ON message (complaint_id, id);

-- What staff write for themselves, sealed under the whole case key.
CREATE TABLE journal_entry (
    id uuid PRIMARY KEY NOT NULL,
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    kind text NOT NULL CHECK (kind IN ('note', 'rejudged', 'moved', 'happened', 'sources', 'heard', 'compared', 'towards_guardian', 'assignment',
        'youth_heard', 'closing', 'routine', 'feedback', 'untold', 'let_in', 'reopening')),
    author_id uuid NOT NULL,
    sealed_author bytea NOT NULL,
    sealed_text bytea NOT NULL,
    written_at timestamptz NOT NULL,
    -- The entry that this one corrects.
    corrects uuid REFERENCES journal_entry (id)
);
CREATE INDEX journal_entry_by_complaint ON journal_entry (complaint_id, id);

-- What somebody writes to remember by while they work: no part of the record (TF 2:12). When the matter is closed it is removed, or
-- kept as an entry of the journal.
CREATE TABLE working_note (
    id uuid PRIMARY KEY NOT NULL,
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    author_id uuid NOT NULL,
    sealed_author bytea NOT NULL,
    sealed_text bytea NOT NULL,
    written_at timestamptz NOT NULL,
    -- The note that this one corrects.
    corrects uuid
);
CREATE INDEX working_note_by_complaint ON working_note (complaint_id, id);

-- What a complaint was judged to be before it was judged anew (I.2 C4), and by whom.
CREATE TABLE earlier_judgement (
    -- Of the entry of the journal that says why it was judged anew.
    id uuid PRIMARY KEY NOT NULL REFERENCES journal_entry (id),
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    triaged_at timestamptz NOT NULL,
    triaged_by uuid NOT NULL,
    category text NOT NULL,
    besides text NOT NULL,
    severity smallint NOT NULL,
    misconduct_suspected boolean NOT NULL,
    child_at_risk boolean NOT NULL,
    data_breach boolean NOT NULL,
    concerns text NOT NULL,
    other_authority boolean NOT NULL,
    threat boolean NOT NULL
);
CREATE INDEX earlier_judgement_by_complaint ON earlier_judgement (complaint_id, id);

CREATE TABLE contact (
    complaint_id uuid PRIMARY KEY NOT NULL REFERENCES complaint (id),
    sealed bytea NOT NULL
);

-- The case key, wrapped: the whole for the service, the sender's half for the receipt.
CREATE TABLE case_key (
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    holder text NOT NULL CHECK (holder IN ('service', 'receipt')),
    key_id text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (complaint_id, holder)
);

CREATE TABLE receipt (
    complaint_id uuid PRIMARY KEY NOT NULL REFERENCES complaint (id),
    hash bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL
);

-- A file. Until a complaint claims it, whoever has the token has it. Without a size it has not arrived whole.
CREATE TABLE attachment (
    id uuid PRIMARY KEY NOT NULL,
    complaint_id uuid REFERENCES complaint (id),
    token_hash text NOT NULL UNIQUE,
    sealed_name bytea NOT NULL,
    content_type text NOT NULL,
    size bigint,
    created_at timestamptz NOT NULL,
    -- Until when it waits to be claimed.
    kept_until timestamptz NOT NULL,
    service_key_id text NOT NULL,
    service_key bytea NOT NULL,
    token_key_id text,
    token_key bytea,
    receipt_key_id text,
    receipt_key bytea,
    -- Whose it is in the dialogue.
    sent_by text NOT NULL CHECK (sent_by IN ('sender', 'staff')),
    -- What the virus scanner has said of it; while it arrives, nothing.
    standing text NOT NULL CHECK (standing IN ('no_scanner', 'quarantined', 'clean', 'infected')),
    -- When it is shown to the scanner next.
    scan_at timestamptz,
    CHECK ((standing = 'quarantined') = (scan_at IS NOT NULL)),
    CHECK ((complaint_id IS NULL) = (receipt_key IS NULL)),
    CHECK ((complaint_id IS NULL) = (token_key IS NOT NULL)),
    CHECK (complaint_id IS NULL OR size IS NOT NULL)
);
CREATE INDEX attachment_by_complaint ON attachment (complaint_id, id);
CREATE INDEX attachment_unclaimed ON attachment (kept_until) WHERE complaint_id IS NULL;
CREATE INDEX attachment_to_scan ON attachment (scan_at) WHERE scan_at IS NOT NULL AND complaint_id IS NOT NULL;

CREATE TABLE attachment_chunk (
    attachment_id uuid NOT NULL REFERENCES attachment (id),
    number integer NOT NULL,
    last boolean NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (attachment_id, number)
);

-- Who may not know of it (G.2). To them it is not there.
CREATE TABLE conflict (
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    person_id uuid NOT NULL,
    noted_at timestamptz NOT NULL,
    -- Nobody when it follows from what the sender said.
    noted_by uuid,
    -- Whether it follows from what the sender said, and nobody has judged it.
    as_said boolean NOT NULL,
    PRIMARY KEY (complaint_id, person_id)
);

-- Who has handed it over to lex Sarah, once each (LSS 24 b §). What was reported is not kept here.
CREATE TABLE handed_over (
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    person_id uuid NOT NULL,
    handed_over_at timestamptz NOT NULL,
    PRIMARY KEY (complaint_id, person_id)
);

-- A duty that triage found and somebody fulfilled; what they wrote of it is sealed under the whole case key.
CREATE TABLE duty_fulfilled (
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    duty text NOT NULL CHECK (duty IN ('child_protection', 'data_breach', 'threat', 'access_request', 'ordering_board')),
    outcome text NOT NULL CHECK (outcome IN ('reported', 'documented', 'names_withheld', 'names_shown', 'released', 'refused',
        'refused_in_writing', 'not_needed')),
    sealed_note bytea NOT NULL,
    done_at timestamptz NOT NULL,
    done_by uuid NOT NULL,
    PRIMARY KEY (complaint_id, duty)
);

-- A measure that follows from a complaint (H47), sealed under the whole case key.
CREATE TABLE measure (
    id uuid PRIMARY KEY NOT NULL,
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    sealed_text bytea NOT NULL,
    owner_id uuid NOT NULL,
    due_on date NOT NULL,
    check_on date NOT NULL,
    planned_at timestamptz NOT NULL,
    planned_by uuid NOT NULL,
    sealed_effect bytea,
    checked_at timestamptz,
    checked_by uuid,
    CHECK (check_on >= due_on),
    CHECK ((checked_at IS NULL) = (sealed_effect IS NULL)),
    CHECK ((checked_at IS NULL) = (checked_by IS NULL))
);
CREATE INDEX measure_by_complaint ON measure (complaint_id, id);

-- Complaints that belong together: the first is a part of the other, or goes on as the other.
CREATE TABLE complaint_link (
    complaint_id uuid NOT NULL REFERENCES complaint (id),
    kind text NOT NULL CHECK (kind IN ('part_of', 'merged_into')),
    other_id uuid NOT NULL REFERENCES complaint (id),
    PRIMARY KEY (complaint_id, kind),
    CHECK (complaint_id <> other_id)
);
CREATE INDEX complaint_link_by_other ON complaint_link (other_id, kind);

-- The last registration number of each year.
CREATE TABLE registration_counter (
    year integer PRIMARY KEY NOT NULL,
    last integer NOT NULL
);

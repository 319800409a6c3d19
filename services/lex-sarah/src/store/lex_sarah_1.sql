-- What lists, clocks and rights need is plain; every word that somebody wrote is sealed under the key of its case.

CREATE TABLE diary_counter (
    year integer PRIMARY KEY NOT NULL,
    last bigint NOT NULL
);

CREATE TABLE lex_sarah_case (
    id uuid PRIMARY KEY NOT NULL,
    number text NOT NULL UNIQUE,
    key_id text NOT NULL,
    wrapped_key bytea NOT NULL,
    unit_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('received', 'registered', 'assessing', 'inquiry', 'decision',
        'closed_no_misconduct', 'measures', 'follow_up', 'closed', 'archived', 'out_of_scope')),
    since timestamptz NOT NULL,
    due_on date,
    -- The nearest day of all that run, which lists are ordered by, and what it is the last of; far away where there is none.
    next_on date NOT NULL,
    next_is text CHECK (next_is IN ('data_breach', 'protect', 'notify_ivo', 'ivo_inquiry', 'step')),
    -- Whether it waits for somebody to take it.
    to_take boolean NOT NULL,
    -- Whose workbench it stands on, beside those who inquire, and whether it waits for a decision-maker.
    for_decision boolean NOT NULL,
    to_decide boolean NOT NULL,
    for_archive boolean NOT NULL,
    received_at timestamptz NOT NULL,
    registered_at timestamptz,
    reported_by uuid NOT NULL,
    receiver_role text CHECK (receiver_role IN ('unit_manager', 'principal', 'school_owner_representative')),
    on_call_role text CHECK (on_call_role IN ('unit_manager', 'principal', 'school_owner_representative')),
    investigator_id uuid,
    out_of_scope_proposed_at timestamptz,
    inquiry_completed_at timestamptz,
    -- Since when nothing is left to do but to close it.
    closable_at timestamptz,
    grade text CHECK (grade IN ('no_misconduct', 'tangible_risk_of_misconduct', 'misconduct',
        'tangible_risk_of_serious_misconduct', 'serious_misconduct')),
    decided_at timestamptz,
    decided_by uuid,
    -- Only for counting: a word of a fixed list.
    kind text CHECK (kind IN ('abuse', 'treatment', 'care', 'supervision', 'legal_security', 'premises', 'equipment',
        'other')),
    protected_at timestamptz,
    remedied_at timestamptz,
    child_protection_reported_at timestamptz,
    police_considered_at timestamptz,
    ivo_proposed_at timestamptz,
    -- Since when it is clear that IVO should be notified, until it is.
    ivo_clear_at timestamptz,
    ivo_notified_on date,
    -- The last day for the inquiry, once IVO has been notified.
    ivo_due_on date,
    breach_due_at timestamptz,
    ivo text NOT NULL CHECK (ivo IN ('not_required', 'required', 'notified', 'inquiry_sent', 'ivo_closed')),
    version bigint NOT NULL CHECK (version > 0),
    -- A state has its columns.
    CHECK ((state = 'received') = (registered_at IS NULL)),
    CHECK (out_of_scope_proposed_at IS NULL OR state = 'assessing'),
    CHECK (state NOT IN ('received', 'registered') OR investigator_id IS NULL),
    CHECK (NOT to_take OR investigator_id IS NULL),
    CHECK (for_decision OR NOT to_decide),
    CHECK (inquiry_completed_at IS NULL OR state NOT IN ('received', 'registered', 'assessing', 'out_of_scope')),
    CHECK (closable_at IS NULL OR state = 'follow_up'),
    CHECK ((grade IS NULL) = (decided_at IS NULL) AND (grade IS NULL) = (decided_by IS NULL)),
    CHECK (grade IS NOT NULL
        OR state NOT IN ('decision', 'closed_no_misconduct', 'measures', 'follow_up', 'closed')),
    -- Whoever investigates does not decide (rule G.3); nobody does either in what they reported.
    CHECK (decided_by IS NULL OR (decided_by <> investigator_id AND decided_by <> reported_by)),
    CHECK (investigator_id IS NULL OR investigator_id <> reported_by),
    -- LSS 24 f §.
    CHECK (grade IS NULL OR ivo <> 'not_required'
        OR grade NOT IN ('tangible_risk_of_serious_misconduct', 'serious_misconduct')),
    CHECK ((ivo_clear_at IS NOT NULL) = (ivo_proposed_at IS NOT NULL OR ivo = 'required')),
    CHECK ((ivo_notified_on IS NULL) = (ivo IN ('not_required', 'required'))),
    CHECK (ivo_due_on IS NULL OR ivo = 'notified'),
    -- A notification to IVO never precedes the registration.
    CHECK (ivo = 'not_required' OR registered_at IS NOT NULL)
);
CREATE INDEX lex_sarah_case_to_take ON lex_sarah_case (to_take, next_on, id);
CREATE INDEX lex_sarah_case_to_decide ON lex_sarah_case (to_decide, next_on, id);
CREATE INDEX lex_sarah_case_for_decision ON lex_sarah_case (for_decision, next_on, id);
CREATE INDEX lex_sarah_case_for_archive ON lex_sarah_case (for_archive, next_on, id);
CREATE INDEX lex_sarah_case_by_state ON lex_sarah_case (state, next_on, id);
CREATE INDEX lex_sarah_case_by_ivo ON lex_sarah_case (ivo, next_on, id);
CREATE INDEX lex_sarah_case_by_clarity ON lex_sarah_case (ivo_clear_at) WHERE ivo_clear_at IS NOT NULL;
CREATE INDEX lex_sarah_case_by_protection ON lex_sarah_case (unit_id, protected_at);
CREATE INDEX lex_sarah_case_by_arrival ON lex_sarah_case (received_at);
CREATE INDEX lex_sarah_case_by_unit ON lex_sarah_case (unit_id, received_at);
CREATE INDEX lex_sarah_case_by_reporter ON lex_sarah_case (reported_by, id);
CREATE INDEX lex_sarah_case_by_investigator ON lex_sarah_case (investigator_id, next_on, id);
CREATE INDEX lex_sarah_case_by_notification ON lex_sarah_case (ivo_notified_on, id);
CREATE INDEX lex_sarah_case_by_receiver ON lex_sarah_case (receiver_role, unit_id, next_on, id);
CREATE INDEX lex_sarah_case_by_on_call ON lex_sarah_case (on_call_role, unit_id, next_on, id) WHERE on_call_role IS NOT NULL;

-- Open to all, so neutral (OSL 5:2), with the secrecy mark of OSL 5:5.
CREATE TABLE diary_entry (
    case_id uuid PRIMARY KEY NOT NULL REFERENCES lex_sarah_case (id),
    number text NOT NULL UNIQUE,
    registered_at timestamptz NOT NULL,
    line text NOT NULL,
    secrecy_ground text NOT NULL,
    authority text NOT NULL
);

CREATE TABLE report (
    case_id uuid PRIMARY KEY NOT NULL REFERENCES lex_sarah_case (id),
    channel text NOT NULL CHECK (channel IN ('form', 'api', 'hand_over', 'oral')),
    happened text CHECK (happened IN ('just_now', 'earlier_today', 'other')),
    concerns_manager boolean NOT NULL,
    complaint_id uuid,
    complaint_number text,
    routine text NOT NULL,
    signature bytea NOT NULL,
    -- Who received it, by name and title, as the register had them that day.
    receivers bytea NOT NULL,
    words bytea NOT NULL,
    happened_when bytea,
    acted bytea,
    -- Told, and written down by somebody else (LSS 24 b §).
    taken_down_by uuid,
    taken_down_at timestamptz,
    taken_down_signature bytea,
    read_back boolean,
    CHECK ((channel = 'oral') = (taken_down_by IS NOT NULL)),
    CHECK ((taken_down_by IS NULL) = (taken_down_at IS NULL)
        AND (taken_down_by IS NULL) = (taken_down_signature IS NULL)
        AND (taken_down_by IS NULL) = (read_back IS NULL)),
    CHECK ((channel = 'hand_over') = (complaint_id IS NOT NULL)),
    CHECK ((complaint_id IS NULL) = (complaint_number IS NULL))
);

-- Whom it is about: never told, never let in (rule G.2).
CREATE TABLE implicated (
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    person_id uuid NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX implicated_by_person ON implicated (person_id);

CREATE TABLE assignment (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    investigator_id uuid NOT NULL,
    taken_at timestamptz NOT NULL,
    -- The investigator has said so; without it there is no row.
    free_of_conflict boolean NOT NULL CHECK (free_of_conflict),
    signature bytea NOT NULL
);
CREATE INDEX assignment_by_case ON assignment (case_id);
CREATE INDEX assignment_by_investigator ON assignment (investigator_id, case_id);

CREATE TABLE note (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    kind text NOT NULL CHECK (kind IN ('protection', 'plan', 'wish_to_withdraw')),
    written_at timestamptz NOT NULL,
    written_by uuid NOT NULL,
    signature bytea NOT NULL,
    words bytea NOT NULL,
    done_when bytea,
    done_by bytea
);
CREATE INDEX note_by_case ON note (case_id, id);

CREATE TABLE entry (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    section smallint NOT NULL CHECK (section BETWEEN 1 AND 10),
    kind text NOT NULL CHECK (kind IN ('fact', 'assessment', 'not_known')),
    -- An entry is corrected once; the next correction corrects the correction.
    corrects uuid UNIQUE REFERENCES entry (id),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    signature bytea NOT NULL,
    words bytea NOT NULL,
    source bytea,
    CHECK (kind = 'not_known' OR source IS NOT NULL)
);
CREATE INDEX entry_by_case ON entry (case_id, id);

CREATE TABLE completion (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    completed_at timestamptz NOT NULL,
    completed_by uuid NOT NULL,
    signature bytea NOT NULL,
    content bytea NOT NULL
);
CREATE INDEX completion_by_case ON completion (case_id, id);

CREATE TABLE decision (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    decided_at timestamptz NOT NULL,
    decided_by uuid NOT NULL,
    grade text NOT NULL,
    ivo_required boolean NOT NULL,
    content bytea NOT NULL,
    -- Over the content as it was before it was sealed.
    sha256 text NOT NULL,
    CHECK (ivo_required OR grade NOT IN ('tangible_risk_of_serious_misconduct', 'serious_misconduct'))
);
CREATE INDEX decision_by_case ON decision (case_id, id);
CREATE INDEX decision_by_decider ON decision (decided_by, case_id);

-- Measures, feedback, IVO, closing: what is said is sealed, what kind of record it is and what it goes on from is not.
CREATE TABLE record (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    about uuid REFERENCES record (id),
    kind text NOT NULL CHECK (kind IN ('out_of_scope', 'agreement', 'remedy', 'measure', 'measure_done', 'replanned',
        'effect', 'feedback', 'closing', 'reopening', 'ivo_proposal', 'ivo_required', 'ivo_form', 'ivo_notified',
        'ivo_respite', 'ivo_inquiry_sent', 'ivo_answer', 'duty',
        'handed_back', 'archiving', 'kept')),
    written_at timestamptz NOT NULL,
    written_by uuid NOT NULL,
    signature bytea NOT NULL,
    content bytea NOT NULL,
    CHECK ((about IS NOT NULL) = (kind IN ('agreement', 'measure_done', 'replanned', 'effect', 'ivo_notified')))
);
CREATE INDEX record_by_case ON record (case_id, id);
CREATE INDEX record_by_about ON record (about);

-- What is filed with IVO, as it was when the form was filled in: the paper, which files go along, and the manifest over both.
CREATE TABLE ivo_package (
    record_id uuid PRIMARY KEY NOT NULL REFERENCES record (id),
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    made_at timestamptz NOT NULL,
    -- Over the paper as it was before it was sealed.
    sha256 text NOT NULL,
    paper bytea NOT NULL,
    enclosed bytea NOT NULL,
    manifest bytea NOT NULL,
    -- Over the manifest as it was before it was sealed.
    manifest_sha256 text NOT NULL
);
CREATE INDEX ivo_package_by_case ON ivo_package (case_id, record_id);

-- A warning of a clock that runs out, or of an internal target; gone when it is told or the clock has stopped.
CREATE TABLE reminder (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    countdown text NOT NULL CHECK (countdown IN ('ivo_inquiry', 'data_breach', 'protect', 'take', 'begin', 'notify_ivo',
        'inquire', 'decide', 'plan', 'measure', 'follow_up', 'judge', 'close')),
    due_at timestamptz NOT NULL,
    warn_at timestamptz NOT NULL
);
CREATE INDEX reminder_by_warning ON reminder (warn_at);
CREATE INDEX reminder_by_case ON reminder (case_id, countdown);

-- Who has a measure to do, and so sees it.
CREATE TABLE measure_owner (
    case_id uuid NOT NULL REFERENCES lex_sarah_case (id),
    person_id uuid NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX measure_owner_by_person ON measure_owner (person_id);

-- Who is who in the inquiry: apart from it, under a key of its own.
CREATE TABLE key_list (
    case_id uuid PRIMARY KEY NOT NULL REFERENCES lex_sarah_case (id),
    key_id text NOT NULL,
    wrapped_key bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL
);

CREATE TABLE key_list_entry (
    id uuid PRIMARY KEY NOT NULL,
    case_id uuid NOT NULL REFERENCES key_list (case_id),
    code text NOT NULL,
    added_at timestamptz NOT NULL,
    added_by uuid NOT NULL,
    person bytea NOT NULL,
    part_in_case bytea NOT NULL,
    UNIQUE (case_id, code)
);

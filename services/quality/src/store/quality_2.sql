-- It goes with its table.
CREATE INDEX IF NOT EXISTS fact_by_subject ON fact (subject, occurred_at);

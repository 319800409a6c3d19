-- What one accepted complaint asks of the database, statement by statement, with values of the same size. Ids grow as ours do
-- (UUIDv7: the time first, then chance).
\set lot random(1, 4611686018427387904)
SELECT * FROM answered_once WHERE key_hash = encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex');
BEGIN;
INSERT INTO complaint (id, number, state, version, received_at, received_day, channel, language, unit_id, level, kind, relation, wants_answer,
  acknowledge_by, triage_by, answer_by, due_on, clock_on)
  VALUES ((lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid,
  md5(:lot::text), 'received', 1, now(), 740000, 'api', 'sv', NULL, 'unit_manager', 'complaint', 'unknown', true,
  '2026-11-24', '2026-11-23', '2026-12-04', '2026-11-23', '2026-11-23');
INSERT INTO message (id, complaint_id, direction, kind, author_id, sealed_author, sealed_text, written_at) VALUES (
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid,
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid,
  'sender', 'original', NULL, NULL, convert_to(repeat(encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex'), 8), 'UTF8'), now());
INSERT INTO case_key (complaint_id, holder, key_id, sealed) VALUES
  ((lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid, 'service', left(md5(:lot::text), 16), convert_to(encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex'), 'UTF8')),
  ((lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid, 'receipt', left(md5(:lot::text), 16), convert_to(encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex'), 'UTF8'));
INSERT INTO receipt (complaint_id, hash, public_key) VALUES (
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid, sha256(convert_to(:lot::text, 'UTF8')), sha256(convert_to(:lot::text, 'UTF8')));
INSERT INTO audit (id, at, actor_kind, person_id, action, case_id, part_id) VALUES (
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid, now(), 'sender', NULL, 'submit',
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid, NULL);
SELECT person_id FROM conflict WHERE complaint_id =
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid;
SELECT id, person_id, deputy_id, from_day, to_day, noted_at, ended_at FROM absence WHERE from_day <= '2026-11-21' AND to_day >= '2026-11-21'
  AND ended_at IS NULL AND person_id IN ((lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid);
INSERT INTO outbox (id, recipient, path, body, created_at, due_at, attempts) VALUES (
  (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000' || left(md5(:lot::text), 16))::uuid, 'notifications', '/api/v1/messages', repeat('x', 180), now(), now(), 0);
INSERT INTO answered_once (key_hash, request_hash, sealed, created_at) VALUES (
  encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex'), encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex'), convert_to(repeat(encode(sha256(convert_to(:lot::text, 'UTF8')), 'hex'), 2), 'UTF8'), now());
COMMIT;

-- Numbers of a laptop's changes under which nothing will ever come: it has them nowhere, or passed them over (SPEC SY30).
-- Ranges as [{"first": 4, "last": 9, "sure": true}, ...]; null: none. Without them `have` would stand before the first gap for ever.
alter table device add column nowhere jsonb;

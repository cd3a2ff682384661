-- Values that stand side by side are pairs of stamp and value, oldest first, where they were an object by stamp (changes/row.ts says why).
alter table record_row no force row level security; -- the owner changes it for every team
update record_row r set body = jsonb_set(r.body, '{sides}', (
  select jsonb_object_agg(side.key, jsonb_set(side.value, '{values}', (
    select coalesce(jsonb_agg(jsonb_build_array(one.key, one.value) order by one.key collate "C"), '[]'::jsonb)
    from jsonb_each(side.value -> 'values') one
  )))
  from jsonb_each(r.body -> 'sides') side
))
where r.body -> 'sides' is not null and jsonb_typeof(r.body -> 'sides') = 'object' and r.body -> 'sides' <> '{}'::jsonb;
alter table record_row force row level security;

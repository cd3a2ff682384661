-- Until which day a person is known by a link: that of the last sign-in, or for ever by a membership. What a laptop may see is read
-- from here: by the rows themselves one statement read all rows of a group, each under the policies of the reader.
-- A session moved to an earlier day, or a sign-in given to another person, takes no day back: who was known stays known till then.
alter table person_link add column until text not null default '';
alter table person_link no force row level security; -- the owner fills it for every team
alter table record_row no force row level security;
update person_link k set until = coalesce((
  select max(case when r.record = 'membership' then '9999-12-31' else coalesce(r.day, '') end) from record_row r
  where r.team = k.team and r.group_id = k.group_id and r.person_id = k.person_id and r.record in ('membership', 'signIn')), '');
alter table person_link force row level security;
alter table record_row force row level security;
grant update (until) on person_link to gather_app;
create policy writer_until on person_link as restrictive for update using (
  coalesce(current_setting('gather.writer', true), '') = ''
  or group_id = any((select current_setting('gather.writer_groups', true))::uuid[]));

-- The reader's lock as in 0010; what a record belongs to is asked once for each statement, not for each row.
drop policy reader_sight on record_row;
create policy reader_sight on record_row as restrictive for select using (
  (select coalesce(current_setting('gather.reader_groups', true), '')) = ''
  or group_id = any((select current_setting('gather.reader_groups', true))::uuid[])
  or record = any((select array_agg(record) from record_belongs where belongs_by = 'team')::text[])
  or (day >= (select current_setting('gather.reader_near', true))
    and record = any((select array_agg(record) from record_belongs where is_neighbours)::text[]))
  or (record = any((select array_agg(record) from record_belongs where belongs_by in ('person', 'contact', 'about'))::text[])
    and exists (
      select 1 from person_link k where k.team = record_row.team
      and k.person_id = case when record_row.record = 'person' then record_row.id else record_row.person_id end
      and k.group_id = any((select current_setting('gather.reader_groups', true))::uuid[]))));

-- Which row a held change waits for, and a hash of what came: two changes under one id are told apart by it.
alter table held add column hash text not null default '';
alter table held add column waits_for uuid;
create index held_waits on held (team, waits_for) where waits_for is not null;

-- By which groups a person is known: a membership, or a sign-in. Made again from the rows whenever they are (rows.ts).
create table person_link (
  team uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  primary key (team, group_id, person_id)
);
create index person_link_person on person_link (team, person_id);
insert into person_link (team, group_id, person_id)
  select distinct team, group_id, person_id from record_row
  where record in ('membership', 'signIn') and group_id is not null and person_id is not null;
grant select, insert on person_link to gather_app;

-- What each record belongs to, as src/shared/rules/belongs.ts says; filled at every start of the server.
create table record_belongs (
  record text primary key,
  belongs_by text not null,
  is_free boolean not null,
  is_neighbours boolean not null
);
grant select on record_belongs to gather_app;

-- The second lock (sync-security 7.7). A transaction that writes for a facilitator says so (`gather.writer`, their id, and
-- `gather.writer_groups`); one that reads for somebody says so too. Then the database refuses by itself what the code should have
-- held, and shows nothing that the code should have left out. Where nothing is said, the server writes or reads for itself.
-- A policy may look into its own table only where the policies for reading it have no subquery: person_link has none.
alter table person_link enable row level security;
alter table person_link force row level security;
create policy own_team on person_link
  using (team = nullif(current_setting('gather.team', true), '')::uuid);
create policy writer_reach on person_link as restrictive for insert with check (
  coalesce(current_setting('gather.writer', true), '') = '' or (
    group_id = any((select current_setting('gather.writer_groups', true))::uuid[]) and (
      exists (select 1 from person_link k where k.team = person_link.team and k.person_id = person_link.person_id
        and k.group_id = any((select current_setting('gather.writer_groups', true))::uuid[]))
      or exists (select 1 from change_log l where l.team = person_link.team and l.record = 'person'
        and l.row_id = person_link.person_id and l.body ->> 'actor' = current_setting('gather.writer', true)
        and not exists (select 1 from change_log e where e.team = l.team and e.record = 'person' and e.row_id = l.row_id
          and e.revision < l.revision)
        and not exists (select 1 from person_link k where k.team = l.team and k.person_id = l.row_id
          and k.group_id <> all((select current_setting('gather.writer_groups', true))::uuid[]))))));

create policy writer_insert on record_row as restrictive for insert with check (
  (select coalesce(current_setting('gather.writer', true), '')) = ''
  or exists (select 1 from record_belongs b where b.record = record_row.record and (
    b.is_free or b.belongs_by = 'person'
    or (b.belongs_by in ('group', 'register', 'about') and group_id = any((select current_setting('gather.writer_groups', true))::uuid[]))
    or (b.belongs_by in ('contact', 'about') and person_id is not null))));
create policy writer_update on record_row as restrictive for update using (
  (select coalesce(current_setting('gather.writer', true), '')) = ''
  -- Taken back before it was written: nobody's yet. What it becomes is judged as a new row is.
  or (record <> 'person' and group_id is null and session_id is null and person_id is null)
  or exists (select 1 from record_belongs b where b.record = record_row.record and (
    b.is_free
    or (b.belongs_by in ('group', 'register', 'about') and group_id = any((select current_setting('gather.writer_groups', true))::uuid[]))
    or (b.belongs_by in ('person', 'contact', 'about') and exists (
      select 1 from person_link k where k.team = record_row.team
      and k.person_id = case when record_row.record = 'person' then record_row.id else record_row.person_id end
      and k.group_id = any((select current_setting('gather.writer_groups', true))::uuid[])))
    or (b.belongs_by in ('person', 'contact', 'about') and exists (
      select 1 from change_log l where l.team = record_row.team and l.record = 'person'
      and l.row_id = case when record_row.record = 'person' then record_row.id else record_row.person_id end
      and l.body ->> 'actor' = (select current_setting('gather.writer', true))
      and not exists (select 1 from change_log e where e.team = l.team and e.record = 'person' and e.row_id = l.row_id
        and e.revision < l.revision))))))
  with check (true);
-- Whom a row names must be known to who writes it, or have been written down by them.
create policy writer_names on record_row as restrictive for insert with check (
  (select coalesce(current_setting('gather.writer', true), '')) = '' or person_id is null
  or exists (select 1 from record_belongs b where b.record = record_row.record and (b.is_free
    or (b.belongs_by = 'about' and group_id = any((select current_setting('gather.writer_groups', true))::uuid[]))))
  or exists (select 1 from person_link k where k.team = record_row.team and k.person_id = record_row.person_id
    and k.group_id = any((select current_setting('gather.writer_groups', true))::uuid[]))
  or exists (select 1 from change_log l where l.team = record_row.team and l.record = 'person'
    and l.row_id = record_row.person_id and l.body ->> 'actor' = (select current_setting('gather.writer', true))
    and not exists (select 1 from change_log e where e.team = l.team and e.record = 'person' and e.row_id = l.row_id
      and e.revision < l.revision)));

create policy reader_sight on record_row as restrictive for select using (
  (select coalesce(current_setting('gather.reader_groups', true), '')) = ''
  or group_id = any((select current_setting('gather.reader_groups', true))::uuid[])
  or exists (select 1 from record_belongs b where b.record = record_row.record and (
    b.belongs_by = 'team'
    or (b.is_neighbours and day >= (select current_setting('gather.reader_near', true)))
    or (b.belongs_by in ('person', 'contact', 'about') and exists (
      select 1 from person_link k where k.team = record_row.team
      and k.person_id = case when record_row.record = 'person' then record_row.id else record_row.person_id end
      and k.group_id = any((select current_setting('gather.reader_groups', true))::uuid[]))))));
create policy reader_concerns on record_row as restrictive for select using (
  (select coalesce(current_setting('gather.reader', true), '')) = '' or record <> 'concern'
  or coalesce(body #>> '{fields,aboutColleagueId}', '') <> (select current_setting('gather.reader', true)));

-- The log of changes, the rows folded from them, and who may send.
-- Rules for every migration (house 10, kept by tests/server/migrations.test.ts): team first in every key of team data;
-- no sequences, no LISTEN, no advisory locks, no xid8, no exclusion or deferrable constraints; forward only.

-- Facts of the whole database. `epoch` is a new random id after every restore (SPEC SY17).
create table meta (
  key text primary key,
  value text not null
);
insert into meta (key, value) values ('epoch', gen_random_uuid()::text);

-- Which teams there are: ids only, so it needs no row-level security; enrolment looks for a code team by team.
create table team_list (
  team uuid primary key,
  at timestamptz not null
);

-- Where a team's order stands. The one row that every writer of the team locks, last and briefly (SPEC SY9).
create table team_head (
  team uuid primary key,
  revision bigint not null,
  chain text not null,
  durable bigint not null
);

-- Every change taken in. Append-only: the role of requests has no right to alter it.
create table change_log (
  team uuid not null,
  revision bigint not null,
  id uuid not null,
  device uuid not null,
  sequence bigint not null,
  record text not null,
  row_id uuid not null,
  effective text not null,
  received_at timestamptz not null,
  hash text not null,
  chain text not null,
  body jsonb not null,
  primary key (team, revision)
);
create unique index change_log_id on change_log (team, id);
create index change_log_device on change_log (team, device, sequence);
create index change_log_row on change_log (team, record, row_id);

-- Changes kept aside for a person. `body` is the text as it came: jsonb would refuse some of what is held for being bad.
create table held (
  team uuid not null,
  id uuid not null,
  device uuid not null,
  sequence bigint,
  act uuid,
  code text not null,
  effective text,
  body text not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_because text,
  primary key (team, id)
);
create index held_device on held (team, device, sequence);
create index held_act on held (team, act);

-- The present state of each record. `group_id` … `day` are worked out when the row is folded, for sight and reports;
-- `linked` is the revision at which they last changed: from then on others may see the row who could not before.
create table record_row (
  team uuid not null,
  record text not null,
  id uuid not null,
  body jsonb not null,
  revision bigint not null,
  linked bigint not null,
  group_id uuid,
  session_id uuid,
  person_id uuid,
  day text,
  primary key (team, record, id)
);
create index record_row_group on record_row (team, group_id, record, day);
create index record_row_session on record_row (team, session_id);
create index record_row_person on record_row (team, person_id);
create index record_row_linked on record_row (team, linked);

-- Enrolled laptops, and the server's own writing hand (kind 'server', without a token).
create table device (
  team uuid not null,
  id uuid not null,
  kind text not null,
  token_hash text,
  colleague uuid not null,
  enrolled_at timestamptz not null,
  revoked_at timestamptz,
  wipe boolean not null,
  have bigint not null,
  last_effective text not null,
  heard_at timestamptz,
  waiting bigint,
  clock_offset_ms bigint,
  app_version text,
  sight text,
  escrow text,
  primary key (team, id)
);
create unique index device_token on device (team, token_hash);

-- One-time codes for joining. Only their hash is kept.
create table code (
  team uuid not null,
  hash text not null,
  colleague uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  primary key (team, hash)
);

-- The second lock: even a query that forgets its team sees only the team that the transaction was opened for.
alter table team_head enable row level security;
alter table team_head force row level security;
create policy own_team on team_head
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));
alter table change_log enable row level security;
alter table change_log force row level security;
create policy own_team on change_log
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));
alter table held enable row level security;
alter table held force row level security;
create policy own_team on held
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));
alter table record_row enable row level security;
alter table record_row force row level security;
create policy own_team on record_row
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));
alter table device enable row level security;
alter table device force row level security;
create policy own_team on device
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));
alter table code enable row level security;
alter table code force row level security;
create policy own_team on code
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));

grant select on meta to gather_app;
grant select, insert on team_list to gather_app;
grant select, insert, update on team_head to gather_app;
grant select, insert on change_log to gather_app;
grant select, insert, update, delete on held to gather_app;
grant select, insert, update on record_row to gather_app;
grant select, insert, update on device to gather_app;
grant select, insert, update, delete on code to gather_app;

-- What the lead should hear of a laptop that no change in the log says: it was copied, numbers it wrote are nowhere,
-- what it brought back after a restore. Ids and counts only. The same thing told twice is one row.
create table notice (
  team uuid not null,
  id uuid not null,
  device uuid not null,
  kind text not null,
  data jsonb not null,
  at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  primary key (team, id)
);

alter table notice enable row level security;
alter table notice force row level security;
create policy own_team on notice
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));

grant select, insert, update on notice to gather_app;

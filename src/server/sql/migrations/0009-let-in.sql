-- Which held changes were let in after all, on whose word: a lead's word goes over what the server would not take in, so
-- it is written down for good. `said_by` is null for the server's own hand (an upgrade, a person at the machine).
create table let_in (
  team uuid not null,
  id uuid not null,
  code text not null,
  said_by uuid,
  at timestamptz not null,
  primary key (team, id)
);

alter table let_in enable row level security;
alter table let_in force row level security;
create policy own_team on let_in
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));

grant select, insert on let_in to gather_app;

-- What a team tells the world (story 38): where its feed stands, and each thing of it as it was last told, or null once it is withdrawn.
-- `number` grows with every change of anything and never goes back, also after a restore: it is the time at least (openData/items.ts).
-- Where the feed stands is in no backup: after a restore everything is told again.
create table open_feed (
  team uuid primary key,
  revision bigint not null,
  day text not null,
  number bigint not null
);
create table open_item (
  team uuid not null,
  kind text not null,
  id uuid not null,
  number bigint not null,
  edition bigint not null,
  data jsonb,
  primary key (team, kind, id)
);
create unique index open_item_number on open_item (team, number);

-- Whether anything of what is told has changed is asked at each call. Only rows of these records are in the index, so a sign-in does not pay.
create index record_row_told on record_row (team, revision)
  where record in ('team', 'group', 'venue', 'service', 'session', 'colleague');
create index record_row_days on record_row (team, day) where record = 'session';

alter table open_feed enable row level security;
alter table open_feed force row level security;
create policy own_team on open_feed
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));
alter table open_item enable row level security;
alter table open_item force row level security;
create policy own_team on open_item
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));

grant select, insert, update on open_feed to gather_app;
grant select, insert, update, delete on open_item to gather_app;

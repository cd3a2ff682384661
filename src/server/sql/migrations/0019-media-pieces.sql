-- Files of pictures and films, in the sealed pieces that laptops send (SPEC SY43 on). In the database and not beside it: one backup holds
-- rows and files of one moment, one restore brings both, row-level security keeps teams apart, and a server whose database is elsewhere
-- has no folder that outlives it. The key of a file stands in its row (record `media`): a piece without its row says nothing.
create table media_piece (
  team uuid not null,
  media uuid not null,
  number integer not null,
  bytes integer not null,
  sealed bytea not null,
  primary key (team, media, number)
);
-- What is sealed cannot be packed: the engine need not try.
alter table media_piece alter column sealed set storage external;

alter table media_piece enable row level security;
alter table media_piece force row level security;
create policy own_team on media_piece
  using (team = (select nullif(current_setting('gather.team', true), '')::uuid));

grant select, insert, delete on media_piece to gather_app;

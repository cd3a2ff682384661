-- How a laptop that went on from an old copy of itself is told apart (SPEC SY24). `marks`: how its last exchanges followed
-- each other, with the epoch they belong to. `last_n`: the highest number it ever used; null when nobody has looked yet.
-- `copied_at`: since when it is known that more than one laptop uses this id, or one that was put back: nobody goes on as it.
alter table device add column marks jsonb;
alter table device add column last_n bigint;
alter table device add column copied_at timestamptz;
-- Which device it was before it became one of its own (SPEC SY25): whoever is taken off the team goes with all of these.
alter table device add column split_from uuid;

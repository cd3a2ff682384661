-- Records that have other names since (records/*.ts say what they were called). Rows, and what the log is searched by, take the new
-- name. The bodies of changes stay as they were written: their hashes stand in the chain, and they are read under the new name.
alter table record_row no force row level security; -- the owner changes it for every team
alter table change_log no force row level security;
create temporary table renamed (was text primary key, is_now text not null) on commit drop;
insert into renamed (was, is_now) values
  ('told', 'sessionCall'), ('taking', 'takenLaptop'), ('mark', 'registerMark'), ('sheet', 'paperSheet'),
  ('reveal', 'contactLook'), ('attention', 'kioskRequest'), ('feeling', 'mood'), ('duty', 'rotaDuty');
update record_row r set record = n.is_now, body = jsonb_set(r.body, '{record}', to_jsonb(n.is_now)) from renamed n where r.record = n.was;
update change_log l set record = n.is_now from renamed n where l.record = n.was;
alter table record_row force row level security;
alter table change_log force row level security;

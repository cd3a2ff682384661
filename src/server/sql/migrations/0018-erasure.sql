-- When the words of a change were taken out, because they were of somebody who was erased (SPEC SY40). Its number, id, hash and link
-- in the chain stay. The log is otherwise append-only: the role of requests may alter nothing but this, and only while it says so.
alter table change_log add column erased_at timestamptz;
alter table held add column erased_at timestamptz;
grant update (body, erased_at) on change_log to gather_app;
create policy only_to_erase on change_log as restrictive for update
  using (coalesce(current_setting('gather.erasing', true), '') = 'yes')
  with check (erased_at is not null);

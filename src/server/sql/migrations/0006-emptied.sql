-- When a laptop that was told to empty itself said that it had (SPEC SY27).
alter table device add column emptied_at timestamptz;

-- After a restore. `restored_revision` is where the log of the backup ended: what stands behind it was brought or written since.
alter table team_head add column restored_at timestamptz;
alter table team_head add column restored_revision bigint;

-- A laptop of a restored backup of which nobody can say whether it was taken off the team since: it may deliver and receives
-- nothing until the lead says that it is right.
alter table device add column unconfirmed_since timestamptz;

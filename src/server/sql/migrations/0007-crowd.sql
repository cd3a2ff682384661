-- A crowd comes back at once: each index of the rows costs every sign-in its part, and what is new of a group is looked for
-- by every laptop of it after every batch. One index that has both in it takes the place of two that had neither.
drop index record_row_group;
drop index record_row_linked;
create index record_row_changed on record_row (team, group_id, revision);
-- With the revision in it, looking for a row's older changes ends in the index where there are none.
drop index change_log_row;
create index change_log_row on change_log (team, record, row_id, revision);

-- How often rows of the team were blanked that do not say themselves whose they are: what says it is on hold (SPEC SY40). No laptop can find
-- them by a name, so each loads afresh when this has changed.
alter table team_head add column nameless_erased integer; -- null: never; a backup from before has no such column

/**
 * The start of every query that reckons a report again for the tests alone, out of what the rows say: r, all rows; p, people; who, whoever
 * was joined under the id of the one who goes on; mem, who is or was signed up where; ep, cases that stand. $1 is the team. Nothing here is
 * shared with the reports.
 */
export const whoIsWhom = `
with r as materialized (select record, id, body->'fields' as f from record_row where team = $1),
p as materialized (select id, f, f->>'removedBecause' is not null as removed from r where record = 'person'),
pair as (
  select (f->>'personId')::uuid as a, (f->>'otherId')::uuid as b, (f->>'survivorId')::uuid as s from r
  where record = 'samePerson' and f->>'answer' = 'same' and f->>'voidedBecause' is null),
gone as materialized (
  select case when s = a then b else a end as id, s from pair where not exists (select 1 from p where p.id in (pair.a, pair.b) and p.removed)),
who as materialized (
  select p.id, coalesce(gone.s, p.id) as one, p.removed from p left join gone on gone.id = p.id),
grp as materialized (select id, f, f->>'name' as name from r where record = 'group'),
mem as materialized (
  select (r.f->>'groupId')::uuid as grp, who.one, r.f->>'since' as since, r.f->>'endedOn' as ended from r
  join who on who.id = (r.f->>'personId')::uuid where r.record = 'membership' and not who.removed),
ep as materialized (
  select r.id, who.one, who.removed, r.f->>'openedOn' as opened, r.f->>'startedOn' as started, r.f->>'closedOn' as closed
  from r join who on who.id = (r.f->>'personId')::uuid where r.record = 'episode' and r.f->>'voidedBecause' is null)`

/** The day in Nuneaton of a moment. @param moment how it is written in the query */
export const dayOf = (moment: string) => `to_char((${moment})::timestamptz at time zone 'Europe/London', 'YYYY-MM-DD')`

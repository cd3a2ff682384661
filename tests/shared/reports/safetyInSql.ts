import type { Transaction } from '../../../src/server/sql/sql.ts'
import { dayOf, whoIsWhom } from './whoIsWhomInSql.ts'

// The safety board reckoned again in SQL for the tests alone. Nothing here is shared with the report.

/** One line of the board, with words as they are called. */
export interface SafetyInSql {
  what: string
  where: string | null
  on: string | null
  state: string | null
  number: number | null
  lookedAt: number | null
  more: string | null
}

const sorted = (name: string, id: string) => `translate(lower(${name}), 'éą', 'ea') collate "C", ${id}`

/** Groups that are asked for, every date of theirs of the last 13 weeks before today, planned or written, and what was begun. $2 is today, $3 the group or null. */
const sessions = `${whoIsWhom},
g as materialized (
  select id, name, f->>'state' as state, coalesce(f->>'template', case when (f->>'counts')::boolean then 'walk' else 'cafe' end) as template,
    (f->>'counts')::boolean as counts, (f->>'peoplePerLeader')::int as per, f->>'leaderId' as leader, f->'schedule' as schedule,
    row_number() over (order by ${sorted('name', 'id')}) as nth
  from grp where case when $3::text::uuid is null then f->>'state' <> 'closed' else id = $3::text::uuid end),
slot as (
  select g.id as grp, (s->>'slot')::int as slot, right(s->>'rule', 2) as weekday, s->>'from' as since, s->>'until' as until, s->>'start' as start
  from g, jsonb_array_elements(g.schedule) s),
planned as (
  select grp, slot, to_char(d, 'YYYY-MM-DD') as d, start from slot,
    generate_series(greatest(since, to_char($2::text::date - 91, 'YYYY-MM-DD'))::date, least(until, to_char($2::text::date - 1, 'YYYY-MM-DD'))::date, interval '1 day') d
  where left(to_char(d, 'DY'), 2) = weekday),
ses as materialized (
  select r.id, (r.f->>'groupId')::uuid as grp, (r.f->>'slot')::int as slot, r.f->>'date' as d, r.f->>'start' as start, r.f->>'startedAt' is not null as begun,
    r.f->>'closedAt' is not null as closed, r.f->>'cancelledBecause' is not null as off, r.f->>'mismatchReason' as reason, r.f->>'leaderId' as leader
  from r join g on g.id = (r.f->>'groupId')::uuid where r.record = 'session' and r.f->>'date' <= $2),
occ as materialized (
  select grp, slot, d, ses.id, coalesce(ses.begun, false) as begun, coalesce(ses.off, false) as off, coalesce(ses.closed, false) as closed, ses.reason, ses.leader,
    coalesce(ses.start, planned.start, (select slot.start from slot where slot.grp = ses.grp and slot.slot = ses.slot), '00:00') as start
  from planned full join (select * from ses where d::date between $2::text::date - 91 and $2::text::date - 1) ses using (grp, slot, d)),
begun as materialized (select occ.*, row_number() over (order by g.nth, d, start, occ.id) as nth from occ join g on g.id = occ.grp where occ.begun),
open as (
  select ses.*, row_number() over (order by d desc, id desc) as nth from ses where begun and not closed and d < $2)`

/** Counts of heads, incidents, and whether enough led. */
const checksOfSessions = `
standing as materialized (
  select distinct on (session, moment) * from (
    select (f->>'sessionId')::uuid as session, f->>'moment' as moment, f->>'at' as at, id, (f->>'counted')::int as counted, (f->>'expected')::int as expected,
      jsonb_array_length(f->'missingIds') > 0 as missing, coalesce(f->>'babies', '0') <> coalesce(f->>'babiesExpected', '0') as babies
    from r where record = 'headCount' and f->>'voidedBecause' is null) n
  order by session, moment, at desc, id desc),
lastly as (
  select distinct on (session) *, counted <> expected or missing or babies as differs from standing
  order by session, array_position(array['out', 'in', 'halfway', 'back', 'end'], moment) desc),
event as (
  select r.id, r.f->>'kind' = 'nearMiss' as near, r.f->>'happenedAt' as at, r.f->>'closedAt' is not null as closed, trim(coalesce(r.f->>'followUp', '')) <> '' as follows,
    ses.grp, ${dayOf(`r.f->>'happenedAt'`)} as d
  from r join ses on ses.id = (r.f->>'sessionId')::uuid where r.record = 'incident' and r.f->>'sameAs' is null),
told as materialized (
  select *, row_number() over (order by closed, at desc, id desc) as nth from event where not closed or d::date >= $2::text::date - 91),
duty as materialized (
  select begun.id as session, r.f->>'role' = 'leader' as leads, r.f->>'state' = 'yes' as yes, coalesce(r.f->>'colleagueId', who.one::text) as who
  from r join begun on begun.id = (r.f->>'sessionId')::uuid left join who on who.id = (r.f->>'personId')::uuid
  where r.record = 'rotaDuty' and r.f->>'voidedBecause' is null),
plan as (
  select begun.id as session, coalesce(begun.leader, g.leader) as who from begun join g on g.id = begun.grp
  where not exists (select 1 from duty where duty.session = begun.id and duty.leads and duty.who = coalesce(begun.leader, g.leader))),
leader as materialized (select session, who from plan where who is not null union select session, who from duty where leads and yes and who is not null),
adult as (select session, who from leader union select session, who from duty where yes and who is not null),
walks as materialized (
  select begun.id as session, who.one from r join begun on begun.id = (r.f->>'sessionId')::uuid join who on who.id = (r.f->>'personId')::uuid
  where r.record = 'signIn' and r.f->>'voidedBecause' is null group by begun.id, who.one
  having bool_or(r.f->>'leftAt' is null) and not bool_and(coalesce(r.f->>'part', '') = 'cafe')),
comes as (
  select begun.id as session, sum((r.f->>'number')::int)::int as many from r join begun on begun.id = (r.f->>'sessionId')::uuid
  left join who on who.id = (r.f->>'withId')::uuid
  where r.record = 'companion' and r.f->>'voidedBecause' is null and r.f->>'leftAt' is null and r.f->>'kind' in ('guest', 'carer', 'child', 'unknown')
    and (r.f->>'withId' is null or exists (select 1 from walks where walks.session = begun.id and walks.one = who.one))
  group by begun.id),
rated as materialized (
  select begun.*, (select count(*) from leader where leader.session = begun.id)::int as leaders, (select count(*) from adult where adult.session = begun.id)::int as adults,
    (select count(*) from walks where walks.session = begun.id and walks.one::text not in (select who from leader where leader.session = begun.id))::int
      + coalesce((select many from comes where comes.session = begun.id), 0) as people,
    coalesce(g.per, case when g.template in ('walk', 'football', 'buggy') then 20 end) as per
  from begun join g on g.id = begun.grp where exists (select 1 from duty where duty.session = begun.id))`

/** Health questions, papers, risks and laptops as they stand today. */
const checksOfToday = `
able as materialized (
  select distinct g.id as grp, mem.one from g join mem on mem.grp = g.id join p on p.id = mem.one
  where g.state = 'running' and g.template <> 'cafe' and mem.since <= $2 and (mem.ended is null or mem.ended > $2) and p.f->>'archivedOn' is null),
answers as materialized (
  select distinct on (who.one) who.one, ${dayOf(`coalesce(r.f->>'askedAt', r.f->>'at')`)} as d from r join who on who.id = (r.f->>'personId')::uuid
  where r.record = 'declaration' and r.f->>'voidedBecause' is null order by who.one, r.f->>'at' desc, r.id desc),
asked as (
  select able.grp, able.one, case when answers.one is null then 'missing' when (answers.d::date + interval '12 months')::date <= $2::text::date then 'ended' end as state
  from able left join answers using (one)),
here as materialized (
  select r.id, r.f->>'name' as name, r.f->>'trainedOn' as trained, r.f->>'dbsUntil' as dbs, r.f->>'firstAidUntil' as aid,
    exists (select 1 from g where g.state = 'running' and g.leader = r.id::text) as leads, row_number() over (order by ${sorted(`r.f->>'name'`, 'r.id')}) as nth
  from r where record = 'colleague' and (r.f->>'leftOn' is null or r.f->>'leftOn' >= $2) and $3::text::uuid is null),
paper as (
  select 'dbs' as what, nth, name, dbs as until from here union all select 'firstAid', nth, name, aid from here),
risk as (
  select g.name, g.nth, (select max(r.f->>'riskAssessedOn') from r where r.record = 'proposal' and r.f->>'voidedBecause' is null and (r.f->>'groupId')::uuid = g.id) as d
  from g where g.state = 'running'),
laptop as materialized (
  select r.id, r.f->>'name' as name, row_number() over (order by ${sorted(`r.f->>'name'`, 'r.id')}) as nth,
    ${dayOf(`greatest(r.f->>'enrolledAt', (select max(t.f->>'at') from r t where t.record = 'takenLaptop' and t.f->>'deviceId' = r.id::text))`)} as d
  from r where r.record = 'device' and r.f->>'revokedAt' is null and $3::text::uuid is null)`

const words = `
found(what, nth, place, d, state, number, more) as (
  select 'notClosed', open.nth, g.name, d, null, null::int, null from open join g on g.id = open.grp
  union all select 'nothingWritten', g.nth, g.name, null, null, count(*)::int, null from occ join g on g.id = occ.grp where not occ.begun and not occ.off group by g.nth, g.name
  union all select 'countDiffers', begun.nth, g.name, begun.d, case when coalesce(reason, '') = '' then 'notExplained' else 'explained' end, counted, counted || ' / ' || expected
    from begun join g on g.id = begun.grp join lastly on lastly.session = begun.id where lastly.differs
  union all select 'notCounted', g.nth, g.name, null, null, count(*)::int, null from begun join g on g.id = begun.grp
    where begun.closed and g.counts and not exists (select 1 from standing where standing.session = begun.id) group by g.nth, g.name
  union all select case when near then 'nearMiss' else 'incident' end, told.nth, g.name, told.d,
    case when closed then 'closed' when follows then 'followUpWritten' else 'noFollowUp' end, null, null from told join g on g.id = told.grp
  union all select 'underRatio', rated.nth, g.name, rated.d, null, people, leaders || ' : ' || people from rated join g on g.id = rated.grp
    where rated.per is not null and greatest(1, ceil(people::numeric / rated.per)) > leaders
  union all select 'noSecondAdult', rated.nth, g.name, rated.d, null, people, leaders || ' : ' || people from rated join g on g.id = rated.grp where adults < 2
  union all select 'noRota', g.nth, g.name, null, null, count(*)::int, null from begun join g on g.id = begun.grp
    where not exists (select 1 from duty where duty.session = begun.id) group by g.nth, g.name
  union all select case asked.state when 'ended' then 'declarationEnded' else 'declarationMissing' end, g.nth, g.name, null, null, count(*)::int, null
    from asked join g on g.id = asked.grp where asked.state is not null group by asked.state, g.nth, g.name
  union all select 'riskAssessment', nth, name, d, case when d is null then 'missing' else 'assessed' end, null, null from risk
  union all select 'training', nth, name, null, 'missing', null, null from here where leads and (trained is null or trained > $2)
  union all select what, nth, name, until, case when until < $2 then 'ended' else 'endsSoon' end, null, null from paper where until::date <= $2::text::date + 30
  union all select what, 9999, null, null, 'missing', count(*)::int, null from paper where until is null group by what
  union all select 'laptop', nth, name, d, 'quiet', null, null from laptop where d::date < $2::text::date - 14),
looked(nth, what, many) as (values
  (1, 'notClosed', (select count(*) from (select id from begun union select id from open) n)), (2, 'nothingWritten', (select count(*) from occ)),
  (3, 'countDiffers', (select count(*) from begun where exists (select 1 from standing where standing.session = begun.id))),
  (4, 'notCounted', (select count(*) from begun join g on g.id = begun.grp where begun.closed and g.counts)),
  (5, 'incident', (select count(*) from begun)), (6, 'nearMiss', (select count(*) from begun)),
  (7, 'underRatio', (select count(*) from rated)), (8, 'noSecondAdult', (select count(*) from rated)), (9, 'noRota', (select count(*) from begun)),
  (10, 'declarationEnded', (select count(distinct one) from able)), (11, 'declarationMissing', (select count(distinct one) from able)),
  (12, 'riskAssessment', (select count(*) from risk)), (13, 'insurance', 0),
  (14, 'training', (select count(*) from here where leads)), (15, 'dbs', (select count(*) from here)), (16, 'firstAid', (select count(*) from here)),
  (17, 'laptop', (select count(*) from laptop)))
select looked.what, found.place as "where", found.d as on, coalesce(found.state, case when found.nth is not null then null when many > 0 then 'noneFound' else 'nothingKnown' end) as state,
  found.number, case when found.nth is not null or many > 0 then many::int end as "lookedAt", found.more
from looked left join found on found.what = looked.what where $3::text::uuid is null or looked.nth <= 13 order by looked.nth, found.nth`

export function safetyInSql(tx: Transaction, team: string, today: string, groupId: string | null): Promise<SafetyInSql[]> {
  return tx.query(`${sessions}, ${checksOfSessions}, ${checksOfToday}, ${words}`, [team, today, groupId])
}

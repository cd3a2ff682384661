import type { Transaction } from '../../../src/server/sql/sql.ts'
import { dayOf, whoIsWhom } from './whoIsWhomInSql.ts'

// How long people wait and who has how many cases, reckoned again in SQL for the tests alone. Nothing is shared with the reports.

/** One step of the referrals of a month, or of all (month: null): before anything is hidden. */
export interface FlowInSql {
  month: string | null
  step: 'contact' | 'conversation' | 'attendance'
  referrals: number
  reached: number
  median: number | null
  ninetieth: number | null
  waiting: number
  longest: number | null
}

/** Of every referral that stands what it is waiting for, and when each step was reached. $2 is today. */
const ways = `${whoIsWhom},
every_case as materialized (select id, f from r where record = 'episode'),
ref as materialized (
  select r.id, who.one, r.f->>'receivedOn' as received, r.f->>'decided' as decided, e.id as ep, e.f->>'startedOn' as started, e.f->>'closedOn' as closed,
    r.f->>'decided' is null or r.f->>'decided' = 'askReferrer' or (r.f->>'decided' in ('accepted', 'attached') and (
      e.id is null or e.f->>'voidedBecause' is not null
      or (r.f->>'decided' = 'attached' and e.f->>'closedOn' < ${dayOf(`r.f->>'decidedAt'`)}))) as waits_for_answer
  from r join who on who.id = (r.f->>'personId')::uuid left join every_case e on e.id = (r.f->>'episodeId')::uuid
  where r.record = 'referral' and r.f->>'voidedBecause' is null and not who.removed),
contact as materialized (
  select (f->>'episodeId')::uuid as ep, ${dayOf(`f->>'on'`)} as d from r where record = 'caseContact' and f->>'voidedBecause' is null),
tried as materialized (select ref.id, min(contact.d) as d from ref join contact on contact.ep = ref.ep and contact.d >= ref.received group by ref.id),
met as materialized (select r.id, r.f->>'date' as d from r join grp on grp.id = (r.f->>'groupId')::uuid where r.record = 'session'),
came as materialized (
  select distinct who.one, met.d from r join who on who.id = (r.f->>'personId')::uuid join met on met.id = (r.f->>'sessionId')::uuid
  where r.record = 'signIn' and r.f->>'voidedBecause' is null),
there as materialized (select ref.id, min(came.d) as d from ref join came on came.one = ref.one and came.d >= ref.received group by ref.id),
ours as materialized (
  select ref.*, ref.decided = 'accepted' and not waits_for_answer as has_case, coalesce(tried.d, started) as tried_on, there.d as came_on
  from ref left join tried using (id) left join there using (id)),
steps as (
  select id, received, 'contact' as step, waits_for_answer, closed, tried_on as got from ours where waits_for_answer or has_case union all
  select id, received, 'conversation', waits_for_answer, closed, started from ours where waits_for_answer or has_case union all
  select id, received, 'attendance', waits_for_answer, closed, came_on from ours where waits_for_answer or has_case),
way as materialized (
  select id, step, case when got is not null and (step = 'attendance' or not waits_for_answer) then greatest(0, got::date - received::date) end as took,
    case when (waits_for_answer and (step <> 'attendance' or got is null)) or (got is null and closed is null) then greatest(0, $2::date - received::date) end as waits
  from steps),
block as (
  select null as month, id from ref union all select left(received, 7) || '-01', id from ref)
select block.month, kind.step, count(*)::int as referrals, count(way.took)::int as reached,
  round((percentile_cont(0.5) within group (order by way.took))::numeric, 1)::float8 as median,
  round((percentile_cont(0.9) within group (order by way.took))::numeric, 1)::float8 as ninetieth,
  count(way.waits)::int as waiting, max(way.waits)::int as longest
from block cross join (values ('contact'), ('conversation'), ('attendance')) kind(step) left join way on way.id = block.id and way.step = kind.step
group by block.month, kind.step`

export function flowInSql(tx: Transaction, team: string, today: string): Promise<FlowInSql[]> {
  return tx.query(ways, [team, today])
}

/** The open cases of whoever works with cases, in the order of their names, then those of nobody (who: null). */
export interface CaseloadInSql {
  who: string | null
  open: number
  notStarted: number
  most: number | null
  over: number | null
}

const caseload = `${whoIsWhom},
owned as (
  select distinct on (ep.id) ep.id, ep.started, a.f->>'ownerId' as owner from ep
  left join r a on a.record = 'assignment' and (a.f->>'episodeId')::uuid = ep.id and a.f->>'voidedBecause' is null
  where ep.closed is null and not ep.removed order by ep.id, a.f->>'at' desc, a.id desc),
col as (
  select id, f->>'name' as name from r
  where record = 'colleague' and f->>'role' in ('linkWorker', 'lead') and (f->>'leftOn' is null or f->>'leftOn' >= $2)),
most as (select (f->>'caseloadFigure')::int as most from r where record = 'team'),
lines as (
  select col.name, col.id, count(owned.id)::int as open, (count(owned.id) filter (where started is null))::int as not_started
  from col left join owned on owned.owner = col.id::text group by col.name, col.id union all
  select null, null, count(*)::int, (count(*) filter (where started is null))::int from owned
  where owner is null or owner not in (select id::text from col) having count(*) > 0)
select name as who, open, not_started as "notStarted", case when name is not null then most end as most,
  case when name is not null then greatest(0, open - most) end as over
from lines cross join most order by name is null, lower(name) collate "C", id`

export function caseloadInSql(tx: Transaction, team: string, today: string): Promise<CaseloadInSql[]> {
  return tx.query(caseload, [team, today])
}

import type { Transaction } from '../../../src/server/sql/sql.ts'
import { whoIsWhom } from './whoIsWhomInSql.ts'

// Who came to a group, and of whom there is nobody to ring, reckoned again in SQL for the tests alone. Nothing is shared with the reports.

export interface AttendanceInSql {
  date: string
  came: number
  firstTime: number
  leftEarly: number
}

/** $2 is the group, $3 and $4 the first and the last day. */
const attendance = `${whoIsWhom},
ses as materialized (
  select id, f->>'date' as d, (f->>'slot')::int as slot, f->>'cancelledBecause' is not null as off from r
  where record = 'session' and (f->>'groupId')::uuid = $2::uuid),
came as materialized (
  select ses.id, ses.d, ses.slot, who.one, bool_and(r.f->>'leftAt' is not null) as went from r
  join ses on ses.id = (r.f->>'sessionId')::uuid join who on who.id = (r.f->>'personId')::uuid
  where r.record = 'signIn' and r.f->>'voidedBecause' is null group by ses.id, ses.d, ses.slot, who.one),
nth as (select came.*, row_number() over (partition by one order by d, slot) as nth from came)
select ses.d as date, count(nth.one)::int as came, (count(*) filter (where nth.nth = 1))::int as "firstTime", (count(*) filter (where nth.went))::int as "leftEarly"
from ses left join nth on nth.id = ses.id where ses.d between $3 and $4
group by ses.id, ses.d, ses.slot, ses.off having count(nth.one) > 0 or not ses.off order by ses.d, ses.slot`

export function attendanceInSql(tx: Transaction, team: string, groupId: string, from: string, to: string): Promise<AttendanceInSql[]> {
  return tx.query(attendance, [team, groupId, from, to])
}

export interface WithoutContactInSql {
  name: string
  groups: string
  practice: string | null
  phone: string | null
}

/** Of somebody who was joined, what is not written of the one who goes on is taken from the other, but not why they have nobody. $2 is today, $3 the group or null. */
const withoutContact = `${whoIsWhom},
listed as materialized (
  select p.id, coalesce(p.f->>'knownAs', y.f->>'knownAs', p.f->>'givenName') || ' ' || (p.f->>'familyName') as name,
    coalesce(p.f->>'practice', y.f->>'practice') as practice, coalesce(p.f->>'phone', y.f->>'phone') as phone,
    lower(p.f->>'familyName') || ' ' || lower(p.f->>'givenName') || ' ' || p.id::text collate "C" as sort
  from p left join gone on gone.s = p.id left join p y on y.id = gone.id
  where not p.removed and p.f->>'archivedOn' is null and p.f->>'noContactBecause' is null),
member as materialized (
  select mem.one, string_agg(distinct grp.name, ', ' order by grp.name) as groups from mem join grp on grp.id = mem.grp
  where mem.since <= $2 and (mem.ended is null or mem.ended > $2) and ($3::uuid is null or grp.id = $3::uuid) group by mem.one),
rung as materialized (
  select distinct who.one from r join who on who.id = (r.f->>'personId')::uuid
  where r.record = 'emergencyContact' and r.f->>'removedBecause' is null and trim(r.f->>'phone') <> '')
select listed.name, member.groups, listed.practice, listed.phone from member join listed on listed.id = member.one
where not exists (select 1 from rung where rung.one = listed.id) order by listed.sort`

export function withoutContactInSql(tx: Transaction, team: string, today: string, groupId: string | null): Promise<WithoutContactInSql[]> {
  return tx.query(withoutContact, [team, today, groupId])
}

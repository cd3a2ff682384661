import type { Transaction } from '../../../src/server/sql/sql.ts'
import type { Dimension } from '../../../src/shared/reports/whoTheyAre.ts'

// The figures of uptake and growth again, written in SQL for the tests alone: nothing here is shared with the reports.

/** Who came where, who is whom, and which sessions were held: $1 is the team, $2 the groups. */
const base = `
with r as materialized (select record, id, body->'fields' as f from record_row where team = $1),
p as materialized (select id, f from r where record = 'person'),
pair as (
  select (f->>'personId')::uuid as a, (f->>'otherId')::uuid as b, (f->>'survivorId')::uuid as s from r
  where record = 'samePerson' and f->>'answer' = 'same' and f->>'voidedBecause' is null),
gone as (
  select case when s = a then b else a end as id, s from pair
  where not exists (select 1 from p where p.id in (pair.a, pair.b) and p.f->>'removedBecause' is not null)),
who as materialized (select p.id, coalesce(gone.s, p.id) as one from p left join gone on gone.id = p.id),
g as (select unnest($2::text[])::uuid as id),
ses as materialized (
  select r.id, (r.f->>'groupId')::uuid as grp, r.f->>'date' as d, r.f->>'closedAt' is not null as closed, r.f->>'cancelledBecause' is not null as off
  from r join g on g.id = (r.f->>'groupId')::uuid where r.record = 'session'),
came as materialized (
  select distinct ses.id as ses, ses.grp, ses.d, who.one from r join ses on ses.id = (r.f->>'sessionId')::uuid
  join who on who.id = (r.f->>'personId')::uuid where r.record = 'signIn' and r.f->>'voidedBecause' is null),
held as materialized (
  select ses.*, n.many, n.many > 0 or (closed and not off) as met, closed and (n.many > 0 or not off) as can_miss, off and n.many = 0 as cancelled
  from (select ses.id, count(came.ses) as many from ses left join came on came.ses = ses.id group by ses.id) n join ses on ses.id = n.id),
mem as materialized (
  select (r.f->>'groupId')::uuid as grp, who.one, r.f->>'since' as since, r.f->>'endedOn' as ended from r
  join g on g.id = (r.f->>'groupId')::uuid join who on who.id = (r.f->>'personId')::uuid join p on p.id = who.id
  where r.record = 'membership' and p.f->>'removedBecause' is null)`

/** One line of uptake: $3 and $4 are its first and last day, $5 is today. */
const uptakeLine = `${base},
inp as materialized (select * from held where d between $3 and $4),
cp as materialized (select * from came where d between $3 and $4),
told as materialized (
  select distinct on (who.one, (r.f->>'sessionId')::uuid) who.one, (r.f->>'sessionId')::uuid as ses, r.f->>'state' as state
  from r join who on who.id = (r.f->>'personId')::uuid where r.record = 'registerMark' and r.f->>'voidedBecause' is null
  order by who.one, (r.f->>'sessionId')::uuid, r.f->>'at' desc, r.id desc),
last as materialized (select grp, one, max(d) as d from cp group by grp, one),
gave_up as (
  select last.grp, last.one, count(inp.id) filter (where told.ses is null) >= 2 as stopped from last
  left join inp on inp.grp = last.grp and inp.d > last.d and inp.can_miss
  left join told on told.one = last.one and told.ses = inp.id and told.state = 'apologies' group by last.grp, last.one),
joined_on as (select grp, one, min(since) as since from mem where since <= $4 and (ended is null or ended > since) group by grp, one),
six as (
  select f.grp, f.one, count(*) as many, max(f.d) as last, count(came.ses) as times from (
    select j.grp, j.one, held.id, held.d, row_number() over (partition by j.grp, j.one order by held.d) as nth
    from joined_on j join held on held.grp = j.grp and held.met and held.d >= j.since) f
  left join came on came.ses = f.id and came.one = f.one where f.nth <= 6 group by f.grp, f.one),
yes as (
  select (r.f->>'groupId')::uuid as grp, who.one, min(coalesce(r.f->>'answeredOn', r.f->>'offeredOn')) as day from r
  join g on g.id = (r.f->>'groupId')::uuid join who on who.id = (r.f->>'personId')::uuid
  where r.record = 'offer' and r.f->>'state' = 'accepted' and r.f->>'voidedBecause' is null
  and coalesce(r.f->>'answeredOn', r.f->>'offeredOn') between $3 and $4
  and coalesce(r.f->>'answeredOn', r.f->>'offeredOn')::date + 28 <= $5::date
  group by 1, 2)
select
  (select count(distinct one) from mem where since <= $4 and (ended is null or ended > $4))::int as "signedUp",
  (select count(distinct one) from mem where since between $3 and $4 and (ended is null or ended > since))::int as joined,
  (select count(*) from inp where met)::int as sessions,
  (select count(*) from inp where cancelled)::int as cancelled,
  (select count(*) from cp)::int as came,
  (select count(distinct one) from cp)::int as people,
  (select count(*) from (select one from came group by one having min(d) between $3 and $4) n)::int as "newPeople",
  (select percentile_cont(0.5) within group (order by many) from inp where met)::float as median,
  (select coalesce(sum((r.f->>'number')::int), 0) from r join inp on inp.id = (r.f->>'sessionId')::uuid
    where r.record = 'companion' and r.f->>'voidedBecause' is null and r.f->>'kind' <> 'assistanceDog')::int as heads,
  (select count(*) from (select one from cp group by one having count(*) >= 3) n)::int as regular,
  (select count(*) from (select one from gave_up group by one having bool_and(stopped)) n)::int as stopped,
  (select count(*) from six where many = 6 and last between $3 and $4)::int as "sixSessions",
  (select count(*) from six where many = 6 and last between $3 and $4 and times >= 3)::int as stayed,
  (select count(*) from yes)::int as "saidYes",
  (select count(*) from yes where exists (select 1 from came where came.grp = yes.grp and came.one = yes.one
    and came.d >= yes.day and came.d::date <= yes.day::date + 28))::int as "gotThere"`

export type UptakeInSql = Record<string, number | null>

/** One line of uptake of these groups. */
export async function uptakeInSql(
  tx: Transaction,
  team: string,
  groups: readonly string[],
  from: string,
  to: string,
  today: string,
): Promise<UptakeInSql> {
  const [line] = await tx.query<UptakeInSql>(uptakeLine, [team, [...groups], from, to, today])
  return line!
}

const growthLines = `${base},
month as (select to_char(m, 'YYYY-MM') as m from generate_series(
  (select date_trunc('month', min(d)::date) from held where met and d <= $3), date_trunc('month', $3::date), interval '1 month') m)
select m || '-01' as month,
  (select count(*) from (select one from mem where since <= $3 and (ended is null or ended > since) group by one having left(min(since), 7) <= m) n)::int as "signedUp",
  (select count(distinct one) from came where left(d, 7) = m)::int as people,
  (select count(*) from (select one from came group by one having left(min(d), 7) = m) n)::int as "newPeople",
  (select count(*) from came where left(d, 7) = m)::int as came
from month order by m`

/** Growth of these groups up to today. */
export function growthInSql(tx: Transaction, team: string, groups: readonly string[], today: string) {
  return tx.query<{ month: string; signedUp: number; people: number; newPeople: number; came: number }>(growthLines, [team, [...groups], today])
}

const fieldOf = (field: string) => `coalesce(x.f->>'${field}', y.f->>'${field}')`
const district = `regexp_replace(upper(replace(coalesce(x.f->'address', y.f->'address')->>'postcode', ' ', '')), '.{3}$', '')`
const packed = `upper(replace(coalesce(x.f->'address', y.f->'address')->>'postcode', ' ', ''))`
const town = `lower(trim(coalesce(x.f->'address', y.f->'address')->>'town'))`
const age = `extract(year from age($4::date, ${fieldOf('bornOn')}::date))::int`
const code = `case when coalesce(${fieldOf('odsCode')}, ${fieldOf('practice')}) ~ '^M84' then coalesce(${fieldOf('odsCode')}, ${fieldOf('practice')}) end`

/** What one person is by each thing, in the words of the report. */
const parts: Record<Exclude<Dimension, 'need' | 'venue'>, string> = {
  practice: `case ${code} when 'M84001' then 'Manor Court Surgery' else coalesce(${code}, ${fieldOf('practice')}) end`,
  town: `case when ${district} in ('CV10', 'CV11') then 'Nuneaton' when ${district} = 'CV12' then 'Bedworth' when ${district} like 'ZZ99%' then null
    when ${district} is not null then 'elsewhere' when ${town} = 'nuneaton' then 'Nuneaton' when ${town} is not null then 'elsewhere' end`,
  ageBand: `case when ${fieldOf('bornOn')} is null then ${fieldOf('ageBand')} when ${age} < 18 then 'under 18' when ${age} < 30 then '18 to 29'
    when ${age} >= 90 then '90 or over' else (${age} / 10 * 10)::text || ' to ' || (${age} / 10 * 10 + 9)::text end`,
  gender: `case when ${fieldOf('gender')} <> 'X' then 'gender.' || ${fieldOf('gender')} end`,
  deprivation: `(select d.f->'deciles'->>right(${packed}, 2) from r d where d.record = 'deprivation' and d.f->>'voidedBecause' is null
    and d.f->>'index' = '2025' and d.f->>'sector' = left(regexp_replace(${packed}, '(.{3})$', ' \\1'), -2))`,
  ethnicity: `case left(${fieldOf('ethnicity')}, 1) when 'A' then 'White' when 'B' then 'White' when 'C' then 'White'
    when 'D' then 'Mixed or multiple ethnic groups' when 'E' then 'Mixed or multiple ethnic groups' when 'F' then 'Mixed or multiple ethnic groups' when 'G' then 'Mixed or multiple ethnic groups'
    when 'H' then 'Asian or Asian British' when 'J' then 'Asian or Asian British' when 'K' then 'Asian or Asian British' when 'L' then 'Asian or Asian British' when 'R' then 'Asian or Asian British'
    when 'M' then 'Black, Black British, Caribbean or African' when 'N' then 'Black, Black British, Caribbean or African' when 'P' then 'Black, Black British, Caribbean or African'
    when 'S' then 'Other ethnic group' when 'Z' then 'gender.Z' end`,
}

/** Everybody who came in these days with what they are, before anything is hidden. */
export function partsInSql(tx: Transaction, team: string, groups: readonly string[], from: string, to: string, by: Dimension) {
  const each =
    by === 'need'
      ? needRows
      : by === 'venue'
        ? venueRows
        : `select c.one, c.is_new, ${parts[by]} as part from c join p x on x.id = c.one left join gone on gone.s = c.one left join p y on y.id = gone.id`
  return tx.query<{ part: string; people: number; newPeople: number }>(
    `${base}, c as (select one, min(d) between $3 and $4 as is_new from came group by one having bool_or(d between $3 and $4)), e as (${each})
     select coalesce(part, 'notKnown') as part, count(distinct one)::int as people, count(distinct one) filter (where is_new)::int as "newPeople" from e group by 1`,
    [team, [...groups], from, to],
  )
}

const needRows = `
  select c.one, c.is_new, n.need as part from c left join (
    select who.one, jsonb_array_elements_text(r.f->'needs') as need from r join who on who.id = (r.f->>'personId')::uuid
    where r.record = 'referral' and r.f->>'voidedBecause' is null) n on n.one = c.one`

const venueRows = `
  select c.one, c.is_new, coalesce(v.f->>'name', 'noVenue') as part from c join came on came.one = c.one and came.d between $3 and $4
  join r s on s.record = 'session' and s.id = came.ses join r h on h.record = 'group' and h.id = came.grp
  left join r v on v.record = 'venue' and v.id = coalesce(s.f->>'venueId', h.f->>'venueId')::uuid`

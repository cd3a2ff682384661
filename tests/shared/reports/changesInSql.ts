import type { Transaction } from '../../../src/server/sql/sql.ts'
import { whoIsWhom } from './whoIsWhomInSql.ts'

// What changed for people, reckoned again in SQL for the tests alone: outcomes and how sure people are. Nothing is shared with the reports.

/** Of those in a group, or of everybody else: before anything is hidden or rounded. */
export interface Changed {
  asked: number
  pairs: number
  /** Both answers, but the second not in its time. */
  outside: number
  first: number | null
  latest: number | null
  mean: number | null
  low: number | null
  high: number | null
  better: number
  same: number
  worse: number
  due: number
  dueBoth: number
  outMean: number | null
  outLow: number | null
  outHigh: number | null
  outBetter: number
  outSame: number
  outWorse: number
}

/** One score of one group, null: of the team. */
export type ChangedLine = Changed & {
  q: string
  v: string
  s: string
  measure: string
  score: string
  better: number
  way: number
  grp: string | null
  who: string | null
  inside: boolean
}

const scores = `
score(q, v, s, measure, score, way, matters) as (values
  ('ons4', '2011', 'satis', 'Personal wellbeing (ONS4)', 'Satisfied with life', 1, 0),
  ('ons4', '2011', 'worth', 'Personal wellbeing (ONS4)', 'Life is worthwhile', 1, 0),
  ('ons4', '2011', 'happy', 'Personal wellbeing (ONS4)', 'Happy yesterday', 1, 0),
  ('ons4', '2011', 'anxious', 'Personal wellbeing (ONS4)', 'Anxious yesterday', -1, 0),
  ('loneliness', '2018', 'ucla', 'Loneliness (UCLA-3 and the direct question)', 'UCLA loneliness, three questions', -1, 0),
  ('loneliness', '2018', 'lonely', 'Loneliness (UCLA-3 and the direct question)', 'How often lonely (asked directly)', -1, 0),
  ('activity', '2011', 'days', 'Physical activity (one question)', 'Active days in the week', 1, 0),
  ('activity', 'of another year', 'days', 'activity', 'days', 0, 0),
  ('peg', '2009', 'peg', 'Pain (PEG)', 'PEG', -1, 1))`

/** x: each person once for each score, with the first whole answer and the one that it is held against. $2 is today. */
const outcomePeople = `${whoIsWhom}, ${scores},
m as materialized (
  select r.id, who.one, r.f->>'questionnaire' as q, r.f->>'version' as v, r.f->'scores' as scores, r.f->>'on' as d, r.f->>'at' as at,
    coalesce(r.f->>'episodeId', (
      select ep.id::text from ep where ep.one = who.one and r.f->>'on' >= ep.opened and (ep.closed is null or (r.f->>'on')::date <= ep.closed::date + 21)
      order by ep.opened desc, ep.id desc limit 1), '') as of_case
  from r join who on who.id = (r.f->>'personId')::uuid where r.record = 'measure' and r.f->>'voidedBecause' is null and not who.removed),
a as materialized (
  select score.q, score.v, score.s, m.one, m.of_case, (m.scores->>score.s)::numeric as value, m.d, m.at, m.id
  from m join score using (q, v) where jsonb_typeof(m.scores->score.s) = 'number'),
f as materialized (select distinct on (q, v, s, one, of_case) * from a order by q, v, s, one, of_case, d, at, id),
later as materialized (
  select a.*, abs(a.d::date - f.d::date - 84) as away, row_number() over (partition by a.q, a.v, a.s, a.one, a.of_case order by a.d, a.at, a.id) as nth
  from a join f using (q, v, s, one, of_case) where a.d > f.d),
t as materialized (
  select distinct on (q, v, s, one, of_case) *, away <= 21 as in_time from later
  order by q, v, s, one, of_case, away <= 21 desc, case when away <= 21 then away end, case when away <= 21 then nth else -nth end),
best as materialized (
  select distinct on (f.q, f.v, f.s, f.one) f.q, f.v, f.s, f.one, f.value as first, f.d as first_on, t.value as latest, t.d as latest_on, t.in_time
  from f left join t using (q, v, s, one, of_case)
  order by f.q, f.v, f.s, f.one, case when t.in_time then 2 when t.d is not null then 1 else 0 end desc, f.d desc, t.d desc, f.of_case desc),
x as materialized (
  select score.*, m.one, best.first, best.latest, best.in_time, coalesce(best.first_on, min(m.d)) as from_day, coalesce(best.latest_on, $2) as to_day,
    best.first_on is not null and $2::date - best.first_on::date > 105 as is_due
  from m join score using (q, v) left join best on (best.q, best.v, best.s, best.one) = (score.q, score.v, score.s, m.one)
  group by score.q, score.v, score.s, score.measure, score.score, score.way, score.matters, m.one, best.first, best.latest, best.in_time, best.first_on, best.latest_on)`

/** Answers of plans and, as of the plan that was asked about last by then, those at the café: the last one of each day. */
const confidencePairs = `${whoIsWhom},
pa as materialized (
  select r.id, who.one, r.f->>'planId' as plan, (r.f->>'value')::numeric as value, r.f->>'on' as d, r.f->>'at' as at
  from r join who on who.id = (r.f->>'personId')::uuid where r.record = 'planConfidence' and r.f->>'voidedBecause' is null and not who.removed),
ca as (
  select r.id, who.one, coalesce((select pa.plan from pa where pa.one = who.one and pa.d <= r.f->>'on' order by pa.d desc, pa.at desc, pa.id desc limit 1), '') as plan,
    (r.f->>'value')::numeric as value, r.f->>'on' as d, r.f->>'at' as at
  from r join who on who.id = (r.f->>'personId')::uuid where r.record = 'cafeConfidence' and r.f->>'voidedBecause' is null and not who.removed),
days as materialized (select distinct on (one, plan, d) * from (select * from pa union all select * from ca) n order by one, plan, d, at desc, id desc),
plans as (
  select one, plan, count(*)::int as times, min(d) as first_on, max(d) as last_on, (array_agg(value order by d))[1] as first, (array_agg(value order by d desc))[1] as last
  from days group by one, plan),
best as materialized (select distinct on (one) * from plans order by one, times > 1 desc, first_on desc, last_on desc, plan desc)`

const confidencePeople = `${confidencePairs},
x as materialized (
  select ''::text as q, ''::text as v, ''::text as s, ''::text as measure, ''::text as score, 1 as way, 0 as matters, one, first,
    case when times > 1 then last end as latest, case when times > 1 then true end as in_time, first_on as from_day,
    case when times > 1 then last_on else $2 end as to_day, false as is_due
  from best)`

/** How far the true mean may be from this one: the paired t, its quantile by the series of Abramowitz and Stegun 26.7.5. */
function half(spread: string, pairs: string): string {
  const z = '1.959963984540054::float8'
  const n = `(${pairs} - 1)`
  const t = `(${z} + (${z}^3 + ${z}) / (4 * ${n}) + (5 * ${z}^5 + 16 * ${z}^3 + 3 * ${z}) / (96 * ${n}^2::float8)
    + (3 * ${z}^7 + 19 * ${z}^5 + 17 * ${z}^3 - 15 * ${z}) / (384 * ${n}^3::float8)
    + (79 * ${z}^9 + 776 * ${z}^7 + 1482 * ${z}^5 - 1920 * ${z}^3 - 945 * ${z}) / (92160 * ${n}^4::float8))`
  return `${t} * ${spread} / sqrt(${pairs})`
}

/** The counts of pairs that were answered in time, or not: where the change is, by way and by what matters. */
function counts(of: string, as: (name: string) => string): string {
  const change = 'latest - first'
  const good = `(${change}) * way`
  const where = `filter (where ${of})`
  const pairs = `count(*) ${where}`
  const told = (what: string) => `case when ${pairs} >= 10 and way <> 0 then ${what} end::float8`
  const [mean, spread] = [`avg(${change}) ${where}`, `stddev_samp(${change}) ${where}`]
  const within = `case when ${pairs} >= 10 then ${half(spread, pairs)} end`
  return `${told(mean)} as "${as('mean')}", ${told(`${mean} - ${within}`)} as "${as('low')}", ${told(`${mean} + ${within}`)} as "${as('high')}",
    (count(*) filter (where ${of} and ${good} > 0 and ${good} >= matters))::int as "${as('better')}",
    (count(*) filter (where ${of} and not (${good} <> 0 and abs(${good}) >= matters)))::int as "${as('same')}",
    (count(*) filter (where ${of} and ${good} < 0 and -(${good}) >= matters))::int as "${as('worse')}"`
}

/** Of the team and of every group: those in it, and everybody else. */
const lines = `
every as (select null::uuid as id, null::text as name union all
  select id, case when f->>'organiser' is null then name else name || ' (' || (f->>'organiser') || ')' end from grp),
parts as materialized (
  select every.id as grp, every.name as who, x.*, every.id is null or exists (
    select 1 from mem where mem.grp = every.id and mem.one = x.one and mem.since <= x.to_day and (mem.ended is null or mem.ended > x.from_day)) as inside
  from x cross join every)
select q, v, s, measure, score, way, grp, who, inside, count(*)::int as asked, (count(*) filter (where in_time))::int as pairs,
  (count(*) filter (where not in_time))::int as outside, (count(*) filter (where is_due))::int as due, (count(*) filter (where is_due and in_time))::int as "dueBoth",
  case when count(*) filter (where in_time) >= 10 then avg(first) filter (where in_time) end::float8 as first,
  case when count(*) filter (where in_time) >= 10 then avg(latest) filter (where in_time) end::float8 as latest,
  ${counts('in_time', (name) => name)}, ${counts('not in_time', (name) => `out${name[0]!.toUpperCase()}${name.slice(1)}`)}
from parts group by q, v, s, measure, score, way, grp, who, inside`

/** Who has both answers in time and is in none of these groups ($3), by score. */
const leftOver = `
select x.q, x.v, x.s, count(*)::int as left from x where in_time and not exists (
  select 1 from mem where mem.grp = any($3::uuid[]) and mem.one = x.one and mem.since <= x.to_day and (mem.ended is null or mem.ended > x.from_day))
group by x.q, x.v, x.s`

const people = { outcomes: outcomePeople, confidence: confidencePeople }
type Of = keyof typeof people

/** Every line that there could be. */
export function changesInSql(tx: Transaction, of: Of, team: string, today: string): Promise<ChangedLine[]> {
  return tx.query(`${people[of]}, ${lines}`, [team, today])
}

/** How many pairs are left beside these groups. */
export function leftBeside(tx: Transaction, of: Of, team: string, today: string, groups: readonly string[]) {
  return tx.query<{ q: string; v: string; s: string; left: number }>(`${people[of]} ${leftOver}`, [team, today, [...groups]])
}

/** How sure each person is, by name. */
export function surePeopleInSql(tx: Transaction, team: string) {
  return tx.query<{
    name: string
    firstOn: string
    first: number
    latestOn: string | null
    latest: number | null
    change: number | null
    times: number
  }>(
    `${confidencePairs}
    select coalesce(p.f->>'knownAs', y.f->>'knownAs', p.f->>'givenName') || ' ' || (p.f->>'familyName') as name, first_on as "firstOn", first::int as first,
      case when times > 1 then last_on end as "latestOn", case when times > 1 then last::int end as latest,
      case when times > 1 then (last - first)::int end as change, times
    from best join p on p.id = best.one left join gone on gone.s = p.id left join p y on y.id = gone.id
    order by lower(p.f->>'familyName') || ' ' || lower(p.f->>'givenName') || ' ' || p.id::text collate "C"`,
    [team],
  )
}

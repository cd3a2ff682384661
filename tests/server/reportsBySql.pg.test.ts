import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureDefinitions } from '../../src/shared/measures/index.ts'
import { tFor } from '../../src/shared/rules/tDistribution.ts'
import type { AskedReport } from '../../src/shared/reports/index.ts'
import { idFor, thursday } from '../support/builders.ts'
import { bothSides, linesBy, type BothSides } from '../support/reports.ts'
import { results } from '../world/results.ts'

/** The rows of a record with its fields as columns: what the SQL below is written over, and nothing of the reports. */
const rows = (record: string) => `(select id::text as id, body -> 'fields' as f from record_row where team = $1 and record = '${record}')`

/** Every person's pair of one score, reckoned by the database: first whole answer, and the nearest to twelve weeks from 63 to 105 days after it. */
const pairs = `
  with answer as (
    select m.id, f ->> 'personId' as person, (f ->> 'on')::date as on_day, (f -> 'scores' ->> $4)::numeric as value
    from ${rows('measure')} m
    where f ->> 'questionnaire' = $2 and f ->> 'version' = $3 and coalesce(f ->> 'voidedBecause', '') = ''
  ), start as (
    select distinct on (person) person, on_day, value from answer where value is not null order by person, on_day
  ), later as (
    select distinct on (s.person) s.person, a.value, a.on_day
    from start s join answer a on a.person = s.person and a.value is not null and a.on_day between s.on_day + 63 and s.on_day + 105
    order by s.person, abs(a.on_day - s.on_day - 84), a.on_day
  )
  select s.person, s.on_day, s.value as first, l.value as latest, l.on_day as latest_on, (select count(distinct person) from answer)::int as asked
  from start s left join later l using (person)`

/** What is said of them together. The membership is one at any day between the two answers. */
const together = (group: string) => `
  with pair as (${pairs}), chosen as (
    select latest - first as change from pair where latest is not null ${group}
  )
  select count(*)::int as n, avg(change)::float8 as mean, stddev_samp(change)::float8 as spread,
    count(*) filter (where change * $5 > 0 and change * $5 >= $6)::int as better,
    count(*) filter (where change * $5 < 0 and change * $5 <= -$6)::int as worse,
    (select max(asked) from pair) as asked,
    (select round(100.0 * count(latest) / nullif(count(*), 0))::int from pair where on_day + 105 < $7::date) as completion
  from chosen`

const inGroup = `and exists (select 1 from ${rows('membership')} g where g.f ->> 'personId' = pair.person and g.f ->> 'groupId' = $8
  and (g.f ->> 'since')::date <= pair.latest_on and ((g.f ->> 'endedOn') is null or (g.f ->> 'endedOn')::date > pair.on_day))`

interface Together {
  n: number
  mean: number
  spread: number
  better: number
  worse: number
  asked: number
  completion: number
}

/** Days by step and month: the clocks of a referral, reckoned by the database. */
const waits = `
  with referral as (
    select id, f ->> 'personId' as person, (f ->> 'receivedOn')::date as came, f ->> 'episodeId' as episode from ${rows('referral')} r
  ), clock as (
    select r.came, r.id, 'contact' as step,
      (select min((c.f ->> 'on')::timestamptz at time zone 'Europe/London')::date from ${rows('caseContact')} c
        where c.f ->> 'episodeId' = r.episode and ((c.f ->> 'on')::timestamptz at time zone 'Europe/London')::date >= r.came) as reached
    from referral r
    union all
    select r.came, r.id, 'conversation', (select (e.f ->> 'startedOn')::date from ${rows('episode')} e where e.id = r.episode) from referral r
    union all
    select r.came, r.id, 'attendance',
      (select min((s.f ->> 'date')::date) from ${rows('signIn')} i join ${rows('session')} s on s.id = i.f ->> 'sessionId'
        where i.f ->> 'personId' = r.person and (i.f ->> 'voidedBecause') is null and (s.f ->> 'date')::date >= r.came)
    from referral r
  )
  select coalesce(to_char(came, 'YYYY-MM-01'), 'all') as month, step, count(*)::int as referrals, count(reached)::int as reached,
    round((percentile_cont(0.5) within group (order by reached - came) filter (where reached is not null))::numeric, 1)::float8 as median,
    round((percentile_cont(0.9) within group (order by reached - came) filter (where reached is not null))::numeric, 1)::float8 as ninetieth,
    count(*) filter (where reached is null)::int as waiting, max($2::date - came) filter (where reached is null)::int as longest
  from clock group by grouping sets ((step), (step, to_char(came, 'YYYY-MM-01')))`

describe('figures of a year against an independent calculation in SQL', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(results(160, 11), 'postgres')), 120_000)
  afterAll(() => both.surgery.close())
  const ask = <Line extends object>(text: string, values: unknown[]) =>
    both.surgery.sql.transaction({ team: both.surgery.team }, (tx) => tx.query<Line>(text, [both.surgery.team, ...values]))

  const scores = measureDefinitions()
    .filter((one) => ['ons4', 'loneliness', 'peg'].includes(one.id))
    .flatMap((definition) => definition.scores.map((score) => ({ definition, score })))

  test.each(scores)(
    '[story 29] $definition.id $score.id: asked, pairs, completion, mean, interval, better and worse',
    async ({ definition, score }) => {
      const asked: AskedReport = { name: 'outcomes', params: { groupId: null } }
      const lines = linesBy(await both.onLaptop(asked)).filter((one) => one['score'] === score.title && one['when'] === '(inWindow)')
      expect(lines.length).toBeGreaterThan(0)
      const way = score.better === 'lower' ? -1 : 1
      for (const line of lines) {
        const ofTeam = line['who'] === '(team)'
        const given = [definition.id, definition.version, score.id, way, score.matters ?? 0, thursday]
        const [by] = await ask<Together>(together(ofTeam ? '' : inGroup), ofTeam ? given : [...given, idFor(String(line['who']))])
        if (!by) throw new Error('no answer of the database')
        const half = (tFor(by.n - 1) * by.spread) / Math.sqrt(by.n)
        expect(by.n).toBeGreaterThanOrEqual(10)
        expect(line['pairs']).toBe(by.n)
        if (ofTeam) expect([line['asked'], line['completion']]).toEqual([by.asked, by.completion])
        for (const [name, value] of [
          ['mean', by.mean],
          ['low', by.mean - half],
          ['high', by.mean + half],
        ] as const)
          expect(Math.abs(Number(line[name]) - value), `${name} ${String(line[name])} ${value}`).toBeLessThanOrEqual(0.00501)
        const counts = { better: by.better, same: by.n - by.better - by.worse, worse: by.worse }
        for (const [name, count] of Object.entries(counts)) if (line[name] !== '(notShown)') expect(line[name], name).toBe(count)
      }
      expect(await both.onServer(asked)).toEqual(await both.onLaptop(asked))
    },
  )

  test('how long people wait: each step of each month, and of all', async () => {
    const asked: AskedReport = { name: 'flow', params: {} }
    const lines = linesBy(await both.onServer(asked))
    const byDatabase = await ask<Record<string, unknown>>(waits, [thursday])
    expect(lines).toHaveLength(byDatabase.length)
    for (const line of lines) {
      const month = line['month'] === '(allMonths)' ? 'all' : line['month']
      const by = byDatabase.find((one) => one['month'] === month && `(${String(one['step'])})` === line['step'])
      const names = ['referrals', 'reached', 'median', 'ninetieth']
      if (month !== 'all') expect([line['waiting'], line['longest']]).toEqual([null, null])
      for (const name of month === 'all' ? [...names, 'waiting', 'longest'] : names)
        if (!['(fewer)', '(notShown)'].includes(String(line[name])))
          expect(line[name], `${String(month)} ${String(line['step'])} ${name}`).toBe(by?.[name])
    }
    expect(lines.filter((one) => typeof one['median'] === 'number').length).toBeGreaterThan(8)
    expect(linesBy(await both.onLaptop(asked))).toEqual(lines)
  })
})

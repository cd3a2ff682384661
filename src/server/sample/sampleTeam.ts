import { addDays, dateOf, type PlainDate } from '../../shared/std/dates.ts'
import { zeroChain } from '../../shared/sync/protocol.ts'
import type { Role } from '../../shared/records/colleague.ts'
import { issueCode } from '../codes.ts'
import { insertHand, makeTeam, writeAsServer, writeWith, type DatedDraft } from '../ownWriting.ts'
import { sqlState, type Sql, type Transaction } from '../sql/sql.ts'
import { readSample, sampleId, sampleTeamId, type SampleData } from './data.ts'
import type { SampleDoor } from './door.ts'
import { boardReportOf } from './board.ts'
import { askedAtCafe } from './cafe.ts'
import { caseOf, referredOf } from './cases.ts'
import { earlierOf } from './earlier.ts'
import { directoryOf, gapsOf } from './gaps.ts'
import { formerOf } from './former.ts'
import { historyOf } from './history.ts'
import { listSizesOf } from './listSizes.ts'
import { readCases } from './caseData.ts'
import { filmsOf, writeFilms } from './films.ts'
import { enter, secondNumber } from './members.ts'
import { chanceFrom } from './random.ts'
import { voicesOf } from './voices.ts'

/** Opens the invented people's laptop. No secret: it is shown on the screen. */
const passphrase = 'bandstand kettle thursday walk'
/** The same people and registers at every start. */
const seed = 20231005
/** How far back the registers go (house 10.1: three years), in days. */
const historyDays = 3 * 366
/** How far back people were asked at the café how sure they are, in days. */
const askedDays = 270
/** Changes written at once: a statement of a few megabytes. */
const atOnce = 2000
/** A tour through the sample may take a while to begin. Milliseconds. */
const codeLifeMs = 60 * 60_000

/** Whom one is, unless one asks: Priya, who runs the walk of the pictures. */
const sampleColleagues: Record<Role, string> = { facilitator: 'priya', linkWorker: 'grace', lead: 'anita' }

/** The door for trying Gather out: makes the invented team once, then answers codes to join it. */
export function openSample(sql: Sql, now: () => number): SampleDoor {
  return async ({ as = 'facilitator' }) => {
    await makeSample(sql, now())
    const colleague = sampleId('colleague', sampleColleagues[as])
    const { code } = await sql.transaction({ team: sampleTeamId }, (tx) => issueCode(tx, sampleTeamId, colleague, codeLifeMs, now()))
    return { code, passphrase }
  }
}

/** Makes the invented team, with three years of registers up to now, unless it is there. Answers how many changes. */
export async function makeSample(sql: Sql, nowMs: number): Promise<number> {
  try {
    return await sql.transaction({ team: sampleTeamId }, async (tx) => {
      const [there] = await tx.query('select 1 from team_head where team = $1', [sampleTeamId])
      return there ? 0 : writeSample(tx, nowMs)
    })
  } catch (error) {
    if (sqlState(error) === '23505') return 0 // somebody else made it at the same moment
    throw error
  }
}

async function writeSample(tx: Transaction, nowMs: number): Promise<number> {
  const lead = sampleId('colleague', 'anita')
  const drafts = sampleDrafts(nowMs)
  await makeTeam(tx, sampleTeamId, lead, zeroChain, nowMs)
  for (let from = 0; from < drafts.length; from += atOnce) {
    await writeAsServer(tx, sampleTeamId, lead, 'sample', drafts.slice(from, from + atOnce), nowMs)
  }
  await writeFilms(tx)
  await writeOnTomsLaptop(tx, nowMs)
  return drafts.length + 1
}

/** The invented second laptop: what it wrote stands beside what it had not seen. */
async function writeOnTomsLaptop(tx: Transaction, nowMs: number): Promise<void> {
  const [device, tom] = [sampleId('device', 'tom'), sampleId('colleague', 'tom')]
  await insertHand(tx, sampleTeamId, device, tom, new Date(nowMs).toISOString())
  const second = secondNumber(readSample().people, nowMs - 86_400_000)
  await writeWith(tx, device, { team: sampleTeamId, actor: tom, command: 'sample' }, [second], nowMs)
}

/** Everything that ever happened in the invented team, oldest first. */
export function sampleDrafts(nowMs: number): DatedDraft[] {
  const { data, people } = readSample()
  const today = dateOf(new Date(nowMs).toISOString())
  const from = addDays(today, -historyDays)
  const chance = chanceFrom(seed)
  const entered = people.map((person, place) => enter(person, place, data.groups, from, today, historyDays / 7, chance))
  const members = entered.flatMap((one) => one.members)
  const registers = data.groups.flatMap((group) =>
    historyOf(
      group,
      members.filter((member) => member.group === group.key),
      from,
      today,
      nowMs,
      chance,
    ),
  )
  const ofCases = chanceFrom(seed + 1) // by a chance of its own: the registers stay as they were
  const referred = referredOf(members, from, today, ofCases)
  const cases = [
    ...referred.flatMap((one) => caseOf(one, ofCases)),
    ...gapsOf(referred, today, ofCases),
    ...directoryOf(today),
    ...earlierOf(today),
    ...filmsOf(people, today),
  ]
  const board = boardReportOf(Date.parse(`${addDays(today, -90)}T09:00:00Z`))
  const told = voicesOf(registers, members, today, chanceFrom(seed + 2))
  const walk = data.groups.find((one) => one.key === 'W')!
  const sure = askedAtCafe(registers, sampleId('group', walk.key), addDays(today, -askedDays))
  const lists = listSizesOf(readCases().practices, addDays(today, -400))
  const past = [...cases, ...told, ...sure, ...lists, board].filter((draft) => (draft.atMs ?? 0) <= nowMs)
  const former = formerOf(people, walk, heldDays(registers, sampleId('group', walk.key)))
  const dated = [...entered.flatMap((one) => one.drafts), ...registers, ...former, ...past].sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0))
  return [...reference(data, from), ...dated]
}

/** The days on which a group met, in order. */
function heldDays(registers: readonly DatedDraft[], groupId: string): PlainDate[] {
  const off = new Set(registers.flatMap(({ row, fields }) => (fields['cancelledBecause'] ? [row] : [])))
  const days = registers.flatMap(({ row, fields }) => (fields['groupId'] === groupId && !off.has(row) ? [String(fields['date'])] : []))
  return [...new Set(days)].sort()
}

/** Team, colleagues, venues and groups: there before anybody came. */
function reference(data: SampleData, from: PlainDate): DatedDraft[] {
  const drafts: DatedDraft[] = [
    { record: 'team', row: sampleTeamId, fields: data.team },
    ...data.colleagues.map(({ key, ...fields }) => ({ record: 'colleague', row: sampleId('colleague', key), fields })),
    ...data.venues.map(({ key, gridReference, ...fields }): DatedDraft => ({
      record: 'venue',
      row: sampleId('venue', key),
      fields: { ...fields, ...(gridReference ? { gridReference } : {}) },
    })),
    ...data.groups.map(groupDraft),
  ]
  return drafts.map((draft) => ({ ...draft, atMs: Date.parse(`${addDays(from, -30)}T09:00:00Z`) }))
}

function groupDraft(group: SampleData['groups'][number]): DatedDraft {
  const { key, name, organiser, about, venue, second, leader, helpers, day, start, end, since, counts, template } = group
  return {
    record: 'group',
    row: sampleId('group', key),
    fields: {
      name,
      organiser,
      about,
      counts,
      template,
      state: 'running',
      venueId: sampleId('venue', venue),
      ...(second ? { secondVenueId: sampleId('venue', second) } : {}),
      leaderId: sampleId('colleague', leader),
      facilitatorIds: helpers.map((helper) => sampleId('colleague', helper)),
      schedule: [{ slot: 1, rule: `FREQ=WEEKLY;BYDAY=${day}`, start, end, from: since, until: null }],
    },
  }
}

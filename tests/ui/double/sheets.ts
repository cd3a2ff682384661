import type { CallRow, DutyRow, SessionHead, SheetRow, TakeRow } from '../../../src/renderer/workerLink/sheetViews.ts'
import type { QuestionAnswer, QuestionName } from '../../../src/renderer/workerLink/questions.ts'
import { readyList, type ReadyFacts } from '../../../src/shared/rules/ready.ts'
import { ratioOf } from '../../../src/shared/rules/ratio.ts'
import { sheetNames } from '../../../src/shared/rules/sheetNames.ts'
import { uuid } from './ids.ts'
import { date, me, now, sessionId, team, walk, type World } from './world.ts'

/** What the double knows of sheets; changed by what is asked of it. */
interface Sheets {
  taken: Map<string, string>
  cancelled: { why: string; kind: 'weather' | 'other' } | null
  moved: boolean
  tolds: Map<string, CallRow['last'] & object>
  tries: Map<string, number>
  duties: DutyRow[]
  sheets: SheetRow[]
}

const kept = new WeakMap<World, Sheets>()
const which = { groupId: walk, date, slot: 1 }
const head: SessionHead = {
  sessionId, which, group: 'Walk and Talk', date, start: '10:30', end: '12:00', place: 'Riversley Park', meetingPoint: 'bandstand', leader: 'Priya Nair',
}
const duty = (number: number, role: DutyRow['role'], name: string, more: Partial<DutyRow>): DutyRow => ({
  dutyId: uuid(12, number), role, colleagueId: null, personId: null, name, phone: null, state: 'yes', takesPart: false, papers: [], ...more,
})

function sheetsOf(world: World): Sheets {
  const known = kept.get(world)
  if (known) return known
  const full = world.size !== 'empty'
  const sheet = (number: number, more: Partial<SheetRow>): SheetRow => ({
    sheetId: uuid(13, number), kind: 'register', number: `K04${10 + number}`, at: `${date}T07:41:00Z`, by: 'Priya Nair', keyedInAt: null, ended: null, endedAt: null, ...more,
  })
  const fresh: Sheets = {
    taken: new Map(full ? [[uuid(3, 1), uuid(14, 1)], [uuid(3, 4), uuid(14, 2)]] : []), cancelled: null, moved: false, tolds: new Map(), tries: new Map(),
    duties: full ? [
      duty(1, 'leader', 'Priya Nair', { dutyId: null, colleagueId: me.colleagueId, state: 'planned', phone: '07700 900 301', papers: [{ paper: 'firstAid', state: 'endsSoon', until: '2026-11-12' }] }),
      duty(2, 'backMarker', 'Ruth Adeyemi', { personId: uuid(1, 5), takesPart: true, phone: '01632 960 104' }),
      duty(3, 'secondAdult', 'Marcus Bright', { colleagueId: uuid(5, 3), state: 'swapped' }),
      duty(4, 'secondAdult', 'Tom Ashby', { colleagueId: uuid(5, 2), state: 'asked', papers: [{ paper: 'firstAid', state: 'ended', until: '2026-09-30' }] }),
      duty(5, 'firstAider', 'Tom Ashby', { colleagueId: uuid(5, 2), state: 'no' }),
    ] : [],
    sheets: full ? [sheet(3, {}), sheet(2, { kind: 'emergency' }), sheet(1, { at: '2026-10-21T15:10:00Z', keyedInAt: `${date}T07:10:00Z`, ended: 'destroyed', endedAt: `${date}T07:12:00Z` })] : [],
  }
  kept.set(world, fresh)
  return fresh
}

function takeRows(world: World): TakeRow[] {
  if (world.size === 'empty') return []
  const { taken } = sheetsOf(world)
  const row = (number: number, group: string, on: string, start: string, place: string, expected: number, more: Partial<TakeRow> = {}): TakeRow => ({
    ...head, sessionId: uuid(3, number), which: { groupId: uuid(2, number), date: on, slot: 1 }, group, date: on, start, place, meetingPoint: null,
    expected, cancelled: false, soon: on < '2026-10-29', tooFar: on > '2026-11-05', takenLaptopId: taken.get(uuid(3, number)) ?? null, others: [], ...more,
  })
  return [
    row(1, 'Walk and Talk', date, '10:30', 'Riversley Park', 40, { meetingPoint: 'bandstand', others: [{ name: 'Park laptop', by: 'Tom Ashby' }] }),
    row(2, 'Seated Exercise', date, '13:00', 'Bedworth Civic Hall', 14), row(3, 'Walking Football', date, '18:00', 'Pingles Leisure Centre', 22, { cancelled: true }),
    row(4, 'Pain Café', '2026-10-23', '10:00', 'Café on the Square', 11), row(5, 'Buggy Talk', '2026-10-26', '09:30', 'Miners Welfare Park', 9),
    row(6, 'Walk and Talk', '2026-10-29', '10:30', 'Riversley Park', 40), row(7, 'Walk and Talk', '2026-11-12', '10:30', 'Riversley Park', 40),
  ]
}

function takeAlongOf(world: World): QuestionAnswer<'takeAlong'> {
  const loading = world.net === 'sending'
  const facts = (row: TakeRow): ReadyFacts => ({
    load: loading ? 'loading' : 'done', parked: 0, inSight: true, members: row.expected, arrived: world.net === 'trouble' ? row.expected - 2 : row.expected,
    withContact: row.expected - 2, withDeclaration: row.expected - 9, withPhone: row.expected - 3, asksHealth: row.group !== 'Pain Café', venue: 'here',
  })
  const cards = takeRows(world).filter((row) => row.takenLaptopId).map((row) => {
    const lines = readyList(facts(row))
    const notes = row.group === 'Pain Café' ? null : 'Parking at the Coton Road side. Toilets by the café, key at the counter.'
    return { ...row, lines, ready: lines.every((line) => line.ready), people: row.expected, withAlerts: Math.round(row.expected / 6), notes }
  })
  return {
    device: { id: uuid(15, 1), name: me.deviceName }, upTo: '2026-11-05', asOf: loading ? null : world.status.lastReached, parked: 0,
    loading: loading ? { loaded: 1204, of: 3100 } : null, sessions: takeRows(world), chosen: cards,
  }
}

function rotaOf(world: World): QuestionAnswer<'rota'> {
  const { duties } = sheetsOf(world)
  const yes = duties.filter((one) => one.state === 'yes' || one.state === 'planned')
  const leaders = yes.filter((one) => one.role === 'leader').length
  const { people, short, secondAdult } = ratioOf(world.size === 'empty' ? 0 : world.size === 'crowded' ? 391 : 31, leaders, 20, yes.length)
  return {
    ...head, duties, ratio: { people, here: world.size !== 'empty', leaders, short, peoplePerLeader: 20, secondAdult },
    colleagues: team.colleagues.map(({ id, name }) => ({ id, name })),
  }
}

function callingOf(world: World): QuestionAnswer<'calling'> {
  const { cancelled, moved, tolds, tries } = sheetsOf(world)
  const news = cancelled !== null || moved
  const people = world.register.notYet.map(({ personId, name }, at): CallRow => {
    const last = tolds.get(personId) ?? null
    const heard = last !== null && last.how !== 'noAnswer'
    const away = at === world.register.notYet.length - 1
    return {
      personId, name, phones: at % 6 === 5 ? [] : at === 1 ? ['01632 960 151', '07700 900 151'] : [`01632 960 ${150 + (at % 800)}`],
      state: away ? 'apologies' : news ? (heard ? 'told' : 'ring') : 'noNeed', last, tries: tries.get(personId) ?? 0, waiting: at === 3,
    }
  })
  return {
    ...head, ...(moved ? { place: 'Bedworth Civic Hall', meetingPoint: 'room 2', start: '11:00' } : {}), state: cancelled ? 'cancelledButAttended' : 'running',
    cancelledBecause: cancelled?.why ?? null, cancelledFor: cancelled?.kind ?? null, venueId: uuid(8, moved ? 2 : 1),
    moved: moved ? { start: '10:30', end: '12:00', place: 'Riversley Park' } : null, came: cancelled ? Math.min(3, world.register.hereCount) : world.register.hereCount,
    people, toRing: people.filter((one) => one.state === 'ring').length, told: people.filter((one) => one.state === 'told').length, asPlanned: !news,
  }
}

function namesOf(world: World) {
  const people = [...world.register.notYet, ...world.register.here].map(({ personId, name }) => {
    const [givenName = '', ...rest] = name.split(' ')
    return { id: personId, givenName, familyName: rest.join(' ') }
  })
  return sheetNames(people)
}

export function answerSheet(world: World, name: QuestionName, params: unknown): QuestionAnswer<QuestionName> {
  const { sheets } = sheetsOf(world)
  const here = (params as { here?: boolean } | null)?.here === true
  const lines = namesOf(world).filter((line) => !here || world.register.here.some((row) => row.personId === line.personId && !row.left))
  const nextNumber = `K04${14 + sheets.length}`
  switch (name) {
    case 'takeAlong': return takeAlongOf(world)
    case 'rota': return rotaOf(world)
    case 'calling': return callingOf(world)
    case 'paper': return { ...head, closed: world.register.closed !== null, expected: 40, here: world.register.hereCount, unknown: 0, nextNumber, sheets: [...sheets] }
    case 'registerSheet': return { ...head, nextNumber, moments: ['out', 'halfway', 'back'], companions: true, lines }
    case 'emergencyWho': return { which, here, personIds: lines.map((line) => line.personId), anyHere: world.register.hereCount > 0 }
    default: return {
      ...head, nextNumber, dutyPhone: '01632 960 900', gridReference: 'SP 361 919',
      lines: lines.map((line, at) => ({
        ...line, alerts: at % 7 === 2 ? ['Inhaler, left coat pocket'] : [],
        contacts: at % 6 === 5 ? [] : [{ name: `${line.name.split(' ')[0]}’s daughter`, phones: [`07700 900 ${200 + (at % 700)}`] }],
      })),
    }
  }
}

/** Does what the sheets ask for, as far as a picture or a key needs it. */
export function doSheet(world: World, name: string, input: unknown): { ok: true; value: unknown } | { ok: false; reason: string } | null {
  const all = sheetsOf(world)
  const asked = input as Record<string, string & string[] & null> & { session: { groupId: string; date: string }; how: 'spoken' | 'message' | 'noAnswer'; people: { personId: string }[]; newcomers: unknown[]; unknown: number }
  const done = { ok: true as const, value: null }
  switch (name) {
    case 'takeAlong': {
      const row = takeRows(world).find((one) => one.which.groupId === asked.session.groupId && one.date === asked.session.date)
      if (row?.tooFar) return { ok: false, reason: 'tooFarAhead' }
      if (row) all.taken.set(row.sessionId, uuid(14, 100 + all.taken.size))
      return done
    }
    case 'leaveBehind': for (const [id, taking] of all.taken) if (taking === asked['takenLaptopId']) all.taken.delete(id)
      return done
    case 'cancelSession': all.cancelled = asked['because'] ? { why: asked['because'], kind: 'weather' } : null
      return done
    case 'changeSession': all.moved = true
      return done
    case 'recordSessionCall': {
      const personId = String(asked['personId'])
      all.tolds.set(personId, { sessionCallId: personId, how: asked.how, at: now, by: 'Priya Nair', current: true })
      all.tries.set(personId, asked.how === 'noAnswer' ? (all.tries.get(personId) ?? 0) + 1 : 0)
      return done
    }
    case 'voidSessionCall': all.tolds.delete(String(asked['sessionCallId']))
      return done
    case 'putOnRota': case 'answerRota': {
      const id = asked['dutyId']
      all.duties = all.duties.map((one) => (one.dutyId === (id ?? null) ? { ...one, dutyId: one.dutyId ?? uuid(12, 50), state: asked['state'] as never } : one))
      return done
    }
    case 'takeOffRota': all.duties = all.duties.filter((one) => one.dutyId !== asked['dutyId'])
      return done
    case 'printSheet': all.sheets = [{ sheetId: uuid(13, 50 + all.sheets.length), kind: asked['kind'] as never, number: String(asked['number']), at: now, by: 'Priya Nair', keyedInAt: null, ended: null, endedAt: null }, ...all.sheets]
      return done
    case 'endSheet': all.sheets = all.sheets.map((one) => (one.sheetId === asked['sheetId'] ? { ...one, ended: asked['ended'] as never, endedAt: asked['ended'] ? now : null } : one))
      return done
    case 'keyInPaper': {
      const here = new Set(world.register.here.map((row) => row.personId))
      const fresh = asked.people.filter((one) => !here.has(one.personId))
      if (fresh.length + asked.newcomers.length + asked.unknown === 0) return { ok: false, reason: 'alreadyKeyedIn' }
      return { ok: true, value: { signedIn: fresh.length, wereIn: asked.people.length - fresh.length, newcomers: asked.newcomers.length, unknown: asked.unknown } }
    }
    case 'recordContactLook': case 'swapRota': return done
    default: return null
  }
}

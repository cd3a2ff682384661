import type { WorkerCalls, Phase } from '../../../src/renderer/workerLink/contract.ts'
import type { WorkerLink } from '../../../src/renderer/workerLink/link.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../../../src/renderer/workerLink/questions.ts'
import type { HereRow, SearchHit } from '../../../src/renderer/workerLink/views.ts'
import { plain } from '../../../src/shared/std/text.ts'
import { setUpSteps } from '../../../src/shared/rules/setUp.ts'
import { firstSessions } from '../../../src/shared/rules/sessions.ts'
import { uuid } from './ids.ts'
import { concernsOf, doorRun, healthOf, incidentsOf, mustKnowOf, newcomerOf, numbersOf, pinnedOf, suggestionsOf } from './door.ts'
import { answerSheet, doSheet } from './sheets.ts'
import { kioskRequestsOf, cardsOf } from './kiosk.ts'
import { decideIn } from './office.ts'
import {
  alarmsOf, closingOf, createWorld, date, emergencyOf, groupOf, groupsOf, headCountOf, me, peopleOf, personOf, surgeryOf, team, todayOf, type Net, type Size, type World,
} from './world.ts'

export interface DoubleOptions {
  size?: Size
  net?: Net
  phase?: Phase
  /** How long the disk takes. */
  waitMs?: number
}

/**
 * A worker that is none: it answers the contract from memory, so that screens can be looked at and keys tried without one. It
 * decides nothing that shared/commands decides; what is proved about those is proved elsewhere.
 */
export function createDouble({ size = 'ordinary', net = 'waiting', phase = { phase: 'open', returnTo: null }, waitMs = 5 }: DoubleOptions = {}) {
  const world = createWorld(size, net)
  const watchers = new Set<{ name: QuestionName; params: unknown; tell: (view: never) => void }>()
  const phases = new Set<(phase: Phase) => void>()
  const calls: { method: string; input: unknown }[] = []
  let now = phase
  const tellAll = () => watchers.forEach((one) => one.tell(answer(world, one.name, one.params) as never))
  const setPhase = (next: Phase) => {
    now = next
    phases.forEach((tell) => tell(next))
  }
  const worker = logged(calls, createWorkerCalls(world, tellAll, setPhase, waitMs))
  const link: WorkerLink = {
    worker,
    watch(name, params, tell) {
      const watcher = { name, params, tell: tell as (view: never) => void }
      watchers.add(watcher)
      queueMicrotask(() => watchers.has(watcher) && tell(answer(world, name, params) as never))
      return () => watchers.delete(watcher)
    },
    remembered: (name, params) => answer(world, name, params) as never,
    onPhase: (tell) => {
      phases.add(tell)
      tell(now)
      return () => phases.delete(tell)
    },
    joinKiosk: (port) => port.close(),
    onBroken: () => () => undefined,
  }
  return { link, world, calls, tellAll, setPhase }
}

function answer(world: World, name: QuestionName, params: unknown): QuestionAnswer<QuestionName> {
  const asked = params as { personId: string; groupId: string; text: string; most: number }
  switch (name) {
    case 'status': return { ...world.status }
    case 'report': return reportOfDouble(params as QuestionParams<'report'>)
    case 'me': return me
    case 'today': return todayOf(world)
    case 'register': return { ...world.register }
    case 'headCount': return headCountOf(world)
    case 'closing': return closingOf(world)
    case 'alarms': return alarmsOf(world)
    case 'emergency': return emergencyOf(world)
    case 'people': return peopleOf(world, asked.text, asked.most)
    case 'person': return personOf(world, asked.personId)
    case 'groups': return groupsOf(world)
    case 'group': return groupOf(world, asked.groupId)
    case 'firstSessions': return firstSessions((params as QuestionParams<'firstSessions'>).schedule, date, 6)
    case 'setUp': return setUpOfDouble(world)
    case 'surgery': return surgeryOf(world)
    case 'team': return team
    case 'mustKnow': return mustKnowOf(world)
    case 'health': return healthOf(world, asked.personId)
    case 'newcomer': return newcomerOf(world, asked.personId)
    case 'incidents': return incidentsOf(world, (params as { sessionId: string | null }).sessionId)
    case 'concerns': return concernsOf(world)
    case 'pinned': return pinnedOf(world)
    case 'numbers': return numbersOf(world)
    case 'office': return { ...world.office }
    case 'forLead': return forLeadOf(world)
    case 'kioskRequests': return kioskRequestsOf(world)
    case 'cards': return cardsOf(world)
    case 'importUndo': return { importId: uuid(10, 1), people: [uuid(1, 1)], memberships: [uuid(11, 1)], touched: [{ personId: uuid(1, 2), name: 'Ivy Pemberton' }] }
    case 'takeAlong': case 'rota': case 'calling': case 'paper': case 'registerSheet': case 'emergencySheet': case 'emergencyWho':
      return answerSheet(world, name, params)
    default: throw new Error(`the double does not know ${String(name)}`)
  }
}

/** A team on its first day has a place, and its numbers as far as they are typed. */
function reportOfDouble({ name, forFile }: QuestionParams<'report'>): QuestionAnswer<'report'> {
  if (name === 'attendance') return { columns: [{ id: 'date', kind: 'date' }, { id: 'came', kind: 'number' }, { id: 'firstTime', kind: 'number' }, { id: 'leftEarly', kind: 'number' }], withheld: [], rows: [['2026-10-08', 16, 2, 0], ['2026-10-15', 18, 1, 1], ['2026-10-22', 17, 1, 1]] }
  return { columns: [{ id: 'name', kind: 'text' }, { id: 'groups', kind: 'text' }], withheld: forFile ? ['phone'] : [], rows: [['Kasia Wrona', 'Walk and Talk'], ['=2+2 Jones', 'Pain Café']] }
}

function setUpOfDouble({ size, net }: World): QuestionAnswer<'setUp'> {
  const done = ['place']
  return size === 'empty' && net !== 'first' ? { steps: setUpSteps.map((step) => ({ step, done: done.includes(step) })) } : null
}

function forLeadOf({ office }: World): QuestionAnswer<'forLead'> {
  const [acts, notices] = [office.acts.length + office.actsLeft, office.notices.length + office.noticesLeft]
  return acts + notices > 0 ? { acts, notices } : null
}

function createWorkerCalls(world: World, tellAll: () => void, setPhase: (phase: Phase) => void, waitMs: number): WorkerCalls {
  const disk = () => new Promise((done) => setTimeout(done, waitMs))
  const signIn = (personId: string, name: string) => {
    const row: HereRow = {
      personId, name, signInIds: [uuid(4, 1000 + world.register.here.length)], arrived: '10:32', by: null, left: null, twice: false, held: null,
      alerts: [], noPhoto: false, isNew: false, missing: [], cafeOnly: false, brought: [],
    }
    const before = world.register
    world.register = { ...before, here: [row, ...before.here], notYet: before.notYet.filter((one) => one.personId !== personId), notYetCount: before.notYetCount - 1, hereCount: before.hereCount + 1 }
    world.done.push({ command: 'signInPerson', subjects: [name], undo: () => (world.register = before) })
    world.status = { ...world.status, pending: world.status.pending + 1 }
    tellAll()
  }
  const run = async (name: string, input: never) => {
    await disk()
    const asked = input as { personId: string; signInIds: string[]; givenName: string; familyName?: string; moment: 'out'; counted: number; missingIds: string[]; because?: 'leftEarly' | null }
    if (world.net === 'diskFull') return { ok: false, reason: 'diskFull' }
    const sheet = doSheet(world, name, input)
    if (sheet) return tellAll(), sheet
    if (name === 'signInPerson') {
      const member = world.members.find((one) => one.id === asked.personId)
      if (member?.name === 'Sid Orton' && !world.door.people.has(member.id)) return { ok: false, reason: 'archived' }
      if (world.register.here.some((row) => row.personId === asked.personId && !row.left)) return { ok: false, reason: 'alreadyHere' }
      signIn(asked.personId, member?.name ?? '?')
    }
    doorRun(world, name, input)
    tellAll()
    if (name === 'voidSignIns') {
      const gone = world.register.here.find((row) => row.signInIds.some((id) => asked.signInIds.includes(id)))
      const here = world.register.here.filter((row) => row !== gone)
      const back = gone ? [{ personId: gone.personId, name: gone.name, hint: { kind: 'noGroup' } as const, alerts: [], noPhoto: false, isNew: false, missing: [], undone: { at: '10:32', by: 'Priya' }, mark: null }] : []
      world.register = { ...world.register, here, notYet: [...back, ...world.register.notYet], hereCount: world.register.hereCount - 1 }
      tellAll()
    }
    if (name === 'leaveEarly') {
      world.register = { ...world.register, here: world.register.here.map((row) => (row.signInIds.some((id) => asked.signInIds.includes(id)) ? { ...row, left: '10:32' } : row)) }
      tellAll()
    }
    if (name === 'addSomeoneNew') {
      const id = uuid(1, 2000 + world.register.here.length)
      signIn(id, [asked.givenName, asked.familyName].filter(Boolean).join(' '))
      return { ok: true, value: { personId: id, signInId: uuid(4, 1) } }
    }
    if (name === 'recordHeadCount') {
      const { expected, next } = headCountOf(world)
      const moment = asked.moment ?? next ?? 'back'
      const missing = expected.filter((one) => asked.missingIds.includes(one.personId))
      const count = { moment, counted: asked.counted, expected: expected.length, at: '10:58', by: 'Priya', missing, babies: null, agrees: asked.counted === expected.length && missing.length === 0, because: asked.because ?? null }
      world.register = { ...world.register, headCounts: [...world.register.headCounts.filter((one) => one.moment !== moment), count] }
      tellAll()
      return { ok: true, value: { headCountId: uuid(5, 1), moment } }
    }
    if (name === 'closeSession') {
      world.closed = { at: new Date().toISOString(), by: 'Priya Nair', reason: null }
      world.register = { ...world.register, closed: { at: '12:01', by: 'Priya Nair' }, state: 'closed' }
      tellAll()
    }
    return { ok: true, value: name === 'importMembers' ? { added: 2, joined: 1, importId: uuid(10, 1) } : null }
  }
  return {
    join: async () => (await disk(), { ok: false, reason: 'wrongCode' }),
    trySample: async () => (await disk(), setPhase({ phase: 'open', returnTo: null }), { ok: true, value: { passphrase: 'kettle marble orchid tuesday' } }),
    unlock: async (passphrase) => {
      await disk()
      if (passphrase === 'kettle marble orchid tuesday') return setPhase({ phase: 'open', returnTo: null }), { ok: true, value: null }
      setPhase({ phase: 'locked', waitMs: 2000, returnTo: null })
      return { ok: false, reason: 'wrongPassphrase' }
    },
    lock: async () => setPhase({ phase: 'locked', waitMs: 0, returnTo: null }),
    rejoin: async () => (await disk(), { ok: false, reason: 'otherPerson' }),
    recover: async () => (await disk(), { ok: false, reason: 'codeExpired' }),
    remember: async () => undefined,
    active: async () => undefined,
    run: run as WorkerCalls['run'],
    signInBest: async ({ text }) => {
      const [best] = searchIn(world, text).filter((hit) => hit.state !== 'here')
      await disk()
      if (world.net === 'diskFull') return { ok: false, reason: 'diskFull' }
      if (!best) return { ok: true, value: { nobody: true } }
      signIn(best.personId, best.name)
      return { ok: true, value: { personId: best.personId, name: best.name, ...(best.apart && { apart: best.apart }) } }
    },
    undoLast: async () => {
      const last = world.done.pop()
      last?.undo()
      tellAll()
      return { ok: true, value: last ? { command: last.command, subjects: last.subjects } : { nothing: true } }
    },
    search: async ({ text }) => searchIn(world, text),
    ask: (name, params) => askOnce(world, name, params as never) as never,
    readList: async ({ bytes }) => (await import('../../../src/renderer/data/listFile.ts')).readListFile(bytes),
    saveDraft: async (key, text) => void (text === null ? world.drafts.delete(key) : world.drafts.set(key, text)),
    drafts: async () => [...world.drafts].map(([key, text]) => ({ key, text, at: '2026-10-22T09:30:00Z' })),
    startKiosk: async () => (setPhase({ phase: 'kiosk' }), { ok: true, value: null }),
    sendNow: async () => {
      await disk()
      if (world.status.trouble) world.status = { ...world.status, trouble: { ...world.status.trouble, at: new Date().toISOString() } }
      tellAll()
    },
    copyRead: async () => undefined,
    lookAtOffice: async () => undefined,
    decideAtOffice: async (input) => {
      await disk()
      const { office, answer: ended } = decideIn(world.office, world.net, input)
      world.office = office
      tellAll()
      return ended
    },
    makeCode: async () => (await disk(), { ok: true, value: { code: 'K7QM-29XD', expiresAt: '2026-10-23T09:32:00Z' } }),
  }
}

function searchIn(world: World, text: string): SearchHit[] {
  const asked = plain(text.trim())
  const scored = world.members.flatMap((member) => {
    const at = ` ${plain(member.name)}`.indexOf(` ${asked}`)
    return at < 0 ? [] : [{ member, at }]
  })
  scored.sort((a, b) => Number(isHere(world, a.member.id)) - Number(isHere(world, b.member.id)))
  return scored.slice(0, 8).map(({ member, at }): SearchHit => {
    const row = world.register.here.find((one) => one.personId === member.id)
    return {
      personId: member.id, name: member.name, ...(member.apart && { apart: member.apart }), marks: [[at, at + asked.length]], alerts: member.alerts, noPhoto: false,
      state: row ? (row.left ? 'left' : 'here') : 'notHere', arrived: row?.arrived ?? null, hint: member.hint,
    }
  })
}

function isHere(world: World, personId: string): boolean {
  return world.register.here.some((row) => row.personId === personId)
}

function logged(calls: { method: string; input: unknown }[], worker: WorkerCalls): WorkerCalls {
  return Object.fromEntries(
    Object.entries(worker).map(([method, act]) => [method, (...input: unknown[]) => {
      calls.push({ method, input })
      return (act as (...input: unknown[]) => unknown)(...input)
    }]),
  ) as unknown as WorkerCalls
}

async function askOnce(world: World, name: string, { text = '', csv = '', choices, sought, except }: { text?: string; csv?: string; choices: never; sought: never; except: never }): Promise<unknown> {
  // Fetched only when asked for: what reads a CSV brings a checker along that the window has none of.
  if (name === 'importPlan') return (await import('../../../src/shared/portable/importMembers.ts')).planImport(csv, choices, { people: [], memberIds: new Set() }, '2026-10-22')
  if (name === 'suggestions') return suggestionsOf(world, sought, except)
  return [
      ...world.members.filter((one) => plain(one.name).includes(plain(text))).slice(0, 6).map((one) => ({ kind: 'person' as const, id: one.id, name: one.name, detail: 'Walk and Talk' })),
      ...groupsOf(world).filter((one) => plain(one.name).includes(plain(text))).map((one) => ({ kind: 'group' as const, id: one.groupId, name: one.name, detail: one.place })),
    ]
}

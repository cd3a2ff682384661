import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { LooseDraft } from '../../src/shared/changes/change.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { aSlot, idFor } from '../support/builders.ts'
import { ask, wholeFeed, write } from '../support/openTeam.ts'
import { openSurgery } from '../support/surgery.ts'

const now = Date.parse('2026-10-22T08:00:00Z')
const surgery = await openSurgery({ kind: 'memory', now: () => now })
afterAll(() => surgery.close())

/** A word that stands nowhere else, so that where it is found it has leaked. */
const secret = (what: string, nth: number) => `zq${what}${String(nth).padStart(3, '0')}qz`

/** A team as chance has it, and every word and number in it that nobody outside may read. */
interface RandomTeam {
  drafts: LooseDraft[]
  secrets: string[]
}

const groupArbitrary = fc.record({
  published: fc.boolean(),
  venuePublic: fc.boolean(),
  isPartner: fc.boolean(),
  state: fc.constantFrom('running', 'running', 'paused', 'closed'),
  cancelled: fc.boolean(),
  cancelledFor: fc.constantFrom('weather', 'leaderIll', 'other'),
  moved: fc.boolean(),
  people: fc.integer({ min: 0, max: 4 }),
  staffIn: fc.constantFrom('nothing', 'about', 'publicContact', 'publicPhone', 'organiser'),
  hasDetails: fc.boolean(),
  shut: fc.boolean(),
  counted: fc.integer({ min: 70_000, max: 99_999 }),
})
type RandomGroup = typeof groupArbitrary extends fc.Arbitrary<infer One> ? One : never

function teamOf(groups: readonly RandomGroup[]): RandomTeam {
  const secrets: string[] = []
  const hidden = (what: string, nth: number) => {
    const word = secret(what, nth)
    secrets.push(word)
    return word
  }
  const drafts = groups.flatMap((one, nth) => groupDrafts(one, nth, hidden, secrets))
  const contact = { name: hidden('safeguarder', 0), phone: '07700 900555' }
  secrets.push('900555', '900666')
  const team = { name: 'Nuneaton North', openData: true, dutyPhone: '07700 900666', safeguarding: contact }
  return { drafts: [{ record: 'team', row: surgery.team, fields: team }, ...drafts], secrets }
}

function groupDrafts(one: RandomGroup, nth: number, hidden: (what: string, nth: number) => string, secrets: string[]): LooseDraft[] {
  const id = (word: string) => idFor(`${word} ${nth}`)
  const leader = `${hidden('tom', nth)} ${hidden('ashby', nth)}`
  const mobile = `07700 9${String(10_000 + nth)}`
  secrets.push(mobile.slice(-6), String(one.counted))
  const priv = (what: string) => (one.venuePublic ? 'Coton Road' : hidden(what, nth))
  const day = '2026-10-22'
  const session = sessionIdOf(id('group'), day, 1)
  const staff = { [one.staffIn]: one.staffIn === 'publicPhone' ? `+44 ${mobile.slice(1)}` : `ask ${leader}` }
  const { nothing: _, ...texts } = { about: 'A slow walk', nothing: '', ...staff } as Record<string, string>
  const people = Array.from({ length: one.people }, (_unused, at) => personDrafts(id('group'), session, `${nth}/${at}`, nth * 10 + at, hidden))
  return [
    { record: 'colleague', row: id('leader'), fields: { name: leader, role: 'facilitator', phone: mobile } },
    {
      record: 'venue',
      row: id('venue'),
      fields: {
        name: priv('place'),
        address: priv('address'),
        town: 'Nuneaton',
        postcode: 'CV11 5TU',
        notes: hidden('notes', nth),
        gridReference: hidden('grid', nth),
        isPublic: one.venuePublic,
      },
    },
    { record: 'venue', row: id('home'), fields: { name: hidden('kitchen', nth), address: hidden('home', nth) } },
    {
      record: 'group',
      row: id('group'),
      fields: {
        name: one.published ? `Walk ${nth}` : hidden('unpublished', nth),
        ...texts,
        schedule: [aSlot()],
        counts: true,
        state: one.state as never,
        template: one.isPartner ? 'partner' : 'walk',
        venueId: id('venue'),
        leaderId: id('leader'),
        facilitatorIds: [id('leader')],
        capacity: one.counted,
        published: one.published,
        pence: 0,
      },
    },
    {
      record: 'session',
      row: session,
      fields: {
        groupId: id('group'),
        date: day,
        slot: 1,
        ...(one.cancelled ? { cancelledBecause: hidden('why', nth), cancelledFor: one.cancelledFor as never } : {}),
        ...(one.moved ? { venueId: id('home') } : {}),
        summary: hidden('summary', nth),
        unplannedBecause: hidden('unplanned', nth),
      },
    },
    {
      record: 'headCount',
      row: id('count'),
      fields: { sessionId: session, moment: 'out', counted: one.counted, expected: one.counted, at: `${day}T08:30:00Z`, byId: id('leader') },
    },
    ...(one.hasDetails ? [detailsDraft(id, nth, one, hidden)] : []),
    {
      record: 'service',
      row: id('outside'),
      fields: {
        name: hidden('outside', nth),
        kind: 'outside',
        vacancy: 'places',
        at: `${day}T08:00:00Z`,
        byId: id('leader'),
        feed: 'Council',
        foreignId: id('foreign'),
      },
    },
    ...people.flat(),
  ]
}

function detailsDraft(id: (word: string) => string, nth: number, one: RandomGroup, hidden: (what: string, nth: number) => string): LooseDraft {
  const priv = {
    contactName: hidden('contact', nth),
    phone: hidden('phone', nth),
    email: `${hidden('mail', nth)}@example.org`,
    localNote: hidden('local', nth),
  }
  const where = { address: hidden('street', nth), town: hidden('town', nth), transport: hidden('bus', nth), howToJoin: hidden('join', nth) }
  const shut = one.shut ? { closedFrom: '2026-10-01', closedUntil: '2026-11-01', closedBecause: hidden('shut', nth) } : {}
  const fields = {
    name: `Walk ${nth}`,
    kind: 'own',
    vacancy: 'full',
    groupId: id('group'),
    checkedWith: hidden('checked', nth),
    ...priv,
    ...where,
    ...shut,
  }
  return { record: 'service', row: id('details'), fields: { ...fields, at: '2026-10-01T08:00:00Z', byId: id('leader') } }
}

function personDrafts(group: string, session: string, word: string, nth: number, hidden: (what: string, nth: number) => string): LooseDraft[] {
  const personId = idFor(`person ${word}`)
  return [
    {
      record: 'person',
      row: personId,
      fields: { givenName: hidden('jean', nth), familyName: hidden('oakes', nth), phone: '01632 960777', address: hidden('lives', nth) },
    },
    { record: 'membership', row: membershipIdOf(group, personId), fields: { groupId: group, personId, since: '2026-01-01' } },
    {
      record: 'signIn',
      row: idFor(`signIn ${word}`),
      fields: { sessionId: session, personId, arrivedAt: '2026-10-22T08:31:00Z', how: 'facilitator', byId: idFor('leader 0') },
    },
    {
      record: 'note',
      row: idFor(`note ${word}`),
      fields: { aboutId: session, text: hidden('note', nth), at: '2026-10-22T08:32:00Z', byId: idFor('leader 0') },
    },
  ]
}

/** Everything that the server tells the world of this team, by output. */
async function outputs(): Promise<Record<'openReferral' | 'openActive' | 'page' | 'calendar', string>> {
  const list = await ask(surgery, '/openreferral/services')
  const { contents } = list.json() as { contents: { id: string }[] }
  const each = await Promise.all(contents.map(async ({ id }) => (await ask(surgery, `/openreferral/services/${id}`)).text))
  return {
    openReferral: [list.text, ...each].join('\n'),
    openActive: JSON.stringify((await wholeFeed(surgery)).items) + (await ask(surgery, '/openactive/')).text,
    page: (await ask(surgery, '/sessions')).text,
    calendar: (await ask(surgery, '/sessions.ics')).text.replaceAll('\r\n ', ''),
  }
}

/** Which secrets stand in which output. Digits are looked for in what people read, not in ids and numbers of changes. */
function leaksIn(all: Record<string, string>, secrets: readonly string[]): string[] {
  return Object.entries(all).flatMap(([output, text]) => {
    const read = text
      .toLowerCase()
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ' ')
      .replace(/"modified":\d+|afterchangenumber=\d+/g, ' ')
      .replace(/(?<=\d)[\s().-]+(?=\d)/g, '')
    return secrets.filter((one) => read.includes(one.toLowerCase())).map((one) => `${output}: ${one}`)
  })
}

async function filled(groups: readonly RandomGroup[]): Promise<RandomTeam> {
  await surgery.empty() // the team has another id from here on
  const team = teamOf(groups)
  await write(surgery, ...team.drafts)
  return team
}

test('[story 38] over random teams no count, membership, private place, colleague or word of a register is in any output', async () => {
  let published = 0
  await fc.assert(
    fc.asyncProperty(fc.array(groupArbitrary, { minLength: 1, maxLength: 5 }), async (groups) => {
      const team = await filled(groups)
      const all = await outputs()
      expect(leaksIn(all, team.secrets)).toEqual([])
      published += (JSON.parse((await ask(surgery, '/openreferral/services')).text) as { total_items: number }).total_items
    }),
    { numRuns: 25 },
  )
  expect(published).toBeGreaterThan(10)
})

const whole: RandomGroup = {
  published: true,
  venuePublic: true,
  isPartner: false,
  state: 'running',
  cancelled: false,
  cancelledFor: 'weather',
  moved: false,
  people: 1,
  staffIn: 'nothing',
  hasDetails: false,
  shut: false,
  counted: 71_234,
}

test('a planted leak is found in every output: a home that says it is public', async () => {
  const team = await filled([{ ...whole, venuePublic: false }])
  expect(leaksIn(await outputs(), team.secrets)).toEqual([])
  await write(surgery, { record: 'venue', row: idFor('venue 0'), fields: { isPublic: true } })
  const found = leaksIn(await outputs(), team.secrets)
  for (const output of ['openReferral', 'openActive', 'page', 'calendar'])
    expect(
      found.some((one) => one.startsWith(`${output}: zqaddress`)),
      output,
    ).toBe(true)
})

test('a planted leak is found by its digits, however they are written', () => {
  expect(leaksIn({ page: 'call 07700 910-000' }, ['910000'])).toEqual(['page: 910000'])
  expect(leaksIn({ page: 'id 91000000-0000-4000-8000-000000000000' }, ['910000'])).toEqual([])
})

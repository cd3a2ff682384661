import type { HeldActView, OfficeAsk, OfficeLaptopView, OfficeNoticeView, OfficeView } from '../../../src/renderer/workerLink/officeViews.ts'
import type { WorkerCalls } from '../../../src/renderer/workerLink/contract.ts'
import { manyNames } from './names.ts'
import { uuid } from './ids.ts'
import type { Net, Size } from './world.ts'

const date = '2026-10-22'
const parkLaptop = { by: 'Tom Ashby', laptop: 'Park laptop' }

const acts: HeldActView[] = [
  {
    id: uuid(20, 1), at: '2026-10-21T09:12:00.000Z', ...parkLaptop, command: 'editGroup', subjects: ['Walk and Talk'], code: 'notAllowed', canLetIn: true, changes: 1,
    writes: [{ record: 'group', subjects: ['Walk and Talk'], fields: [{ field: 'capacity', values: [{ text: '40' }] }, { field: 'facilitatorIds', values: [{ text: 'Tom Ashby' }, { text: 'Priya Nair' }] }] }],
  },
  {
    id: uuid(20, 2), at: `${date}T08:10:00.000Z`, by: 'Marcus Bright', laptop: 'Old laptop', command: 'addSomeoneNew', subjects: ['Kasia Wrona', 'Pain Café'], code: 'deviceRevoked', canLetIn: true, changes: 2,
    writes: [
      { record: 'person', subjects: ['Kasia Wrona'], fields: [{ field: 'givenName', values: [{ text: 'Kasia' }] }, { field: 'familyName', values: [{ text: 'Wrona' }] }, { field: 'bornOn', values: [{ day: '1951-04-03' }] }] },
      { record: 'signIn', subjects: ['Kasia Wrona', 'Pain Café'], fields: [{ field: 'personId', values: [{ text: 'Kasia Wrona' }] }, { field: 'at', values: [{ moment: `${date}T08:10:00.000Z` }] }] },
    ],
  },
  { id: uuid(20, 3), at: `${date}T08:31:00.000Z`, ...parkLaptop, command: null, subjects: [], code: 'invalid', canLetIn: false, changes: 1, writes: [] },
  { id: uuid(20, 4), at: `${date}T08:40:00.000Z`, by: '', laptop: '', command: 'signInPerson', subjects: ['Roy Bennett', 'Walk and Talk'], code: 'aWordOfANewerServer', canLetIn: true, changes: 1, writes: [] },
]

const calm = { mine: false, enrolled: '2026-09-01T09:00:00Z', waiting: 0, clockOffMinutes: null, appVersion: '0.1.0', revoked: null, wipe: false, emptied: null, unconfirmed: null }
const laptops: OfficeLaptopView[] = [
  { ...calm, id: uuid(21, 3), name: 'Sunday laptop', by: 'Marcus Bright', heard: null, waiting: null, appVersion: null, unconfirmed: `${date}T06:00:00Z` },
  { ...calm, id: uuid(21, 2), name: 'Park laptop', by: 'Tom Ashby', heard: '2026-10-20T15:40:00Z', waiting: 31, clockOffMinutes: 12 },
  { ...calm, id: uuid(21, 1), name: 'Priya’s blue laptop', by: 'Priya Nair', heard: `${date}T09:22:00Z`, mine: true },
  { ...calm, id: uuid(21, 4), name: 'Old laptop', by: 'Marcus Bright', enrolled: '2025-02-01T09:00:00Z', heard: '2026-08-02T10:00:00Z', revoked: '2026-08-03T10:00:00Z' },
]
const notices: OfficeNoticeView[] = [
  { id: uuid(22, 1), kind: 'copied', ...parkLaptop, count: null, at: `${date}T07:52:00Z` },
  { id: uuid(22, 2), kind: 'numbersMissing', ...parkLaptop, count: 3, at: '2026-10-20T15:40:00Z' },
]

function crowd(): Pick<OfficeView, 'acts' | 'laptops' | 'notices'> {
  const names = manyNames(90)
  const many = names.slice(0, 20).map((name, at): HeldActView => ({ ...acts[at % 2]!, id: uuid(20, 100 + at), command: 'signInPerson', subjects: [name, 'Walk and Talk at the very far end of Riversley Park'] }))
  return {
    acts: [...acts, ...many],
    laptops: [...laptops, ...names.map((name, at): OfficeLaptopView => ({ ...laptops[1]!, id: uuid(21, 100 + at), name: `Laptop of ${name} in the upper cupboard`, by: name }))],
    notices: [...notices, ...(['putBack', 'broughtBack', 'aKindOfANewerServer'] as const).map((kind, at): OfficeNoticeView => ({ ...notices[1]!, id: uuid(22, 100 + at), kind, count: 12 }))],
  }
}

/** What the server would have said. */
export function officeOf(size: Size, net: Net): OfficeView {
  const none = { acts: [], actsLeft: 0, laptops: [], notices: [], noticesLeft: 0 }
  if (net === 'sending') return { ...none, asked: null, asking: true, trouble: null }
  if (net === 'trouble') {
    const known = size === 'empty' ? { ...none, asked: null } : { ...none, acts, laptops, notices, asked: '2026-10-20T15:40:00Z' }
    return { ...known, asking: false, trouble: 'offline' }
  }
  const asked = { ...none, asked: `${date}T09:31:00Z`, asking: false, trouble: null }
  if (size === 'empty') return { ...asked, laptops: laptops.filter((one) => one.mine) }
  return size === 'crowded' ? { ...asked, ...crowd(), actsLeft: 9980, noticesLeft: 8 } : { ...asked, acts, laptops, notices }
}

/** Decides in memory what a lead asks. */
export function decideIn(office: OfficeView, net: Net, input: OfficeAsk): { office: OfficeView; answer: Awaited<ReturnType<WorkerCalls['decideAtOffice']>> } {
  if (net === 'trouble') return { office, answer: { ok: false, reason: 'offline' } }
  const answer = { ok: true, value: 'done' } as const
  if (input.ask === 'seen') return { office: { ...office, notices: office.notices.filter((one) => one.id !== input.notice) }, answer }
  if ('id' in input) return { office: { ...office, acts: office.acts.filter((one) => one.id !== input.id) }, answer }
  if (input.ask === 'confirm') return { office: { ...office, laptops: office.laptops.map((one) => (one.id === input.device ? { ...one, unconfirmed: null } : one)) }, answer }
  const off = { revoked: `${date}T09:32:00Z`, wipe: input.ask === 'wipe' }
  return { office: { ...office, laptops: office.laptops.map((one) => (one.id === input.device ? { ...one, ...off } : one)) }, answer }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordNames, type RecordName } from '../../src/shared/records/index.ts'
import { roleSchema, type Role } from '../../src/shared/records/colleague.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { day, fieldsOf, newRowOf, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'

/** What happens at a session anybody of the team may write. */
const atTheDoor = [
  'companion',
  'registerMark',
  'sessionCall',
  'declaration',
  'incident',
  'concern',
  'rotaDuty',
  'card',
  'kioskRequest',
  'mood',
  'contactLook',
  'takenLaptop',
  'paperSheet',
  'voice',
  'cafeConfidence',
] as const
/** What link workers and leads alone write. */
const ofCases = [
  'assignment',
  'caseContact',
  'codedEvent',
  'episode',
  'gap',
  'introduction',
  'media',
  'measure',
  'measureLicence',
  'offer',
  'plan',
  'planAction',
  'planConfidence',
  'planGoal',
  'planVersion',
  'practiceMessage',
  'proposal',
  'referral',
  'service',
  'showing',
  'story',
  'timeAway',
  'useAgreement',
] as const
type OfCases = (typeof ofCases)[number]
type AtTheDoor = (typeof atTheDoor)[number]

/** Who may write what, written down a second time on purpose (domain 9.3): a slip in the table turns this red. */
const expected: Record<RecordName, readonly Role[]> = {
  team: ['lead'],
  colleague: ['lead'],
  device: [],
  venue: ['linkWorker', 'lead'],
  group: ['linkWorker', 'lead'],
  person: ['facilitator', 'linkWorker', 'lead'],
  emergencyContact: ['facilitator', 'linkWorker', 'lead'],
  membership: ['facilitator', 'linkWorker', 'lead'],
  session: ['facilitator', 'linkWorker', 'lead'],
  signIn: ['facilitator', 'linkWorker', 'lead'],
  headCount: ['facilitator', 'linkWorker', 'lead'],
  note: ['facilitator', 'linkWorker', 'lead'],
  samePerson: ['facilitator', 'linkWorker', 'lead'],
  partnerAgreement: ['facilitator', 'linkWorker', 'lead'],
  exportLog: ['facilitator', 'linkWorker', 'lead'],
  boardReport: ['lead'],
  listSize: ['lead'],
  deprivation: ['lead'],
  retention: ['lead'],
  erasure: ['lead'],
  ...(Object.fromEntries(ofCases.map((name) => [name, ['linkWorker', 'lead']])) as unknown as Record<OfCases, Role[]>),
  ...(Object.fromEntries(atTheDoor.map((name) => [name, ['facilitator', 'linkWorker', 'lead']])) as unknown as Record<AtTheDoor, Role[]>),
}

describe('who may write what, at the server', () => {
  let surgery: Surgery
  let world: TwoGroups
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory', now: () => Date.parse(`${day}T09:00:00Z`) })
    world = await openTwoGroups(surgery)
  })
  afterAll(() => surgery.close())

  const table = roleSchema.options.flatMap((role) => recordNames.map((record) => [role, record, expected[record].includes(role)] as const))
  it.each(table)('%s writes %s: %s', async (role, record, may) => {
    const laptop = world.laptops[role]
    const fields = fieldsOf(record, world.mine, laptop.joined.colleague.id, laptop.joined.device)
    const { results } = await laptop.exchange([laptop.write(record, newRowOf(record, world.mine), fields)])
    expect(results[0]).toMatchObject(may ? { state: 'accepted' } : { state: 'held', code: 'notAllowed' })
  })
})

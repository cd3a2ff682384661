import { instantOf, type PlainDate } from '../../shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../shared/std/ids.ts'
import type { Json } from '../../shared/changes/change.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId, type SampleGroup, type SamplePerson } from './data.ts'

/** So many people walked with us for a while and are on the list no more: with those who come today over a hundred signed up (story 28). */
const howMany = 64
/** Of the first six sessions since they signed up, the ones they came to. */
const cameTo = [0, 1, 3, 4]

/**
 * People from both towns who signed up to the walk since October 2023, came for a few weeks and went on to something else. @param held the
 * days on which the walk took place, in order
 */
export function formerOf(people: readonly SamplePerson[], walk: SampleGroup, held: readonly PlainDate[]): DatedDraft[] {
  const last = held.length - 30 // nobody who was here lately: the registers of the last months are as they were
  if (last < 12) return []
  return Array.from({ length: howMany }, (_, nth) => formerMember(people, walk, held.slice((nth * 7) % (last - 10)), nth)).flat()
}

function formerMember(people: readonly SamplePerson[], walk: SampleGroup, since: readonly PlainDate[], nth: number): DatedDraft[] {
  const personId = sampleId('former', nth)
  const groupId = sampleId('group', walk.key)
  const [first = '', endedOn = ''] = [since[0], since[9]]
  const by = sampleId('colleague', walk.leader)
  const draft = (record: string, row: string, fields: { [field: string]: Json }, atMs: number): DatedDraft => ({
    ...{ record, row, fields, atMs, actor: by },
    act: sampleId('act', 'former', nth, atMs),
  })
  const joined = Date.parse(`${first}T08:00:00Z`) + nth * 1000
  const membership = membershipIdOf(groupId, personId)
  return [
    draft('person', personId, nameOf(people, nth), joined),
    draft('membership', membership, { groupId, personId, since: first }, joined),
    ...cameTo.map((at) => {
      const date = since[at] ?? first
      const arrivedAt = instantOf(date, walk.start)
      const sessionId = sessionIdOf(groupId, date, 1)
      const fields = { sessionId, personId, arrivedAt, how: 'facilitator', byId: by }
      return draft('signIn', sampleId('signIn', sessionId, personId), fields, Date.parse(arrivedAt))
    }),
    draft('membership', membership, { endedOn }, Date.parse(`${endedOn}T15:00:00Z`)),
  ]
}

/** A name of two that are there already, and a town. */
function nameOf(people: readonly SamplePerson[], nth: number): { [field: string]: Json } {
  const families = people.flatMap((one) => one.family ?? [])
  const [given, familyName] = [people[(nth * 11 + 5) % people.length]!.given, families[(nth * 17 + 40) % families.length]!]
  const [town, postcode] = nth % 3 === 0 ? ['Bedworth', 'CV12'] : ['Nuneaton', nth % 3 === 1 ? 'CV11' : 'CV10']
  return { givenName: given, familyName, address: { town, postcode } }
}

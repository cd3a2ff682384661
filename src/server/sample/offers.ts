import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { onDay, type Referred } from './referred.ts'
import { readCases } from './caseData.ts'
import { sampleId } from './data.ts'
import { oneOf, type Chance } from './random.ts'

/** What was offered: the group they came to, a service that fits the need, or nothing that did. */
export function offersOf(one: Referred, episodeId: string, on: PlainDate, chance: Chance): DatedDraft[] {
  const { personId, need, member } = one
  const offer = (key: string, fields: Record<string, string | string[] | null>) =>
    onDay(one, on, 'offer', sampleId('offer', episodeId, key), { personId, episodeId, needs: [need], offeredOn: on, ...fields })
  const service = readCases().services.find((entry) => entry.needs.includes(need))
  const elsewhere =
    service && chance() < 0.4 ? [offer('service', { serviceId: sampleId('service', service.name), state: 'accepted', answeredOn: on })] : []
  if (!member) return [...elsewhere, chance() < 0.5 ? offer('none', { state: 'noneSuitable' }) : offer('no', declined(chance, on))]
  const groupId = sampleId('group', member.group)
  const introduced = onDay(one, on, 'introduction', sampleId('introduction', episodeId), {
    groupId,
    personId,
    firstOn: member.since,
    referredBy: sampleId('colleague', one.owner as string),
    knowsId: chance() < 0.5 ? sampleId('colleague', one.owner as string) : null,
  })
  return [offer('group', { groupId, state: 'accepted', answeredOn: on, firstOn: member.since }), introduced, ...elsewhere]
}

function declined(chance: Chance, on: PlainDate): Record<string, string | null> {
  const because = oneOf(chance, ['time', 'tooFar', 'transport', 'confidence', 'notForMe'])
  return { groupId: sampleId('group', 'W'), state: 'declined', answeredOn: addDays(on, 0), because }
}

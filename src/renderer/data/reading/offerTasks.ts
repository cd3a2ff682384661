import type { RecordName } from '../../../shared/records/index.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import type { ViewContext } from './context.ts'
import { gotThereBy } from './gotThere.ts'

/** A call that a yes to one of our groups asks for: worked out from its registers, closed by coming or by calling (story 23). */
export interface OfferTask {
  kind: 'missed' | 'firstTime'
  offerId: string
  episodeId: string
  personId: string
  groupId: string
  group: string
  /** The day that asks for it: the second session missed, or the first time they came. */
  since: PlainDate
}

/** What they are made of. */
export const offerTaskRecords = [
  'offer',
  'episode',
  'person',
  'group',
  'session',
  'signIn',
  'registerMark',
  'samePerson',
] as const satisfies readonly RecordName[]

/** Who is to be called, the longest wait first: everybody with an open case who said yes and was not seen in two sessions, or came for the first time. */
export async function offerTasks(context: ViewContext): Promise<OfferTask[]> {
  const { memory } = context.store
  const open = memory.list('offer').filter((one) => {
    const episode = one.state === 'accepted' && !one.voidedBecause && one.groupId ? memory.get('episode', one.episodeId) : undefined
    const person = episode && memory.get('person', one.personId)
    return episode && !episode.closedOn && !episode.voidedBecause && person && !person.removedBecause && !person.signInBlocked
  })
  const got = await gotThereBy(context, open)
  return open
    .flatMap((one): OfferTask[] => {
      const { call = null, callSince = null } = got.get(one.id) ?? {}
      const { id: offerId, episodeId, personId, groupId } = one
      if (!call || !callSince || !groupId) return []
      return [
        {
          kind: call === 'first' ? 'firstTime' : call,
          offerId,
          episodeId,
          personId,
          groupId,
          group: memory.get('group', groupId)?.name ?? '',
          since: callSince,
        },
      ]
    })
    .sort((a, b) => compareTexts(a.since, b.since) || compareTexts(a.offerId, b.offerId))
}

import type { Entity, LinkOf, RecordName } from '../records/index.ts'
import { isOpen } from './cases.ts'
import { isOfErased } from './erased.ts'
import { isShown } from './mayUse.ts'
import { isUnanswered, referralStateOf } from './referrals.ts'

/** What about somebody is not finished. */
export type Unfinished = 'openCase' | 'waitingReferral' | 'openIncident' | 'openConcern' | 'stillShown'

/** How rows are found: the memory of a laptop and the rows of a command answer. */
export interface RowReader {
  get<Name extends RecordName>(record: Name, id: string): Entity<Name> | undefined
  all<Name extends RecordName>(record: Name, where: LinkOf<Name>, is: string): Entity<Name>[]
  every<Name extends RecordName>(record: Name): Entity<Name>[]
}

/**
 * What about somebody is not finished: it keeps their record whatever the day, and nobody erases it before (story 35). What is shown of them
 * alone counts too: once their words are gone nobody could find where to take it down.
 * @param ids every id they have @param me who asks: of a concern about themselves nobody is told
 */
export function unfinishedOf(ids: readonly string[], read: RowReader, me: string): Unfinished[] {
  const isTheirs = ({ personId }: { personId?: string | null | undefined }) => ids.some((id) => id === personId)
  const episodes = ids.flatMap((id) => read.all('episode', 'personId', id))
  const caseOf = (one: Entity<'referral'>) => episodes.find(({ id }) => id === one.episodeId)
  const waits = (one: Entity<'referral'>) => !one.voidedBecause && isUnanswered(referralStateOf(one, caseOf(one), []))
  const is: Record<Unfinished, boolean> = {
    openCase: episodes.some(isOpen),
    waitingReferral: ids.some((id) => read.all('referral', 'personId', id).some(waits)),
    openIncident: read.every('incident').some((one) => !one.closedAt && one.personIds.some((id) => ids.includes(id))),
    openConcern: read.every('concern').some((one) => isTheirs(one) && !one.acknowledgedAt && one.aboutColleagueId !== me),
    stillShown: read.every('showing').some((one) => isShown(one) && isOfThem(one.ofId, ids, read)),
  }
  return (Object.keys(is) as Unfinished[]).filter((one) => is[one])
}

/** A story of theirs, or a picture in which nobody else can be known. */
function isOfThem(ofId: string, ids: readonly string[], read: RowReader): boolean {
  const { personIds = [], babiesOf = [] } = read.get('media', ofId) ?? {}
  const isTheirPicture = isOfErased('media', ofId, { personIds, babiesOf }, new Set(ids))
  return isTheirPicture || ids.some((id) => read.all('story', 'personId', id).some((one) => one.id === ofId))
}

import type { WhichEntry } from '../../../shared/commands/directory.ts'
import type { Listing } from '../../workerLink/directoryViews.ts'

/** Where what is said of it is written: its own row, or the one that a group is given. */
export function whichOf(one: Pick<Listing, 'id' | 'serviceId' | 'groupId'>): WhichEntry {
  return one.serviceId ? { serviceId: one.serviceId } : { groupId: one.groupId ?? one.id }
}

import type { DirectoryFilter, DirectoryView, EntryView, TypedEntry } from '../../workerLink/directoryViews.ts'
import { openValues, keyOf } from '../../../shared/changes/row.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { checkAfterDays, listingsOf, type Listing } from '../../../shared/rules/directory.ts'
import { filterListings, townsOf } from '../../../shared/rules/directorySearch.ts'
import type { ViewContext } from './context.ts'

/** Records that the directory is made of. */
export const directoryMadeOf = ['service', 'group', 'venue', 'colleague', 'membership', 'person', 'team'] as const

/** Days until a check is due, as the lead has set them. */
export function checkAfterOf(context: ViewContext): number {
  return context.store.memory.get('team', context.store.opened.identity.team.id)?.checkAfterDays ?? checkAfterDays
}

/** Everything people can be sent to, worked out once until something is written. */
export function listings(context: ViewContext): Promise<Listing[]> {
  const { memory } = context.store
  const today = context.today()
  return context.onceUntilTouched(
    `directory ${today}`,
    async () =>
      listingsOf(
        {
          services: memory.list('service'),
          groups: memory.list('group'),
          venue: (id) => memory.get('venue', id),
          colleague: (id) => memory.get('colleague', id),
          members: (groupId) => context.membersOf(groupId, today).length,
        },
        today,
        checkAfterOf(context),
      ),
    directoryMadeOf,
  )
}

/** The directory as it is asked for. */
export async function directoryView(context: ViewContext, filter: DirectoryFilter, most: number): Promise<DirectoryView> {
  const all = await listings(context)
  const found = filterListings(all, filter)
  return {
    total: all.length,
    found: found.length,
    shown: found.slice(0, most),
    towns: townsOf(all),
    due: all.filter((one) => one.due).length,
    checkAfter: checkAfterOf(context),
  }
}

/** One entry, or null where it is not on this laptop or was removed. */
export async function entryView(context: ViewContext, entryId: string): Promise<EntryView | null> {
  const { memory } = context.store
  const listing = (await listings(context)).find((one) => one.id === entryId || one.serviceId === entryId)
  if (!listing) return null
  const service = listing.serviceId ? memory.get('service', listing.serviceId) : undefined
  const row = listing.serviceId ? memory.row(keyOf('service', listing.serviceId))?.view : undefined
  const notes = row ? openValues(row, 'localNote').flatMap(({ value }) => (typeof value === 'string' && value ? [value] : [])) : []
  return {
    listing,
    checkedBy: context.colleagueName(listing.checkedById),
    typed: typedOf(service),
    notes: [...new Set(notes)],
    feed: service?.feed ?? null,
    closedFrom: listing.closed ? (service?.closedFrom ?? null) : null,
    groupPaused: Boolean(listing.groupId && memory.get('group', listing.groupId)?.state === 'paused'),
  }
}

function typedOf(one: Entity<'service'> | undefined): TypedEntry {
  return {
    about: one?.about ?? '',
    needs: one?.needs ?? [],
    suits: one?.suits ?? [],
    access: one?.access ?? [],
    languages: one?.languages ?? [],
    onlyFor: one?.onlyFor ?? null,
    free: one?.free ?? null,
    pence: one?.pence ?? null,
    costWords: one?.costWords ?? '',
    times: one?.times ?? [],
    timesWords: one?.timesWords ?? '',
    address: one?.address ?? '',
    town: one?.town ?? '',
    postcode: one?.postcode ?? '',
    transport: one?.transport ?? '',
    vacancy: one?.vacancy ?? 'notKnown',
    howToJoin: one?.howToJoin ?? '',
    contactName: one?.contactName ?? '',
    phone: one?.phone ?? '',
    email: one?.email ?? '',
    url: one?.url ?? '',
    firstVisit: one?.firstVisit ?? '',
    bring: one?.bring ?? '',
    localNote: one?.localNote ?? '',
  }
}

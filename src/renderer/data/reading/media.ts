import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { uses, type MayUse, type Standing, type Use } from '../../../shared/rules/mayUse.ts'
import { babiesIn, isSaidWho } from '../../../shared/rules/mediaPeople.ts'
import { mediaMayUse } from '../../../shared/rules/mediaUse.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { MediaLine, MediaListView, MediaView, ShownView, UseView } from '../../workerLink/mediaViews.ts'
import type { MediaFiles } from '../media/files.ts'
import type { ViewContext } from './context.ts'
import { named, plainly } from './namesThere.ts'

/** What the answers about pictures and films are made of. */
export const mediaRecords: readonly RecordName[] = ['media', 'person', 'group', 'colleague', 'useAgreement', 'showing']

type Media = Entity<'media'>

/** All of them: those that can be used first, the latest first; destroyed ones last. */
export function mediaListOf(context: ViewContext, files: MediaFiles): MediaListView {
  const all = context.store.memory.list('media').sort(newestFirst)
  const lines = all.map((one) => lineOf(context, files, one))
  return { lines: lines.sort((a, b) => Number(a.file === null) - Number(b.file === null)), adding: files.adding, groups: groupsOf(context) }
}

/** One of them, whole. */
export function mediaOf(context: ViewContext, files: MediaFiles, mediaId: string): MediaView | null {
  const one = context.store.memory.get('media', mediaId)
  if (!one) return null
  const { fileName, mime, at, groupId = null, personIds = [], nobody = false } = one
  return {
    ...lineOf(context, files, one),
    ...{ fileName, mime, at, groupId, nobody },
    by: context.colleagueName(one.byId) ?? '',
    people: named(context, personIds).map(plainly),
    babies: babiesIn(one).map(({ withId, name }) => ({ withId, name, of: nameIn(context, withId) })),
    uses: usesOf(context, one),
    shown: shownOf(context, one, mayUseNow(context, one)),
    removed: removedOf(context, one),
    groups: groupsOf(context),
  }
}

function lineOf(context: ViewContext, files: MediaFiles, one: Media): MediaLine {
  const { id, title, kind, bytes, takenOn = null, groupId } = one
  const group = groupId ? (context.store.memory.get('group', groupId)?.name ?? null) : null
  const file = one.removedAt ? null : files.stateOf(one)
  const now = mayUseNow(context, one)
  const shown = shownOf(context, one, now).filter(({ ended }) => ended === null)
  return {
    ...{ mediaId: id, title, kind, bytes, takenOn, group, file },
    whoMissing: file !== null && kind !== 'paper' && !isSaidWho(one),
    mayBe: uses.filter((use) => now[use].may),
    shownAt: shown.length,
    toTakeDown: shown.filter(({ toTakeDown }) => toTakeDown).length,
  }
}

/** Agreements and people are in memory whole, as everybody is read by then. */
function mayUseNow(context: ViewContext, one: Media): Record<Use, MayUse> {
  const { memory } = context.store
  const read = { person: (id: string) => memory.get('person', id), agreements: (id: string) => memory.linked('useAgreement', 'personId', id) }
  return mediaMayUse(one, read, context.today())
}

/** How a picture or film stands for one use: as the first of those stands who are in the way. */
export function mediaStands(context: ViewContext, one: Media, use: Use): Standing {
  const answer = mayUseNow(context, one)[use]
  if (answer.may) return 'yes'
  const why = answer.because[0]?.why ?? 'notAsked'
  if (why === 'unknown') return 'notAsked'
  return why === 'noPhotos' ? 'no' : why
}

function usesOf(context: ViewContext, one: Media): UseView[] {
  const now = mayUseNow(context, one)
  return uses.map((use) => {
    const answer = now[use]
    const because = answer.may ? [] : answer.because.map(({ personId, baby, why }) => ({ name: nameIn(context, personId), baby: baby ?? null, why }))
    return { use, may: answer.may, until: answer.may ? answer.until : null, because }
  })
}

function shownOf(context: ViewContext, one: Media, now: Record<Use, MayUse>): ShownView[] {
  const all = context.store.memory.linked('showing', 'ofId', one.id).filter((row) => !row.voidedBecause)
  return all.sort(newestFirst).map((row) => ({
    ...{ showingId: row.id, use: row.use, where: row.where, since: row.since },
    by: context.colleagueName(row.byId) ?? '',
    toTakeDown: !row.ended && !now[row.use].may,
    ended: row.ended ? endedOf(context, row, row.ended) : null,
  }))
}

function endedOf(context: ViewContext, row: Entity<'showing'>, how: 'takenDown' | 'cannot'): ShownView['ended'] {
  return { how, on: row.endedOn ?? row.since, by: context.colleagueName(row.endedBy) ?? '', words: row.endedWords ?? '' }
}

function nameIn(context: ViewContext, personId: string): string {
  return named(context, [personId])[0]?.name ?? ''
}

function removedOf(context: ViewContext, { removedAt, removedBy, removedBecause }: Media): MediaView['removed'] {
  return removedAt ? { at: removedAt, by: context.colleagueName(removedBy) ?? '', because: removedBecause ?? '' } : null
}

function groupsOf({ store }: ViewContext): MediaListView['groups'] {
  const all = store.memory.list('group').filter((one) => one.state !== 'closed')
  return all.map(({ id, name }) => ({ groupId: id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

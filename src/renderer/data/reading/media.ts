import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { babiesIn, isSaidWho } from '../../../shared/rules/mediaPeople.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { MediaLine, MediaListView, MediaView } from '../../workerLink/mediaViews.ts'
import type { MediaFiles } from '../media/files.ts'
import type { ViewContext } from './context.ts'
import { named, plainly } from './namesThere.ts'

/** What the answers about pictures and films are made of. */
export const mediaRecords: readonly RecordName[] = ['media', 'person', 'group', 'colleague']

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
    babies: babiesIn(one).map(({ withId, name }) => ({ withId, name, of: named(context, [withId])[0]?.name ?? '' })),
    removed: removedOf(context, one),
    groups: groupsOf(context),
  }
}

function lineOf(context: ViewContext, files: MediaFiles, one: Media): MediaLine {
  const { id, title, kind, bytes, takenOn = null, groupId } = one
  const group = groupId ? (context.store.memory.get('group', groupId)?.name ?? null) : null
  const file = one.removedAt ? null : files.stateOf(one)
  return { mediaId: id, title, kind, bytes, takenOn, group, file, whoMissing: file !== null && !isSaidWho(one) }
}

function removedOf(context: ViewContext, { removedAt, removedBy, removedBecause }: Media): MediaView['removed'] {
  return removedAt ? { at: removedAt, by: context.colleagueName(removedBy) ?? '', because: removedBecause ?? '' } : null
}

function groupsOf({ store }: ViewContext): MediaListView['groups'] {
  const all = store.memory.list('group').filter((one) => one.state !== 'closed')
  return all.map(({ id, name }) => ({ groupId: id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

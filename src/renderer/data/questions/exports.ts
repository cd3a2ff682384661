import { newestFirst } from '../../../shared/std/order.ts'
import type { ExportsView } from '../../workerLink/exportViews.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Which reports were saved as files, by whom and why: for leads. @param most lines that are told */
export const exports = defineQuestion({
  madeOf: ['exportLog', 'colleague', 'group', 'media'],
  afterLease: false,
  answer: (context, { most }: { most: number }): ExportsView => {
    const { memory } = context.store
    if (context.store.role() !== 'lead') return { rows: [], total: 0 }
    const all = memory.list('exportLog').sort(newestFirst)
    const rows = all.slice(0, most).map(({ id, at, report, rows, why, format, from, to, groupId, by, byId, notSaved, mediaId }) => ({
      ...{ exportId: id, at, report, rows, why, format, from: from ?? null, to: to ?? null, saved: !notSaved, apartBy: by ?? null },
      group: groupId ? (memory.get('group', groupId)?.name ?? null) : null,
      media: mediaId ? (memory.get('media', mediaId)?.title ?? null) : null,
      by: context.colleagueName(byId) ?? '',
    }))
    return { rows, total: all.length }
  },
})

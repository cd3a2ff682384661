import type { Entity } from '../../../shared/records/index.ts'
import { byName } from '../../../shared/rules/names.ts'
import { voicesTold, waitsForLead, whyLead, wishesToCode } from '../../../shared/rules/voices.ts'
import { dateOf } from '../../../shared/std/dates.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import type { VoiceRead, VoicesView, VoiceToRead, WishToCode } from '../../workerLink/voiceViews.ts'
import type { ViewContext } from './context.ts'

type Voice = Entity<'voice'>

/** What answers about voices are made of. */
export const voiceRecords = ['voice', 'mood', 'session', 'group', 'colleague'] as const

/** So many that a lead has read are shown again. */
const mostRead = 12

/** What people said of one group; without one of that of which most was told. */
export async function voicesView(context: ViewContext, asked: string | null): Promise<VoicesView> {
  const { memory } = context.store
  const groups = memory.list('group').sort(byName)
  const group = groups.find((one) => one.id === asked) ?? mostTold(context, groups)
  const ofTeam = context.store.role() === 'lead' ? memory.list('voice') : []
  return {
    groups: groups.map((one) => ({ groupId: one.id, name: one.name })),
    groupId: group?.id ?? null,
    told: group ? voicesTold(await moodsOf(context, group.id), memory.linked('voice', 'groupId', group.id), context.today()) : null,
    toRead: ofTeam
      .filter(waitsForLead)
      .sort(oldestDay)
      .map((one) => toRead(context, one)),
    read: ofTeam
      .filter((one) => one.lookedAt && !one.voidedBecause)
      .sort(lastLooked)
      .slice(0, mostRead)
      .map((one) => read(context, one)),
  }
}

/** The group of which there are most answers; of several the first by name. */
function mostTold(context: ViewContext, groups: readonly Entity<'group'>[]): Entity<'group'> | undefined {
  const many = (one: Entity<'group'>) => context.store.memory.linked('voice', 'groupId', one.id).length
  return groups.reduce<Entity<'group'> | undefined>((best, one) => (best && many(best) >= many(one) ? best : one), undefined)
}

/** The faces of a group's sessions. */
async function moodsOf(context: ViewContext, groupId: string): Promise<Entity<'mood'>[]> {
  const ids = context.store.memory.linked('session', 'groupId', groupId).map((one) => one.id)
  await context.store.load('mood', 'sessionId', ids)
  return ids.flatMap((id) => context.store.memory.linked('mood', 'sessionId', id))
}

const oldestDay = (a: Voice, b: Voice) => compareTexts(a.on, b.on) || compareTexts(a.id, b.id)
const lastLooked = (a: Voice, b: Voice) => compareTexts(b.lookedAt ?? '', a.lookedAt ?? '') || compareTexts(a.id, b.id)

function about(context: ViewContext, { id, groupId, on, leadWords = '' }: Voice) {
  return { voiceId: id, group: context.store.memory.get('group', groupId)?.name ?? '…', month: on.slice(0, 7), words: leadWords }
}

function toRead(context: ViewContext, one: Voice): VoiceToRead {
  return { ...about(context, one), why: whyLead(one.leadWords ?? '') }
}

function read(context: ViewContext, one: Voice): VoiceRead {
  const by = context.colleagueName(one.lookedBy) ?? ''
  return { ...about(context, one), did: one.lookedWords ?? '', by, on: dateOf(one.lookedAt!) }
}

/** What people would like, that waits to be given a need; with the town of the group's own place. */
export function wishesView(context: ViewContext): WishToCode[] {
  const { memory } = context.store
  return wishesToCode(memory.list('voice')).map(({ id, groupId, on, wishes = [], words = '' }) => {
    const group = memory.get('group', groupId)
    const place = (group?.venueId ? memory.get('venue', group.venueId)?.town : undefined) ?? ''
    return { voiceId: id, group: group?.name ?? '…', month: on.slice(0, 7), place, wishes, words }
  })
}

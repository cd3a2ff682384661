import { messageState, wantsClosingMessage } from '../../../../shared/rules/practiceMessage.ts'
import { daysBetween } from '../../../../shared/std/dates.ts'
import { grouped } from '../../../../shared/std/grouped.ts'
import { isKnown, ownerIdOf } from '../cases.ts'
import { aTask, type TaskSource } from './source.ts'
import type { Entity } from '../../../../shared/records/index.ts'

/** Messages to the practice: of a case that was closed without one, and of one that came back (story 30). */
export const fromMessages: TaskSource = {
  madeOf: ['practiceMessage', 'episode', 'assignment', 'person', 'colleague'],
  tasks(context, { meId, team }) {
    const of = grouped(context.store.memory.list('practiceMessage'), (one) => one.episodeId)
    return context.store.memory.list('episode').flatMap((episode) => {
      const kind = kindOf(episode, of.get(episode.id) ?? [], context.today())
      if (!kind || !isKnown(context, episode.personId)) return []
      const ownerId = ownerIdOf(context, episode.id)
      if (!team && ownerId !== null && ownerId !== meId) return []
      const days = episode.closedOn && kind === 'message' ? Math.max(0, daysBetween(episode.closedOn, context.today())) : null
      const owner = team ? context.colleagueName(ownerId) : null
      return [aTask(context, episode.personId, { kind, key: episode.id, place: `practiceMessages/${episode.id}`, days, owner })]
    })
  },
}

function kindOf(episode: Entity<'episode'>, messages: readonly Entity<'practiceMessage'>[], today: string): 'message' | 'messageBack' | null {
  if (episode.voidedBecause) return null
  if (messages.some((one) => messageState(one, messages) === 'returned')) return 'messageBack'
  return wantsClosingMessage(episode, messages, today) ? 'message' : null
}

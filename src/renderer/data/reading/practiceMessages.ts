import type { Entity } from '../../../shared/records/index.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { standingGoals } from '../../../shared/rules/plans.ts'
import {
  attendedSince,
  codesToFile,
  kindDue,
  madeOn,
  messageState,
  newestMessages,
  practiceBefore,
  practiceNow,
  replacedBy,
  scoresBetween,
  type Attended,
} from '../../../shared/rules/practiceMessage.ts'
import type { MessagesView, MessageView } from '../../workerLink/messageViews.ts'
import { meId } from './cases.ts'
import type { ViewContext } from './context.ts'

/** What answers about messages to the practice are made of. */
export const messageRecords = [
  'practiceMessage',
  'episode',
  'person',
  'colleague',
  'team',
  'plan',
  'planGoal',
  'measure',
  'codedEvent',
  'referral',
  'signIn',
  'session',
  'group',
] as const

/** The messages of a case and what the next one would say, or null where the case is not here. */
export async function messagesView(context: ViewContext, episodeId: string): Promise<MessagesView | null> {
  const { memory } = context.store
  const episode = memory.get('episode', episodeId)
  const person = episode && memory.get('person', episode.personId)
  if (!episode || episode.voidedBecause || !person) return null
  await context.store.load('signIn', 'personId', [person.id])
  const messages = memory.linked('practiceMessage', 'episodeId', episodeId)
  const practice = practiceNow(person)
  return {
    ...whoIs(context, person),
    episodeId,
    personId: person.id,
    me: context.colleagueName(meId(context)) ?? '',
    today: context.today(),
    openedOn: episode.openedOn,
    closedOn: episode.closedOn ?? null,
    closedAs: episode.closedAs ?? null,
    practice,
    practiceBefore: practice && practiceBefore(practice, messages, memory.linked('referral', 'episodeId', episodeId)),
    objects: person.shareWithGp === 'no',
    kind: kindDue(episode, messages),
    goals: goalsOf(context, episodeId),
    attendance: attendanceNow(context, episode),
    scores: scoresBetween(episode, memory.linked('measure', 'personId', person.id)),
    codes: codesToFile(memory.linked('codedEvent', 'personId', person.id), episodeId),
    messages: newestMessages(messages)
      .filter((one) => !one.voidedBecause)
      .map((one) => messageView(context, one, person, messages)),
  }
}

function whoIs(context: ViewContext, person: Entity<'person'>) {
  const { memory, opened } = context.store
  const { team } = opened.identity
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ') || nameOf(person) // the practice knows no nickname
  return { name, bornOn: person.bornOn ?? null, nhsNumber: person.nhsNumber ?? null, team: memory.get('team', team.id)?.name ?? team.name }
}

function goalsOf(context: ViewContext, episodeId: string): MessagesView['goals'] {
  const { memory } = context.store
  const plan = memory.linked('plan', 'episodeId', episodeId).find((one) => !one.voidedBecause)
  const goals = plan ? standingGoals(memory.linked('planGoal', 'planId', plan.id)) : []
  return goals.map(({ words, outcome, outcomeWords }) => ({ words, outcome, outcomeWords: outcomeWords || null }))
}

function attendanceNow(context: ViewContext, episode: Entity<'episode'>): Attended[] {
  const { memory } = context.store
  return attendedSince(
    episode.openedOn,
    memory.linked('signIn', 'personId', episode.personId),
    (id) => memory.get('session', id),
    (id) => memory.get('group', id)?.name ?? '',
  )
}

/** One message with where it stands. @param all the messages of its case */
export function messageView(
  context: ViewContext,
  one: Entity<'practiceMessage'>,
  person: Entity<'person'>,
  all: readonly Entity<'practiceMessage'>[],
): MessageView {
  const after = replacedBy(one, all)
  const old = all.find((other) => other.id === one.supersedes)
  return {
    ...whoIs(context, person),
    ...{ messageId: one.id, episodeId: one.episodeId, personId: one.personId, state: messageState(one, all), at: one.at },
    by: context.colleagueName(one.byId) ?? '',
    on: madeOn(one),
    ...{ kind: one.kind, share: one.share, practice: one.practice, odsCode: one.odsCode ?? null, practiceBefore: one.practiceBefore ?? null },
    ...{ summary: one.summary ?? '', outcome: one.outcome ?? '', actions: one.actions ?? '' },
    ...{ attendance: one.attendance ?? [], codes: one.codes ?? [], figures: (one.scores ?? []).length > 0 },
    replaces: old ? madeOn(old) : null,
    sent: one.sentOn && one.sentHow ? { on: one.sentOn, how: one.sentHow, by: context.colleagueName(one.sentBy) ?? '' } : null,
    returned: one.returnedOn ? { on: one.returnedOn, because: one.returnedBecause ?? '' } : null,
    replacedBy: after && { messageId: after.id, on: madeOn(after) },
  }
}

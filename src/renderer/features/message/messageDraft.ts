import type { MessageContent, MessageKind, MessageShare, MessagesView, MessageView } from '../../workerLink/messageViews.ts'
import type { Words } from '../../words/useWords.ts'

/** A message as it is typed. */
export interface MessageForm {
  kind: MessageKind
  share: MessageShare
  summary: string
  outcome: string
  actions: string
  /** Events whose codes the practice is asked to file. */
  events: string[]
  figures: boolean
  /** The message it replaces, or empty. */
  supersedes: string
}

/** What is known, in words: somebody reads and edits it before it is final. */
export function draftOf(view: MessagesView, words: Words): MessageForm {
  const alone = view.codes.length > 0 ? 'codes' : 'nothing'
  return {
    kind: view.kind,
    share: view.objects ? alone : 'all',
    summary: summaryOf(view, words),
    outcome: outcomeOf(view, words),
    actions: '',
    events: view.codes.map((one) => one.eventId),
    figures: true,
    supersedes: '',
  }
}

/**
 * What a new message begins with that puts one right: the same words, and of codes and figures only what the person let go out before.
 * @param known the codes that may be filed now
 */
export function correctionOf({ messageId, kind, share, ...said }: MessageView, known: MessagesView['codes']): Partial<MessageForm> {
  const { summary, outcome, actions, figures } = said
  const events = known.filter((one) => said.codes.some(({ code, on }) => code === one.code && on === one.on)).map((one) => one.eventId)
  return { supersedes: messageId, kind, share, events, ...(share === 'all' ? { summary, outcome, actions, figures } : {}) }
}

function summaryOf({ openedOn, closedOn, closedAs }: MessagesView, words: Words): string {
  const opened = words.say('message.draft.opened', { day: words.fullDate(openedOn) })
  if (!closedOn) return opened
  const why = closedAs ? words.say(`closedAs.${closedAs}`) : ''
  return [opened, words.say('message.draft.closed', { day: words.fullDate(closedOn), why })].join('\n')
}

function outcomeOf({ goals, scores }: MessagesView, words: Words): string {
  const said = goals.map(({ words: goal, outcome, outcomeWords }) => {
    const about = { words: goal, outcome: words.say(`message.draft.${outcome}`) }
    return outcomeWords ? words.say('message.draft.goalWords', { ...about, more: outcomeWords }) : words.say('message.draft.goal', about)
  })
  const asked = scores.map(({ title, before, beforeOn, after, afterOn, went }) =>
    words.say('message.draft.score', {
      title,
      before: String(before),
      first: words.fullDate(beforeOn),
      after: String(after),
      last: words.fullDate(afterOn),
      went: words.say(`message.draft.${went}`),
    }),
  )
  return [...said, ...asked].join('\n')
}

/** What the sheet would say. */
export function contentOf(view: MessagesView, form: MessageForm): MessageContent {
  const all = form.share === 'all'
  const { name, bornOn, nhsNumber, team, me, today, practice, practiceBefore } = view
  return {
    ...{ name, bornOn, nhsNumber, team, by: me, on: today, practiceBefore },
    ...{ kind: form.kind, share: form.share, practice: practice?.practice ?? '', odsCode: practice?.odsCode ?? null },
    ...{ summary: all ? form.summary : '', outcome: all ? form.outcome : '', actions: all ? form.actions : '' },
    attendance: all ? view.attendance : [],
    codes: form.share === 'nothing' ? [] : view.codes.filter((one) => form.events.includes(one.eventId)),
    replaces: view.messages.find((one) => one.messageId === form.supersedes)?.on ?? null,
  }
}

import type { ReactNode } from 'react'
import { Empty } from '../ui/Empty.tsx'
import { Page } from '../ui/Page.tsx'
import type { MessageId } from '../words/en.ts'
import { useWords } from '../words/useWords.ts'

/** What a screen can be about that may not be on this laptop: its title then, and why. */
const gone = {
  register: ['register.gone', 'register.goneMore'],
  person: ['person.gone', 'person.goneMore'],
  newcomer: ['core.gone', 'person.goneMore'],
  group: ['group.gone', 'group.goneMore'],
  referral: ['referral.gone', 'referral.goneMore'],
  case: ['case.gone', 'case.goneMore'],
  entry: ['directory.title', 'service.gone'],
  proposal: ['proposals.title', 'proposal.gone'],
  media: ['media.title', 'reason.noSuchMedia'],
  boardReport: ['board.title', 'board.gone'],
  listSizes: ['listSizes.title', 'listSizes.gone'],
} as const satisfies Record<string, readonly [MessageId, MessageId]>

/**
 * The page of a screen without its answer.
 * @param answer undefined: it is on its way. null: what the screen is about is not on this laptop
 * @param what it is about; without it nothing is missing, and the page says that it is loading
 */
export function Absent({ answer, what, actions }: { answer: null | undefined; what?: keyof typeof gone; actions?: ReactNode }) {
  const words = useWords()
  if (answer === undefined || !what) return <Page title={words.say('common.loading')}>{null}</Page>
  const [title, more] = gone[what]
  return (
    <Page title={words.say(title)}>
      <Empty title={words.say(more)} actions={actions} />
    </Page>
  )
}

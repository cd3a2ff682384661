import type { StoryEvent } from '../workerLink/questions.ts'
import { sourceSchema } from '../../shared/records/referral.ts'
import { caseContact } from '../../shared/records/caseContact.ts'
import type { Words } from './useWords.ts'

const { how, came } = caseContact.schema.shape

/** Who referred somebody: a practice by its name, or "themselves". */
export function fromInWords(from: string, words: Words): string {
  const source = sourceSchema.safeParse(from)
  return source.success ? words.say(`story.from.${source.data}`) : from
}

/** What happened, in one line. */
export function eventInWords({ what, about }: StoryEvent, words: Words): string {
  if (isContact(what)) return contactInWords(what, words)
  return words.say(`story.event.${what}`, { about: what === 'referral.referred' ? fromInWords(about, words) : about })
}

type ContactWhat = Extract<StoryEvent['what'], `contact.${string}`>

function isContact(what: StoryEvent['what']): what is ContactWhat {
  return what.startsWith('contact.')
}

function contactInWords(what: ContactWhat, words: Words): string {
  const [, way, outcome] = what.split('.')
  return words.say('story.contact', { how: words.say(`story.how.${how.parse(way)}`), came: words.say(`story.came.${came.parse(outcome)}`) })
}

import type { HeldActView, OfficeNoticeView, WrittenValue } from '../workerLink/officeViews.ts'
import type { RecordName } from '../../shared/records/index.ts'
import type { Instant } from '../../shared/std/dates.ts'
import { actInWords } from './actInWords.ts'
import { en, type MessageId } from './en.ts'
import { isLinkTrouble, joinTroubleInWords, whatToDoAbout, whyNotReached } from './sentences.ts'
import type { LinkTrouble } from '../../shared/sync/protocol.ts'
import type { ServerRefusal } from '../../shared/ipc/contract.ts'
import type { Words } from './useWords.ts'

/** A held act as a sentence, also when nothing of it can be read. */
export function heldActInWords({ command, by, subjects }: HeldActView, words: Words): string {
  return command === null ? words.say('office.unreadable', { by, hasBy: by ? 'yes' : 'no' }) : actInWords({ command, by, subjects }, words)
}

/** "Priya’s blue laptop (Priya Nair)" */
export function laptopInWords({ laptop, by }: { laptop: string; by: string }, words: Words): string {
  const name = laptop || words.say('office.unnamed')
  return by ? words.say('office.whose', { laptop: name, by }) : name
}

/** A notice as a sentence that ends in what to do; one of a kind that this app does not know says so. */
export function noticeInWords(notice: OfficeNoticeView, words: Words): string {
  return words.say(known(`notice.${notice.kind}`) ?? 'notice.other', { laptop: laptopInWords(notice, words), count: notice.count ?? 0 })
}

/** How much waits for a lead: "2 things are on hold for a lead · 1 thing to know about the laptops". */
export function waitsInWords({ acts, notices }: { acts: number; notices: number }, words: Words): string {
  const known = [acts > 0 && words.say('office.waits', { acts }), notices > 0 && words.say('office.toKnow', { count: notices })]
  return known.filter(Boolean).join(' · ')
}

// Of every record there is a word: without it this does not compile.
en satisfies Record<`record.${RecordName}`, string>

/** What kind of row: "Sign-in". */
export function recordInWords(record: string, words: Words): string {
  const id = known(`record.${record}`)
  return id ? words.say(id) : apart(record)
}

/** What a field is called: "First name", or its own name taken apart: "Meeting point". */
export function fieldInWords(field: string, words: Words): string {
  const id = known(`field.${field}`)
  return id ? words.say(id) : apart(field)
}

/** The values of a field as they are read before deciding. */
export function writtenInWords(values: readonly WrittenValue[], words: Words, now: Instant): string {
  return values.length === 0 ? words.say('written.nothing') : values.map((one) => valueInWords(one, words, now)).join(', ')
}

function valueInWords(value: WrittenValue, words: Words, now: Instant): string {
  if ('text' in value) return value.text
  if ('moment' in value) return words.momentToday(value.moment, now)
  if ('day' in value) return words.fullDate(value.day)
  if ('yes' in value) return words.say(value.yes ? 'written.yes' : 'written.no')
  return words.say('unknown' in value ? 'written.unknown' : 'written.nothing')
}

/** Why the server did not answer, in a sentence. */
export function whyNoAnswer(trouble: LinkTrouble | ServerRefusal, words: Words): string {
  return isLinkTrouble(trouble) ? words.say('office.notReached', { why: whyNotReached(trouble, words) }) : joinTroubleInWords(trouble, words)
}

/** What to do about it; nothing more where the reason says it. */
export function doAboutNoAnswer(trouble: LinkTrouble | ServerRefusal, words: Words): string | null {
  return isLinkTrouble(trouble) && trouble !== 'offline' ? whatToDoAbout(trouble, words) : null
}

function known(id: string): MessageId | null {
  return Object.hasOwn(en, id) ? (id as MessageId) : null
}

/** "meetingPoint" becomes "Meeting point"; an id stands for what it names. */
function apart(name: string): string {
  const text = name
    .replace(/Ids?$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import type { StatusView } from '../workerLink/views.ts'
import type { Instant } from '../../shared/std/dates.ts'
import { spanInWords } from './spanInWords.ts'
import { whyNotReached } from './sentences.ts'
import type { Words } from './useWords.ts'

/** The state of saving and sending, ready to be read. */
export interface StatusInWords {
  /** safe: all is at the surgery; waiting: safe here, not there; busy: moving; trouble: a person must do something. */
  mark: 'safe' | 'waiting' | 'busy' | 'trouble'
  headline: string
  details: string[]
}

const gigabyte = 1_000_000_000
/** A longer wait is told in minutes. */
const mostSeconds = 90

/**
 * Says in words where the register is. It never says "everything" while something waits, is held, parked or can be found nowhere,
 * while the last attempt failed, or while this laptop has not fetched all that the surgery has for it: then it says what is safe,
 * and where.
 */
export function statusInWords(status: StatusView, words: Words, now: Instant): StatusInWords {
  const first = headline(status, words, now)
  const details = [...first.details, ...hints(status, words)]
  const mark = needsPerson(status) ? 'trouble' : first.mark
  return { mark, headline: isLost(status) && first.mark === 'waiting' ? words.say('status.missing') : first.headline, details }
}

/** The surgery was asked and does not have it either. */
function isLost({ missing }: StatusView): boolean {
  return missing !== null && missing.askedFor
}

function needsPerson(status: StatusView): boolean {
  return (
    isLost(status) ||
    status.notSaved !== null ||
    status.held > 0 ||
    status.trouble?.what === 'deviceRevoked' ||
    status.trouble?.what === 'notConfirmed' ||
    status.trouble?.what === 'signedOut' ||
    status.lease?.state === 'over'
  )
}

function headline(status: StatusView, words: Words, now: Instant): StatusInWords {
  const { say } = words
  if (status.notSaved === 'cleared') return trouble(say('status.cleared'), say('status.clearedDo', { count: status.pending }))
  if (status.notSaved === 'diskFull') return trouble(say('status.diskFull'), say('status.diskFullDo'))
  if (status.notSaved) return trouble(say('status.notSaved'), say('status.notSavedDo'))
  if (status.loading) return loading(status.loading, words)
  if (status.sending && status.sending.of > 0) return sending(status.sending, words)
  if (status.pending > 0) return waiting(status, words, now)
  if (status.trouble) return { mark: 'waiting', headline: say('status.saved'), details: [notReached(status, words, now)] }
  if (status.held > 0 || status.parked > 0 || status.missing)
    return { mark: 'waiting', headline: say('status.saved'), details: last(status, words, now) }
  if (status.lastReached && !status.whole) return { mark: 'waiting', headline: say('status.saved'), details: [say('status.notWhole')] }
  if (status.lastReached && status.filesToSend)
    return {
      mark: 'waiting',
      headline: say('status.saved'),
      details: [say('status.files', { count: status.filesToSend }), ...last(status, words, now)],
    }
  if (status.lastReached) {
    return { mark: 'safe', headline: say('status.everything', { when: words.moment(status.lastReached, now) }), details: [] }
  }
  return { mark: 'waiting', headline: say('status.nothingYet'), details: [say('status.never')] }
}

function trouble(headline: string, detail: string): StatusInWords {
  return { mark: 'trouble', headline, details: [detail] }
}

function loading({ loaded, of }: { loaded: number; of: number }, words: Words): StatusInWords {
  const headline = words.say('status.loading', { loaded: words.number(Math.min(loaded, of)), of: words.number(of) })
  return { mark: 'busy', headline, details: [] }
}

function sending({ sent, of }: { sent: number; of: number }, words: Words): StatusInWords {
  const headline = words.say('status.sending', { sent: words.number(Math.min(sent, of)), of: words.number(of) })
  return { mark: 'busy', headline, details: [words.say('status.sendingSafe')] }
}

function waiting(status: StatusView, words: Words, now: Instant): StatusInWords {
  const count = words.say('status.waiting', { count: words.number(status.pending) })
  const more = status.trouble ? [notReached(status, words, now)] : last(status, words, now)
  return { mark: 'waiting', headline: words.say('status.saved'), details: [count, ...more] }
}

function last(status: StatusView, words: Words, now: Instant): string[] {
  if (!status.lastReached) return [words.say('status.never')]
  return [words.say('status.last', { when: words.momentToday(status.lastReached, now) })]
}

function notReached(status: StatusView, words: Words, now: Instant): string {
  const what = status.trouble?.what ?? 'noAnswer'
  if (what === 'deviceRevoked') return words.say('status.revoked')
  if (what === 'notConfirmed') return words.say('status.notConfirmed')
  if (what === 'busy') return busyInWords(status, words, now)
  const why = whyNotReached(what, words)
  if (!status.lastReached) return words.say('status.neverReached', { why })
  return words.say('status.notReached', { since: words.since(status.lastReached, now), why })
}

/** That the server is there and busy, and when it is asked again. */
export function busyInWords({ trouble }: StatusView, words: Words, now: Instant): string {
  if (!trouble?.againAt) return words.say('status.busy')
  const from = now > trouble.at ? now : trouble.at // what draws may look at the clock less often
  const seconds = Math.ceil((Date.parse(trouble.againAt) - Date.parse(from)) / 1000)
  if (seconds <= 0) return words.say('status.busy')
  return words.say('status.busyFor', { seconds, minutes: seconds > mostSeconds ? Math.ceil(seconds / 60) : 0 })
}

function hints(status: StatusView, words: Words): string[] {
  const { say } = words
  const hints: string[] = []
  if (status.copied) hints.push(say(status.copied === 'fetching' ? 'status.copiedFetching' : 'status.copiedFetched'))
  if (status.lease) hints.push(leaseInWords(status.lease, words))
  if (status.missing) hints.push(missingInWords(status.missing, words))
  if (status.held > 0) hints.push(say('status.held', { count: status.held }))
  if (status.parked > 0) hints.push(say('status.parked', { count: status.parked }))
  const off = status.clockOffMinutes
  if (off) hints.push(say(off > 0 ? 'status.clockFast' : 'status.clockSlow', { much: spanInWords(off, words) }))
  if (status.diskLow !== null) hints.push(say('status.diskLow', { space: spaceInWords(status.diskLow, words) }))
  return hints
}

/** That this laptop must meet its server again, and what it shows until then. */
export function leaseInWords({ state, until, takenOff }: NonNullable<StatusView['lease']>, words: Words): string {
  if (takenOff) return words.say('lease.takenOff')
  return state === 'over' ? words.say('lease.over') : words.say('lease.soon', { day: words.day(words.dateOf(until)) })
}

function missingInWords({ count, numbers, askedFor }: NonNullable<StatusView['missing']>, words: Words): string {
  const listed = numbers.map(({ first, last }) =>
    first === last ? words.number(first) : words.say('status.missingRange', { first: words.number(first), last: words.number(last) }),
  )
  return words.say(askedFor ? 'status.missingLost' : 'status.missingSought', { count, numbers: words.list(listed) })
}

function spaceInWords(bytes: number, words: Words): string {
  if (bytes >= gigabyte) return words.say('space.gb', { size: (bytes / gigabyte).toFixed(1) })
  return words.say('space.mb', { size: Math.round(bytes / 1_000_000) })
}

/** Keeps the count of one sending from going backwards when answers arrive out of order. */
export function neverBackwards(before: StatusView | undefined, now: StatusView): StatusView {
  if (!before?.sending || !now.sending || before.sending.of !== now.sending.of) return now
  if (now.sending.sent >= before.sending.sent) return now
  return { ...now, sending: before.sending }
}

import type { StatusView } from '../desk/views.ts'
import type { Instant } from '../../shared/std/dates.ts'
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

/**
 * Says in words where the register is. It never says "everything" while something waits, is held or parked, or while the last
 * attempt failed, or while this laptop has not fetched all that the surgery has for it: then it says what is safe, and where.
 */
export function statusInWords(status: StatusView, words: Words, now: Instant): StatusInWords {
  const first = headline(status, words, now)
  const details = [...first.details, ...hints(status, words)]
  const mark = needsPerson(status) ? 'trouble' : first.mark
  return { mark, headline: first.headline, details }
}

function needsPerson(status: StatusView): boolean {
  return status.notSaved !== null || status.held > 0 || status.trouble?.what === 'deviceRevoked' || status.trouble?.what === 'signedOut'
}

function headline(status: StatusView, words: Words, now: Instant): StatusInWords {
  const { say } = words
  if (status.notSaved === 'diskFull') return trouble(say('status.diskFull'), say('status.diskFullDo'))
  if (status.notSaved) return trouble(say('status.notSaved'), say('status.notSavedDo'))
  if (status.loading) return loading(status.loading, words)
  if (status.sending && status.sending.of > 0) return sending(status.sending, words)
  if (status.pending > 0) return waiting(status, words, now)
  if (status.trouble) return { mark: 'waiting', headline: say('status.saved'), details: [notReached(status, words, now)] }
  if (status.held > 0 || status.parked > 0) return { mark: 'waiting', headline: say('status.saved'), details: last(status, words, now) }
  if (status.lastReached && !status.whole) return { mark: 'waiting', headline: say('status.saved'), details: [say('status.notWhole')] }
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
  const why = whyNotReached(what, words)
  if (!status.lastReached) return words.say('status.neverReached', { why })
  return words.say('status.notReached', { since: words.since(status.lastReached, now), why })
}

function hints(status: StatusView, words: Words): string[] {
  const { say } = words
  const hints: string[] = []
  if (status.copied) hints.push(say(status.copied === 'fetching' ? 'status.copiedFetching' : 'status.copiedFetched'))
  if (status.held > 0) hints.push(say('status.held', { count: status.held }))
  if (status.parked > 0) hints.push(say('status.parked', { count: status.parked }))
  const off = status.clockOffMinutes
  if (off) hints.push(say(off > 0 ? 'status.clockFast' : 'status.clockSlow', { minutes: Math.abs(off) }))
  if (status.diskLow !== null) hints.push(say('status.diskLow', { space: spaceInWords(status.diskLow, words) }))
  return hints
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

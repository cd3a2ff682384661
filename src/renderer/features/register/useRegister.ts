import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { looksScanned } from '../../../shared/rules/cards.ts'
import type { Reason } from '../../../shared/commands/reasons.ts'
import type { Instant } from '../../../shared/std/dates.ts'
import type { Result } from '../../../shared/std/result.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { HereRow, RegisterView } from '../../workerLink/views.ts'
import { useEvent } from '../../ui/useEvent.ts'
import { whisper } from '../../state/said.ts'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'
import { quietMs } from './useHeldBack.ts'

/** What came of the last act, said under the search. */
export interface Outcome {
  tone: 'good' | 'plain' | 'trouble'
  text: string
  /** Does the same again. */
  retry?: () => void
  /** Something else one can do about it. */
  more?: { label: string; run: () => void }
  /** The text nobody answers to. */
  nobody?: string
  /** Somebody new, whose form can be filled in now. */
  fillIn?: boolean
  /** Who it says is here; it is no longer said once that was undone. */
  personId?: string
}

/** A sign-in on its way to the disk, once that has taken longer than a moment (`quietMs`). */
export interface Pending {
  number: number
  /** null until the worker has said who the text meant. */
  personId: string | null
  name: string
  /** The disk takes longer than a glance: the ring is shown. */
  slow: boolean
  /** The time drawn beside the tick, once it is on disk; the row itself comes a moment later. */
  landed: string | null
}

/** Asks why a closed register is corrected; null gives up. */
export type AskWhy = (what: string) => Promise<string | null>

/** Most sign-ins are on disk sooner: drawing a ring first would only take the time from the tick. Milliseconds. */
const slowMs = 120

/** How long a sign-in that was answered may wait for its row before its place is given up. */
const rowMs = 2000

/** What one can do on a register, and what is on its way. */
export function useRegister(register: RegisterView, askWhy: AskWhy, toSearch: () => void) {
  const worker = useWorker()
  const words = useWords()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [pending, setPending] = useState<Pending[]>([])
  const next = useRef(1)
  /** On their way to the disk, shown or not. */
  const under = useRef(new Set<number>())
  const { which } = register

  const isHere = useCallback((personId: string) => register.here.some((row) => row.personId === personId && !row.left), [register])
  useEffect(() => {
    setPending((all) => (all.some((one) => one.personId && isHere(one.personId)) ? all.filter((one) => !one.personId || !isHere(one.personId)) : all))
  }, [isHere])

  const isHereNow = useEvent(isHere) // the row often comes before the answer

  // Said until the next act, or until it is no longer true: Ctrl+Z, or another laptop, may take it back.
  const seen = useRef(false)
  const about = outcome?.personId
  useEffect(() => {
    if (!about) return
    if (isHere(about)) seen.current = true
    else if (seen.current) setOutcome(null)
  }, [about, isHere])
  const tell = (told: Outcome) => {
    seen.current = false
    setOutcome(told)
    whisper(told.text)
  }
  const show = (one: Pending) => setPending((all) => [one, ...all.filter(({ number }) => number !== one.number)])
  const begin = (personId: string | null, name: string) => {
    const one: Pending = { number: next.current++, personId, name, slow: false, landed: null }
    under.current.add(one.number)
    const later = (ms: number, slow: boolean) => setTimeout(() => under.current.has(one.number) && show({ ...one, slow }), ms)
    later(quietMs, false)
    later(slowMs, true)
    return one.number
  }
  const drop = (number: number) => {
    under.current.delete(number)
    setPending((all) => (all.some((one) => one.number === number) ? all.filter((one) => one.number !== number) : all))
  }
  const landed = (number: number, personId: string, name: string) => {
    const time = words.clock(present())
    if (isHereNow(personId)) drop(number)
    else {
      under.current.delete(number)
      show({ number, personId, name, slow: false, landed: time })
      setTimeout(() => drop(number), rowMs)
    }
    tell({ tone: 'good', personId, text: words.say('register.signedIn', { name, time }) })
  }
  const failed = (reason: Reason, retry: () => void) => {
    const text = reasonInWords(reason, words)
    tell(reason === 'diskFull' || reason === 'notSaved' ? { tone: 'trouble', text, retry } : { tone: 'trouble', text })
  }

  async function signIn(personId: string, name: string, because?: string): Promise<void> {
    const why = register.closed && !because ? await askWhy(name) : because
    if (why === null) return
    const number = begin(personId, name)
    const result = await worker.run('signInPerson', { session: which, personId, ...(why ? { because: why } : {}) })
    if (result.ok) return landed(number, personId, name)
    drop(number)
    if (result.reason === 'alreadyHere') return tell({ tone: 'plain', text: words.say('register.wasHere', { name }) })
    if (result.reason === 'sessionClosed') return correct(personId, name)
    if (result.reason === 'archived') return putAway(personId, name, why)
    failed(result.reason, () => void signIn(personId, name, why))
  }

  async function correct(personId: string, name: string): Promise<void> {
    const because = await askWhy(name)
    if (because) await signIn(personId, name, because)
  }

  /** Somebody who was put away stands at the gate: one press brings them back and signs them in (story 4). */
  function putAway(personId: string, name: string, why: string | undefined): void {
    const bringBack = async () => {
      const back = await worker.run('editPerson', { personId, fields: { archivedOn: null } })
      if (back.ok || back.reason === 'nothingChanged') await signIn(personId, name, why)
      else failed(back.reason, () => void bringBack())
    }
    tell({ tone: 'plain', text: words.say('register.archived', { name }), more: { label: words.say('register.bringBack'), run: () => void bringBack() } })
  }

  /** @returns whether somebody was meant by the text */
  async function signInBest(text: string): Promise<boolean> {
    if (register.closed) return correctBest(text)
    const number = begin(null, words.say('register.signingIn', { text }))
    const result = await worker.signInBest({ sessionId: register.sessionId, text })
    if (result.ok && !('nobody' in result.value)) {
      landed(number, result.value.personId, fullName(result.value, words))
      return true
    }
    drop(number)
    if (result.ok) return nobody(text)
    if (result.reason === 'alreadyHere') await alreadyHere(text)
    else if (result.reason === 'sessionClosed') return correctBest(text)
    else if (result.reason === 'archived') await putAwayBest(text)
    else failed(result.reason, () => void signInBest(text))
    return true
  }

  async function alreadyHere(text: string): Promise<void> {
    const [best] = await worker.search({ sessionId: register.sessionId, text })
    tell({ tone: 'plain', text: best ? words.say('register.wasHere', { name: fullName(best, words) }) : reasonInWords('alreadyHere', words) })
  }

  async function putAwayBest(text: string): Promise<void> {
    const [best] = await worker.search({ sessionId: register.sessionId, text })
    if (best) putAway(best.personId, fullName(best, words), undefined)
  }

  async function correctBest(text: string): Promise<boolean> {
    const [best] = await worker.search({ sessionId: register.sessionId, text })
    if (!best) return nobody(text)
    await correct(best.personId, fullName(best, words))
    return true
  }

  /** @returns whether that is all: a name is typed on or added, a scan that failed leaves the field free for the next */
  function nobody(text: string): boolean {
    if (looksScanned(text)) {
      tell({ tone: 'trouble', text: reasonInWords('cardUnknown', words) })
      return true
    }
    tell({ tone: 'plain', text: words.say('register.nobody', { text }), nobody: text })
    return false
  }

  async function change(row: HereRow, act: (because?: string) => Promise<Result<unknown, Reason>>, done: string): Promise<void> {
    const because = register.closed ? await askWhy(fullName(row, words)) : undefined
    if (because === null) return
    const result = await act(because)
    if (result.ok) return tell({ tone: 'plain', text: done })
    failed(result.reason, () => void change(row, act, done))
  }
  const more = (because?: string) => (because ? { because } : {})
  const time = () => words.clock(present())

  // The same functions for as long as the register is open, so that rows are not drawn again for nothing.
  const undo = useEvent((row: HereRow) => {
    toSearch() // the row goes, and the button that was pressed with it
    return change(row, (why) => worker.run('voidSignIns', { signInIds: row.signInIds, ...more(why) }), words.say('register.undid', { name: fullName(row, words) }))
  })
  const leave = useEvent((row: HereRow) =>
   change(row, (why) => worker.run('leaveEarly', { signInIds: row.signInIds, ...more(why) }), words.say('register.leftNow', { name: fullName(row, words), time: time() })))
  const comeBack = useEvent((row: HereRow) =>
   change(row, (why) => worker.run('comeBack', { signInIds: row.signInIds, ...more(why) }), words.say('register.backNow', { name: fullName(row, words) })))
  const arrivedAt = useEvent((row: HereRow, arrived: Instant) => {
    const [signInId = ''] = row.signInIds // the earliest that stands: it is the one whose time is shown
    const done = words.say('register.arrivalNow', { name: fullName(row, words), time: words.clock(arrived) })
    return change(row, (why) => worker.run('changeArrival', { signInId, arrivedAt: arrived, ...more(why) }), done)
  })
  const pick = useEvent((personId: string, name: string) => signIn(personId, name))
  const ofRow = useMemo(() => ({ undo, leave, comeBack, arrivedAt }), [undo, leave, comeBack, arrivedAt])
  return { outcome, pending, tell, signIn: pick, signInBest, forget: () => setOutcome(null), ofRow }
}

/** What one can do about somebody who is here. */
export type RowDoings = ReturnType<typeof useRegister>['ofRow']

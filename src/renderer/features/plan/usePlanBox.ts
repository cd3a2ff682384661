import { useEffect, useRef, useState } from 'react'
import type { PlanText } from '../../../shared/records/plan.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { useDrafts, useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { useEvent } from '../../ui/useEvent.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** A box that somebody types in: what stands in it, and which texts stood there when they began. */
interface Typed {
  text: string
  seen: string[]
}
/** Boxes of a plan that take a text; the last two never stand side by side. */
export type BoxName = PlanText | 'writtenWith' | 'maySee'
type Boxes = Partial<Record<BoxName, Typed>>

/** How long what was just written stands in its box by itself until the plan says the same. Milliseconds. */
const settledMs = 400
const untouched: Boxes = {}

/** What a box showed before anybody typed in it. */
function known(plan: PlanOfCase, name: BoxName): Typed {
  if (name === 'writtenWith' || name === 'maySee') return { text: plan[name] ?? '', seen: [] }
  const { value, versions } = plan.texts[name]
  return { text: value ?? '', seen: versions.map((one) => one.stamp) }
}

/**
 * A box of a plan, saved when it is left. Until then its text lies sealed on disk. What another laptop wrote into it meanwhile was not
 * seen, so both stay (story 21).
 */
export function usePlanBox(personId: string, plan: PlanOfCase, name: BoxName) {
  const words = useWords()
  const worker = useWorker()
  const key = formKey('plan', { episodeId: plan.episodeId })
  const [boxes] = useForm<Boxes>(key, untouched)
  const [error, setError] = useState<string | null>(null)
  const now = known(plan, name)
  const box = boxes[name] ?? now

  const settle = (written: Typed) => {
    const { drafts, keep, drop } = useDrafts.getState()
    const { [name]: mine, ...rest } = (drafts[key] ?? {}) as Boxes
    if (mine?.text !== written.text) return // typed on since
    if (Object.keys(rest).length === 0) drop(key)
    else keep(key, rest)
  }
  const type = (text: string) => {
    const { drafts, keep } = useDrafts.getState()
    const before = (drafts[key] ?? {}) as Boxes
    keep(key, { ...before, [name]: { text, seen: before[name]?.seen ?? now.seen } })
  }
  const leave = useEvent(async () => {
    const written = ((useDrafts.getState().drafts[key] ?? {}) as Boxes)[name]
    if (!written) return
    const result = await worker.run('writePlan', {
      personId,
      episodeId: plan.episodeId,
      fields: { [name]: written.text },
      seen: { [name]: written.seen },
    })
    const done = result.ok || result.reason === 'nothingChanged'
    setError(done ? null : reasonInWords(result.reason, words))
    if (done) setTimeout(() => settle(written), settledMs)
  })
  useAtEnd(leave)
  return { text: box.text, error, type, leave: () => void leave() }
}

/** Whether somebody is typing in a box: then it stays where it is, whatever comes from other laptops. */
export function useIsTyped(plan: PlanOfCase, name: BoxName): boolean {
  const key = formKey('plan', { episodeId: plan.episodeId })
  return useDrafts((state) => (state.drafts[key] as Boxes | undefined)?.[name] !== undefined)
}

/** One leaves a plan by Esc, too: what was typed is written then; and what a crash left in the box when one comes back to it. */
function useAtEnd(leave: () => Promise<void>): void {
  const latest = useRef(leave)
  useEffect(() => {
    const { current } = latest
    void current()
    return () => void current()
  }, [])
}

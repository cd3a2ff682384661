import { useEffect, useState } from 'react'
import type { HeadCountBecause, HeadCountMoment } from '../../../shared/records/headCount.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CountedRow, HeadCountView } from '../../workerLink/views.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { momentInWords, reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { babiesOf } from './Babies.tsx'
import { nothingCounted, verdictOf, type Counting } from './verdict.ts'

/** The worker has answered again by then. Milliseconds. */
const settledMs = 400

/** A count as it is being made: what was typed and ticked, which count it is, and saving it. */
export function useCounting(view: HeadCountView) {
  const { moment, chosen, keep, choose, counting, drop } = useWhichCount(view)
  const verdict = verdictOf(counting, view.expected)
  const people = verdict.missing.filter((one) => !one.companion)
  const differs = verdict.number !== null && (verdict.kind !== 'agrees' || babiesOf(counting, view) !== (view.babies ?? 0))
  const asks = differs && people.length === 0 && counting.because === null
  const { save, error } = useSave(view, chosen, drop)
  return {
    moment,
    counting,
    keep,
    choose,
    verdict,
    people,
    differs,
    error,
    /** Neither a name nor a reason was given for a count that does not agree. */
    asks,
    /** @param because null: asked, and not known yet */
    save: (because: HeadCountBecause | null = counting.because) =>
      save({ counting, number: verdict.number, people, ...(differs ? { because } : {}) }),
  }
}

/** Which count it is: the next one, until somebody chooses another or begins to count. */
function useWhichCount(view: HeadCountView) {
  // The first answer may be the one remembered from before the last count: what is typed on it is pinned to no count yet.
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledMs)
    return () => clearTimeout(timer)
  }, [])
  const [chosen, setMoment] = useState<HeadCountMoment | null>(null)
  const moment = chosen ?? view.next ?? view.moments.at(-1) ?? 'back'
  const [counting, keepDraft, drop] = useForm<Counting>(formKey('count', { sessionId: view.sessionId }), nothingCounted)
  const keep = (more: Partial<Counting>) => {
    if (settled) setMoment(moment)
    keepDraft({ ...counting, ...more })
  }
  const choose = (other: HeadCountMoment) => {
    if (other !== moment) drop()
    setMoment(other)
  }
  return { moment, chosen, keep, choose, counting, drop }
}

interface Made {
  counting: Counting
  number: number | null
  people: readonly CountedRow[]
  because?: HeadCountBecause | null
}

function useSave(view: HeadCountView, chosen: HeadCountMoment | null, drop: () => void) {
  const words = useWords()
  const worker = useWorker()
  const [error, setError] = useState<string | null>(null)
  const save = async ({ counting, number, people, because }: Made) => {
    if (number === null) return
    const apart = view.babies === null ? {} : { babies: babiesOf(counting, view) }
    const result = await worker.run('recordHeadCount', {
      session: view.which,
      counted: number,
      missingIds: people.map((one) => one.personId),
      ...(chosen ? { moment: chosen } : {}),
      ...apart,
      ...(because === undefined ? {} : { because }),
    })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    say(
      words.say('count.saved', {
        counted: number,
        expected: headsIn(view.expected),
        moment: momentInWords(result.value.moment, words).toLocaleLowerCase(),
      }),
    )
    goBack()
  }
  return { save, error }
}

/** How many heads these lines are. */
export function headsIn(rows: HeadCountView['expected']): number {
  return rows.reduce((all, one) => all + one.heads, 0)
}

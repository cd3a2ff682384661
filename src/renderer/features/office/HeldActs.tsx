import { useState } from 'react'
import { longestReason } from '../../../shared/sync/office.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { HeldActView, OfficeView } from '../../workerLink/officeViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { heldActInWords } from '../../words/officeWords.ts'
import { useWords } from '../../words/useWords.ts'
import { HeldAct } from './HeldAct.tsx'
import { useDecide } from './useDecide.ts'
import { useSteadyOrder } from './useSteadyOrder.ts'

/** How an act ended here, by its id. */
export type Ended = 'letIn' | 'closed' | 'gone'

/** What the server keeps aside, act by act, for a lead to let in or to close. */
export function HeldActs({ office }: { office: OfficeView }) {
  const words = useWords()
  const worker = useWorker()
  const [closing, setClosing] = useState<HeldActView | null>(null)
  const { touched, ended, busy, letIn, close } = useHeld()
  const { acts, actsLeft, asked, asking } = office
  const shown = useSteadyOrder(acts, touched)
  return (
    <Card
      title={words.say('office.held')}
      aside={acts.length > 0 && words.say('office.heldCount', { count: acts.length + actsLeft })}
      foot={
        actsLeft > 0 && (
          <Button off={asking} onClick={() => void worker.lookAtOffice({ more: true })}>
            {words.say('common.showMore', { count: words.number(actsLeft) })}
          </Button>
        )
      }
    >
      {shown.length === 0 && asked && <Empty title={words.say('office.heldNone')}>{words.say('office.heldNoneMore')}</Empty>}
      {shown.length === 0 && !asked && <Empty title={words.say(asking ? 'office.asking' : 'office.notReachedNothing')} />}
      <ul className="rows" aria-label={words.say('office.held')}>
        {shown.map((act) => (
          <HeldAct
            key={act.id}
            act={act}
            ended={ended.get(act.id) ?? null}
            busy={busy}
            onLetIn={() => void letIn(act)}
            onClose={() => setClosing(act)}
          />
        ))}
      </ul>
      {closing && (
        <CloseAct act={closing} onClose={() => setClosing(null)} onWhy={(because) => void close(closing, because).then(() => setClosing(null))} />
      )}
    </Card>
  )
}

/** One decision at a time. What was decided about stays to be seen, from the press on: the list is shorter before the answer is here. */
function useHeld() {
  const words = useWords()
  const decide = useDecide()
  const [ended, setEnded] = useState<ReadonlyMap<string, Ended>>(new Map())
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const one = async (id: string, input: Parameters<typeof decide>[0], done: string, how: Ended) => {
    setBusy(true)
    setTouched((before) => new Set(before).add(id))
    const outcome = await decide(input, done)
    setBusy(false)
    if (outcome === 'done' || outcome === 'gone') setEnded((before) => new Map(before).set(id, outcome === 'done' ? how : 'gone'))
  }
  return {
    touched,
    ended,
    busy,
    letIn: (act: HeldActView) =>
      one(act.id, { ask: 'release', id: act.id }, words.say('office.wasLetIn', { act: heldActInWords(act, words) }), 'letIn'),
    close: (act: HeldActView, because: string) =>
      one(act.id, { ask: 'settle', id: act.id, because }, words.say('office.wasClosed', { act: heldActInWords(act, words) }), 'closed'),
  }
}

function CloseAct({ act, onWhy, onClose }: { act: HeldActView; onWhy: (because: string) => void; onClose: () => void }) {
  const words = useWords()
  const says = {
    hint: `${heldActInWords(act, words)}. ${words.say('office.closeHint')}`,
    label: words.say('office.closeWhy'),
    does: words.say('office.close'),
    missing: words.say('office.closeMissing'),
    cancel: words.say('common.cancel'),
  }
  return <WhyDialog title={words.say('office.closeTitle')} most={longestReason} says={says} onWhy={onWhy} onClose={onClose} />
}

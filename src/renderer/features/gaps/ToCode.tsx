import { useState } from 'react'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { NeedField } from '../../parts/LogGap.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import type { GapsView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'

type ToCodeRow = GapsView['toCode'][number]

/** Gaps told in words only, which wait for a need from the list (story 26). */
export function ToCode({ view, may }: { view: GapsView; may: boolean }) {
  const words = useWords()
  const [open, setOpen] = useState<ToCodeRow | null>(null)
  if (view.toCode.length === 0) return null
  return (
    <Card title={words.say('gaps.toCode')}>
      <ul className="rows" aria-label={words.say('gaps.toCode')}>
        {view.toCode.map((one) => (
          <li key={one.gapId} className="gaps__line">
            <span className="gaps__line-text">
              {one.wants} <span className="soft small">{[one.place, words.shortDay(one.on)].join(' · ')}</span>
            </span>
            {may && (
              <Button about={one.wants} onClick={() => setOpen(one)}>
                {words.say('gaps.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="gaps__note">{words.say('gaps.toCodeMore')}</p>
      {open && <CodeForm one={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function CodeForm({ one, onClose }: { one: ToCodeRow; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [need, setNeed] = useState('')
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(onClose)
  const save = async () => {
    setAsked(true)
    if (need) saved(await worker.run('codeGap', { gapId: one.gapId, need }))
  }
  return (
    <DialogForm title={one.wants} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <NeedField value={need} inWords={false} error={asked && !need ? words.say('logGap.needMissing') : null} onNeed={setNeed} />
      <Button type="submit" look="go">
        {words.say('service.save')}
      </Button>
    </DialogForm>
  )
}

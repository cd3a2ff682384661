import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import { PublicAddress } from '../../parts/PublicAddress.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import { PublishForm } from './PublishForm.tsx'

/** Whether this group is told to everybody, and the way to change it. For leads. */
export function Publishing({ groupId }: { groupId: string }) {
  const words = useWords()
  const view = useView('publishing', { groupId, typed: null })
  const [open, setOpen] = useState(false)
  if (!view) return null
  const why = view.ended ? 'openData.ended' : view.teamOn ? null : 'openData.teamOff'
  const on = view.saved.published && !why && view.facts.name !== ''
  const change = <Button onClick={() => setOpen(true)}>{words.say('openData.change')}</Button>
  return (
    <Card title={words.say('openData.title')} foot={change}>
      <div className="card__body">
        <p role="status">
          <b>{words.say(on ? 'openData.on' : 'openData.off')}</b>
        </p>
        {why && <p>{words.say(why)}</p>}
        {on && <PublicAddress address={view.address} />}
      </div>
      {open && <PublishForm groupId={groupId} view={view} onClose={() => setOpen(false)} />}
    </Card>
  )
}

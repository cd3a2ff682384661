import { useState } from 'react'
import type { OfficeNoticeView, OfficeView } from '../../workerLink/officeViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { noticeInWords } from '../../words/officeWords.ts'
import { useWords } from '../../words/useWords.ts'
import { useDecide } from './useDecide.ts'
import { useSteadyOrder } from './useSteadyOrder.ts'

/** What there is to know about laptops, until a lead has read it. Not there when there is nothing. */
export function Notices({ office }: { office: OfficeView }) {
  const words = useWords()
  const decide = useDecide()
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const { notices, noticesLeft } = office
  const shown = useSteadyOrder(notices, touched)
  if (shown.length === 0) return null
  const mark = async (notice: string) => {
    setBusy(true)
    setTouched((before) => new Set(before).add(notice))
    const outcome = await decide({ ask: 'seen', notice }, words.say('office.wasRead'))
    setBusy(false)
    if (outcome) setRead((before) => new Set(before).add(notice))
  }
  return (
    <Card title={words.say('office.notices')} aside={words.number(notices.length + noticesLeft)}>
      <ul className="rows" aria-label={words.say('office.notices')}>
        {shown.map((notice) => (
          <Notice key={notice.id} notice={notice} off={busy} read={read.has(notice.id)} onRead={() => void mark(notice.id)} />
        ))}
        {noticesLeft > 0 && <li className="soft">{words.say('office.noticesRest', { count: noticesLeft })}</li>}
      </ul>
    </Card>
  )
}

function Notice({ notice, off, read, onRead }: { notice: OfficeNoticeView; off: boolean; read: boolean; onRead: () => void }) {
  const words = useWords()
  const when = words.momentToday(notice.at, useNow())
  const text = noticeInWords(notice, words)
  return (
    <li className="held">
      <p>{text}</p>
      <p className="soft small">{when}</p>
      <p className="held__do">
        <Button off={off || read} about={text} onClick={onRead}>
          {words.say(read ? 'office.wasRead' : 'office.read')}
        </Button>
      </p>
    </li>
  )
}

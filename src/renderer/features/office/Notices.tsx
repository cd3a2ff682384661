import { useState } from 'react'
import type { OfficeNoticeView, OfficeView } from '../../desk/officeViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { noticeInWords } from '../../words/officeWords.ts'
import { useWords } from '../../words/useWords.ts'
import { useDecide } from './useDecide.ts'

/** What there is to know about laptops, until a lead has read it. Not there when there is nothing. */
export function Notices({ office }: { office: OfficeView }) {
  const words = useWords()
  const { notices, noticesLeft } = office
  if (notices.length === 0) return null
  return (
    <Card title={words.say('office.notices')} aside={words.number(notices.length + noticesLeft)}>
      <ul className="rows" aria-label={words.say('office.notices')}>
        {notices.map((notice) => <Notice key={notice.id} notice={notice} />)}
        {noticesLeft > 0 && <li className="soft">{words.say('office.noticesRest', { count: noticesLeft })}</li>}
      </ul>
    </Card>
  )
}

function Notice({ notice }: { notice: OfficeNoticeView }) {
  const words = useWords()
  const now = useNow()
  const decide = useDecide()
  const [busy, setBusy] = useState(false)
  const text = noticeInWords(notice, words)
  const read = async () => {
    setBusy(true)
    await decide({ ask: 'seen', notice: notice.id }, words.say('office.wasRead'))
    setBusy(false)
  }
  return (
    <li className="held">
      <p>{text}</p>
      <p className="soft small">{words.momentToday(notice.at, now)}</p>
      <p className="held__do"><Button off={busy} aria-label={words.say('office.readNamed', { notice: text })} onClick={() => void read()}>{words.say('office.read')}</Button></p>
    </li>
  )
}

import { useRef, useState } from 'react'
import { useDesk } from '../../desk/link.ts'
import type { HeldActView, OfficeView } from '../../desk/officeViews.ts'
import { useNow } from '../../state/useNow.ts'
import { ActSentence } from '../../words/ActSentence.tsx'
import { heldActInWords, laptopInWords } from '../../words/officeWords.ts'
import { heldInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useDecide } from './useDecide.ts'
import { Written } from './Written.tsx'

/** What the server keeps aside, act by act, for a lead to let in or to close. */
export function HeldActs({ office }: { office: OfficeView }) {
  const words = useWords()
  const desk = useDesk()
  const [closing, setClosing] = useState<HeldActView | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const { letIn, close, busy } = useHeld(() => list.current?.focus())
  const { acts, actsLeft } = office
  return (
    <Card
      title={words.say('office.held')} aside={acts.length > 0 && words.say('office.heldCount', { count: acts.length + actsLeft })}
      foot={actsLeft > 0 && (
        <Button off={office.asking} onClick={() => void desk.lookAtOffice({ more: true })}>{words.say('common.showMore', { count: words.number(actsLeft) })}</Button>
      )}
    >
      {acts.length === 0 && office.asked && <Empty title={words.say('office.heldNone')}>{words.say('office.heldNoneMore')}</Empty>}
      {acts.length === 0 && !office.asked && <Empty title={words.say(office.asking ? 'office.asking' : 'office.notReachedNothing')} />}
      <ul ref={list} className="rows" aria-label={words.say('office.held')} tabIndex={-1}>
        {acts.map((act) => <HeldAct key={act.id} act={act} busy={busy} onLetIn={() => void letIn(act)} onClose={() => setClosing(act)} />)}
      </ul>
      {closing && <CloseAct act={closing} onClose={() => setClosing(null)} onWhy={(because) => void close(closing, because).then(() => setClosing(null))} />}
    </Card>
  )
}

/** One decision at a time. When the row is gone, the focus goes to the list and not to nowhere. */
function useHeld(focusList: () => void) {
  const words = useWords()
  const decide = useDecide()
  const [busy, setBusy] = useState(false)
  const one = async (input: Parameters<typeof decide>[0], done: string) => {
    setBusy(true)
    const outcome = await decide(input, done)
    setBusy(false)
    if (outcome === 'done' || outcome === 'gone') focusList()
  }
  return {
    busy,
    letIn: (act: HeldActView) => one({ ask: 'release', id: act.id }, words.say('office.wasLetIn', { act: heldActInWords(act, words) })),
    close: (act: HeldActView, because: string) => one({ ask: 'settle', id: act.id, because }, words.say('office.wasClosed', { act: heldActInWords(act, words) })),
  }
}

function HeldAct({ act, busy, onLetIn, onClose }: { act: HeldActView; busy: boolean; onLetIn: () => void; onClose: () => void }) {
  const words = useWords()
  const now = useNow()
  const named = heldActInWords(act, words)
  const when = words.momentToday(act.at, now)
  return (
    <li className="held">
      <p className="held__what">{act.command === null ? named : <ActSentence act={{ command: act.command, by: act.by, subjects: act.subjects }} />}</p>
      <p className="soft small">
        {act.laptop || act.by ? words.say('office.onLaptop', { when, laptop: laptopInWords(act, words) }) : words.say('office.onUnknown', { when })}
        {act.changes > 1 && ` · ${words.say('office.together', { count: act.changes })}`}
      </p>
      <p>{heldInWords(act.code, words)}{!act.canLetIn && ` ${words.say('office.onlyClose')}`}</p>
      <Written act={act} named={named} />
      <p className="held__do">
        {act.canLetIn && <Button off={busy} aria-label={words.say('office.letInNamed', { act: named })} onClick={onLetIn}>{words.say('office.letIn')}</Button>}
        <Button look="danger" off={busy} aria-label={words.say('office.closeNamed', { act: named })} onClick={onClose}>{words.say('office.close')}</Button>
      </p>
    </li>
  )
}

function CloseAct({ act, onWhy, onClose }: { act: HeldActView; onWhy: (because: string) => void; onClose: () => void }) {
  const words = useWords()
  const says = {
    hint: `${heldActInWords(act, words)}. ${words.say('office.closeHint')}`, label: words.say('office.closeWhy'), does: words.say('office.close'),
    missing: words.say('office.closeMissing'), cancel: words.say('common.cancel'),
  }
  return <WhyDialog title={words.say('office.closeTitle')} says={says} onWhy={onWhy} onClose={onClose} />
}

import './surgery.css'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { ActView, SurgeryView } from '../../workerLink/views.ts'
import { ToOffice } from '../../parts/ToOffice.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useNow } from '../../state/useNow.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActSentence } from '../../words/ActSentence.tsx'
import { heldInWords, whyNotReached } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { CopyNotice } from './CopyNotice.tsx'
import { JoinAgain } from './JoinAgain.tsx'
import { StateOfSending } from './StateOfSending.tsx'
import { useTriedAloud } from './useTriedAloud.ts'

/** What is on this laptop and not yet on the team's server. */
export function SurgeryScreen() {
  const words = useWords()
  const worker = useWorker()
  const surgery = useView('surgery', null)
  const me = useView('me', null)
  const pressed = useTriedAloud(surgery?.status.trouble ?? null)
  const press = () => {
    pressed()
    void worker.sendNow()
  }
  const send: Action = { id: 'surgery.send', label: words.say('surgery.sendNow'), key: 'Ctrl+Enter', run: press }
  useActions([send])
  // Drawn when all of it is there: a card that comes later moves what is being pressed below it.
  if (!surgery || !me)
    return (
      <Page title={words.say('surgery.title')} under={words.say('surgery.under')}>
        {null}
      </Page>
    )
  return (
    <Page title={words.say('surgery.title')} under={words.say('surgery.under')} actions={<ActionButton action={send} look="go" />}>
      <StateOfSending status={surgery.status} />
      {surgery.status.copied === 'fetched' && <CopyNotice />}
      {surgery.status.trouble?.what === 'signedOut' && <JoinAgain />}
      <div className="columns">
        <div className="column">
          <Waiting surgery={surgery} />
          <Held acts={surgery.held} leads={surgery.leads} />
          <Closed acts={surgery.closed} />
        </div>
        <div className="column">
          {me.role === 'lead' && <ToOffice />}
          <History surgery={surgery} />
        </div>
      </div>
    </Page>
  )
}

/** What waits, act by act. The count stands above, once; an act of several says so, and all together are that count. */
function Waiting({ surgery }: { surgery: SurgeryView }) {
  const words = useWords()
  const now = useNow()
  const { waiting, status } = surgery
  const listed = waiting.reduce((sum, act) => sum + act.changes, 0)
  return (
    <Card title={words.say('surgery.waiting')} aside={waiting.length > 0 && words.say('surgery.waitingAside')}>
      {waiting.length === 0 && <Empty title={words.say('surgery.waitingNone')}>{words.say('surgery.waitingNoneMore')}</Empty>}
      <ul className="rows" aria-label={words.say('surgery.waiting')}>
        {waiting.map((act) => (
          <li key={act.act} className="act">
            <span className="row__when figures">{words.moment(act.at, now)}</span>
            <span className="grow">
              <ActSentence act={act} />
            </span>
            {act.changes > 1 && <span className="soft small figures">{words.say('surgery.waitingParts', { count: act.changes })}</span>}
          </li>
        ))}
        {status.pending > listed && <li className="soft">{words.say('surgery.waitingRest', { count: status.pending - listed })}</li>}
      </ul>
    </Card>
  )
}

function Held({ acts, leads }: { acts: readonly ActView[]; leads: readonly string[] }) {
  const words = useWords()
  const now = useNow()
  return (
    <Card
      title={words.say('surgery.held')}
      aside={acts.length > 0 && acts.length}
      foot={
        acts.length > 0 && (
          <span>{leads.length > 0 ? words.say('surgery.heldWho', { names: words.list(leads) }) : words.say('surgery.heldWhoNobody')}</span>
        )
      }
    >
      {acts.length === 0 && <Empty title={words.say('surgery.heldNone')} />}
      <ul className="rows" aria-label={words.say('surgery.held')}>
        {acts.map((act) => (
          <li key={act.act} className="row--top">
            <Chip tone="danger">{words.say('surgery.heldChip')}</Chip>
            <span className="grow">
              <ActSentence act={act} />, {words.momentToday(act.at, now)}
              {act.code && <span className="soft small act__why">{heldInWords(act.code, words)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What a lead has closed, with the reason: whoever did it may want to do it another way. */
function Closed({ acts }: { acts: SurgeryView['closed'] }) {
  const words = useWords()
  const now = useNow()
  if (acts.length === 0) return null
  return (
    <Card title={words.say('surgery.closed')}>
      <ul className="rows" aria-label={words.say('surgery.closed')}>
        {acts.map((act) => (
          <li key={act.act} className="row--top">
            <span className="grow">
              <ActSentence act={act} />, {words.momentToday(act.at, now)}
              <span className="soft small act__why">
                {words.say('surgery.closedWhy', { by: act.closedBy || words.say('act.somebody'), because: act.because })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function History({ surgery }: { surgery: SurgeryView }) {
  const words = useWords()
  const now = useNow()
  return (
    <Card title={words.say('surgery.history')}>
      {surgery.history.length === 0 && <Empty title={words.say('surgery.historyNone')} />}
      <ul className="rows" aria-label={words.say('surgery.history')}>
        {surgery.history.map((one) => (
          <li key={one.at} className="act">
            <span className="row__when figures">{words.moment(one.at, now)}</span>
            <span className="grow">
              {one.trouble
                ? words.say('surgery.failed', { why: whyNotReached(one.trouble, words) })
                : words.say('surgery.sent', { sent: one.sent, fetched: one.fetched })}
            </span>
          </li>
        ))}
      </ul>
      <p className="card__body soft small surgery__server">{words.say('surgery.server', { server: surgery.server })}</p>
    </Card>
  )
}

import './voices.css'
import { useState } from 'react'
import type { AgreementLine, PicturesView, UseStands } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { SureDialog } from '../../ui/SureDialog.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { AgreementForm } from './AgreementForm.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

type Subject = PicturesView['subjects'][number]

/** What somebody agreed for photos and film of them, and of the babies who come with them (story 34). */
export function PicturesScreen({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('pictures', { personId })
  const [asking, setAsking] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Subject | null>(null)
  if (!view) {
    const back = <Button onClick={() => go({ at: 'people' })}>{words.say('person.toPeople')}</Button>
    return <Absent answer={view} what="person" actions={back} />
  }
  const of = { personId: view.personId, name: view.name, storyId: null }
  const actions = (
    <>
      <Button keyLabel="Esc" onClick={goBack}>
        {words.say('common.back')}
      </Button>
      <Button look="go" onClick={() => setAsking(true)}>
        {words.say('pictures.ask')}
      </Button>
    </>
  )
  return (
    <Page title={words.say('pictures.title', { name: view.name })} under={words.say('pictures.all')} actions={actions}>
      {view.noPhotos && <Notice title={words.say('pictures.mark')}>{words.say('pictures.markMore')}</Notice>}
      <div className="columns">
        <div className="column">
          {view.subjects.map((one) => (
            <Stands key={one.baby ?? ''} subject={one} name={view.name} onWithdraw={() => setWithdrawing(one)} />
          ))}
        </div>
        <History lines={view.history} />
      </div>
      {asking && <AgreementForm of={of} today={view.today} child={view.child} inMyCare={view.inMyCare} onClose={() => setAsking(false)} />}
      {withdrawing && (
        <WithdrawForm
          of={{ ...of, baby: withdrawing.baby }}
          child={view.child || withdrawing.baby !== null}
          uses={agreedIn(withdrawing)}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Page>
  )
}

const agreedIn = ({ uses }: Subject) => uses.flatMap(({ use, stands }) => (stands === 'yes' ? [use] : []))

function Stands({ subject, name, onWithdraw }: { subject: Subject; name: string; onWithdraw: () => void }) {
  const words = useWords()
  const title = subject.baby ? words.say('pictures.baby', { name: subject.baby }) : name
  return (
    <Card title={title}>
      <ul className="rows" aria-label={`${words.say('pictures.stands')}: ${title}`}>
        {subject.uses.map((one) => (
          <li key={one.use}>
            <span className="grow">{words.say(`use.${one.use}`)}</span>
            <Chip tone={one.stands === 'yes' ? 'good' : one.stands === 'notAsked' ? 'plain' : 'danger'}>{standsInWords(one, words)}</Chip>
          </li>
        ))}
      </ul>
      {agreedIn(subject).length > 0 && (
        <div className="card__body">
          <Button look="danger" about={title} onClick={onWithdraw}>
            {words.say('pictures.withdraw')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function standsInWords({ stands, until }: UseStands, words: Words): string {
  return stands === 'yes' && until ? words.say('useStands.until', { day: words.fullDate(until) }) : words.say(`useStands.${stands}`)
}

/** Everything that was ever written down, the newest first. A slip is removed; what was said is not. */
function History({ lines }: { lines: readonly AgreementLine[] }) {
  const words = useWords()
  const [slip, setSlip] = useState<AgreementLine | null>(null)
  return (
    <Card title={words.say('pictures.history')}>
      {lines.length === 0 && <Empty title={words.say('pictures.historyNone')} />}
      <ul className="rows" aria-label={words.say('pictures.history')}>
        {lines.map((one) => (
          <li key={one.agreementId} className="row--top">
            <span className="grow">
              {lineInWords(one, words)}
              <br />
              <span className="soft small">
                {words.say('pictures.taken', { by: one.by, day: words.fullDate(one.on) })}
                {one.inTheirCare && `, ${words.say('pictures.inCare')}`}
              </span>
            </span>
            <Button look="link" about={lineInWords(one, words)} onClick={() => setSlip(one)}>
              {words.say('pictures.slip')}
            </Button>
          </li>
        ))}
      </ul>
      {slip && <Slip one={slip} onClose={() => setSlip(null)} />}
    </Card>
  )
}

function Slip({ one, onClose }: { one: AgreementLine; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { refused, saved } = useSaving<unknown>(onClose)
  return (
    <SureDialog
      title={words.say('pictures.slipTitle')}
      says={{ does: words.say('pictures.slip'), cancel: words.say('common.cancel') }}
      refused={refused}
      onSure={() => void worker.run('voidUseAgreement', { agreementId: one.agreementId, because: 'a slip' }).then(saved)}
      onClose={onClose}
    >
      <b>{lineInWords(one, words)}</b> {words.say('pictures.slipMore')}
    </SureDialog>
  )
}

function lineInWords({ baby, use, said, agreedBy, how, signedAs }: AgreementLine, words: Words): string {
  const by = signedAs ? `${words.say(`agreedBy.${agreedBy}`)} (${signedAs})` : words.say(`agreedBy.${agreedBy}`)
  const values = { use: words.say(`use.${use}`), said: words.say(`useStands.${said}`), by, how: words.say(`agreedHow.${how}`), baby }
  return words.say(baby ? 'pictures.lineBaby' : 'pictures.line', values)
}

import './measures.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { LicencesView, LicenceView } from '../../workerLink/planViews.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { LicenceForm } from './LicenceForm.tsx'

/** Which questionnaires may be shown here, and what the site has a licence for (domain 5.1). */
export function LicencesScreen() {
  const words = useWords()
  const view = useView('measureLicences', null)
  if (!view) return <Absent answer={undefined} />
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={words.say('licences.title')} under={words.say('licences.under')} actions={back}>
      <div className="measure">
        {!view.mayEdit && <p className="soft">{words.say('licences.onlyLead')}</p>}
        <List view={view} title={words.say('licences.licensed')} licences={view.licences.filter((one) => one.licensed)} />
        <List view={view} title={words.say('licences.open')} licences={view.licences.filter((one) => !one.licensed)} />
      </div>
    </Page>
  )
}

function List({ view, title, licences }: { view: LicencesView; title: string; licences: readonly LicenceView[] }) {
  const [open, setOpen] = useState<LicenceView | null>(null)
  return (
    <Card title={title}>
      <ul className="rows" aria-label={title}>
        {licences.map((one) => (
          <Row key={one.questionnaire} one={one} view={view} onOpen={() => setOpen(one)} />
        ))}
      </ul>
      {open && <LicenceForm one={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Row({ one, view, onOpen }: { one: LicenceView; view: LicencesView; onOpen: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { licence } = one
  const end = async () => {
    const result = licence && (await worker.run('endMeasureLicence', { licenceId: licence.licenceId, because: words.say('licences.end') }))
    if (result && !result.ok) say(reasonInWords(result.reason, words))
  }
  return (
    <li className="measures__row">
      <span className="grow">
        <span className="row__name">{one.title}</span>
        <Chips>
          <Chip tone={one.availability === 'ready' ? 'good' : 'needs'}>
            {words.say(one.availability === 'ready' ? 'licences.ready' : `measures.${one.availability}`)}
          </Chip>
        </Chips>
        {licence && <span className="measures__more">{licenceInWords(one, words)}</span>}
        <span className="soft small measures__more">
          {words.say('licences.holderIs', { holder: one.holder })}. {one.evidence}
        </span>
        {one.questionnaire === 'phq4' && <Phq4 view={view} />}
      </span>
      {one.licensed && view.mayEdit && (
        <span className="measures__do">
          <Button look={licence ? 'link' : 'plain'} about={one.title} onClick={onOpen}>
            {words.say(licence ? 'licences.change' : 'licences.add')}
          </Button>
          {licence && (
            <Button look="link" about={one.title} onClick={() => void end()}>
              {words.say('licences.end')}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}

function licenceInWords({ licence, availability, slots }: LicenceView, words: Words): string {
  if (!licence) return words.say('licences.none')
  const until =
    licence.until && words.say(availability === 'licenceEnded' ? 'licences.ended' : 'licences.until', { day: words.fullDate(licence.until) })
  const missing = slots.filter((slot) => !licence.wording[slot]).length
  const words1 = missing > 0 ? words.say('licences.wordsMissing', { count: missing }) : ''
  return [words.say('licences.held', { number: licence.number, holder: licence.holder }), until, words1].filter(Boolean).join(', ')
}

/** Off until a lead switches it on. */
function Phq4({ view }: { view: LicencesView }) {
  const words = useWords()
  const worker = useWorker()
  const set = async (phq4On: boolean) => {
    const result = await worker.run('editTeam', { fields: { phq4On } })
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  if (!view.mayEdit) return null
  return <Checkbox label={words.say('licences.phq4')} hint={words.say('licences.phq4Hint')} checked={view.phq4On} onChange={(on) => void set(on)} />
}

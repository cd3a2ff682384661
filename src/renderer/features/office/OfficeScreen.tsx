import './office.css'
import { useEffect } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { OfficeView } from '../../workerLink/officeViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { goBack } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { doAboutNoAnswer, whyNoAnswer } from '../../words/officeWords.ts'
import { useWords } from '../../words/useWords.ts'
import { HeldActs } from './HeldActs.tsx'
import { Laptops } from './Laptops.tsx'
import { Notices } from './Notices.tsx'

/** For leads: what is on hold, which laptops there are, what should be heard of them. Needs the network to decide, not to look. */
export function OfficeScreen() {
  const words = useWords()
  const office = useView('office', null)
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  if (office === undefined)
    return (
      <Page title={words.say('office.title')} actions={back}>
        {null}
      </Page>
    )
  if (office === null) {
    return (
      <Page title={words.say('office.title')} actions={back}>
        <Empty title={words.say('office.notLead')}>{words.say('office.notLeadMore')}</Empty>
      </Page>
    )
  }
  return <Office office={office} />
}

function Office({ office }: { office: OfficeView }) {
  const words = useWords()
  const worker = useWorker()
  const now = useNow()
  useEffect(() => void worker.lookAtOffice({ more: false }), [worker])
  const again: Action = {
    id: 'office.again',
    label: words.say('office.again'),
    key: 'Ctrl+Enter',
    when: !office.asking,
    run: () => void worker.lookAtOffice({ more: false }),
  }
  useActions([again])
  const asked = office.asked ? words.say('office.asked', { when: words.momentToday(office.asked, now) }) : words.say('office.never')
  return (
    <Page
      title={words.say('office.title')}
      under={<span role="status">{office.asking ? words.say('office.asking') : asked}</span>}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('common.back')}
          </Button>
          <ActionButton action={again} />
        </>
      }
    >
      {office.trouble && <NoAnswer office={office} trouble={office.trouble} />}
      <div className="columns">
        <div className="column">
          <HeldActs office={office} />
        </div>
        <div className="column">
          <Notices office={office} />
          <Laptops office={office} />
        </div>
      </div>
    </Page>
  )
}

/** What is drawn below is then what was known before, and says so. */
function NoAnswer({ office, trouble }: { office: OfficeView; trouble: NonNullable<OfficeView['trouble']> }) {
  const words = useWords()
  const now = useNow()
  const doing = doAboutNoAnswer(trouble, words)
  return (
    <div role="status">
      <Notice tone="needs" title={whyNoAnswer(trouble, words)}>
        <p>
          {office.asked ? words.say('office.notReachedKnown', { when: words.momentToday(office.asked, now) }) : words.say('office.notReachedSoon')}
        </p>
        {doing && <p>{doing}</p>}
      </Notice>
    </div>
  )
}

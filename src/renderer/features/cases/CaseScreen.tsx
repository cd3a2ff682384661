import './cases.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { CaseView } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Offers } from '../../parts/Offers.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { present } from '../../words/present.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { CloseCase } from './CloseCase.tsx'
import { ContactForm } from './ContactForm.tsx'
import { Contacts } from './Contacts.tsx'
import { NextAction } from './NextAction.tsx'
import { OwnerCard } from './OwnerCard.tsx'
import { CaseFacts, Codes, Reviewed } from './SideCards.tsx'

/** One case: what is next, what was done, who has it (story 20). */
export function CaseScreen({ episodeId }: { episodeId: string }) {
  const words = useWords()
  const view = useView('case', { episodeId })
  if (!view) {
    const back = <Button onClick={() => go({ at: 'cases', ownerId: null })}>{words.say('case.toList')}</Button>
    return <Absent answer={view} what="case" actions={back} />
  }
  return <Case view={view} />
}

function Case({ view }: { view: CaseView }) {
  const words = useWords()
  const worker = useWorker()
  const [open, setOpen] = useState<'contact' | 'close' | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const isOpen = view.closedOn === null
  const noAnswer = async () => {
    const on = present()
    const result = await worker.run('addCaseContact', { episodeId: view.episodeId, how: 'call', came: 'noAnswer', on })
    setFailed(result.ok ? null : reasonInWords(result.reason, words))
    if (result.ok) say(words.say('case.noAnswerSaid'))
  }
  const write: Action = {
    id: 'case.contact',
    label: words.say('case.addContact'),
    key: 'Ctrl+N',
    also: 'Alt+N',
    when: open === null,
    run: () => setOpen('contact'),
  }
  const nobody: Action = {
    id: 'case.noAnswer',
    label: words.say('case.noAnswer'),
    key: 'F7',
    when: isOpen && open === null,
    run: () => void noAnswer(),
  }
  useActions([write, nobody])
  return (
    <Page
      title={view.name}
      under={words.say('case.under', { number: view.number, day: words.fullDate(view.openedOn) })}
      actions={
        <>
          {isOpen && <ActionButton action={nobody} />}
          <ActionButton action={write} look="go" />
          <Button onClick={() => go({ at: 'person', personId: view.personId })}>{words.say('case.toPerson')}</Button>
        </>
      }
    >
      {failed && (
        <Notice tone="danger" urgent>
          {failed}
        </Notice>
      )}
      <State view={view} onFailed={setFailed} />
      <div className="columns">
        <div className="column">
          {isOpen && <NextAction view={view} />}
          <Offers personId={view.personId} />
          <Contacts view={view} onAdd={write.run} />
        </div>
        <div className="column">
          <CaseFacts view={view} />
          <OwnerCard view={view} />
          <Reviewed view={view} />
          <Codes view={view} />
          <Button onClick={() => go({ at: 'practiceMessages', episodeId: view.episodeId })}>{words.say('message.do')}</Button>
          {isOpen && <Button onClick={() => setOpen('close')}>{words.say('case.close')}</Button>}
        </div>
      </div>
      {open === 'contact' && <ContactForm view={view} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseCase view={view} onClose={() => setOpen(null)} />}
    </Page>
  )
}

/** Where the case stands, if one has to know it before anything else. */
function State({ view, onFailed }: { view: CaseView; onFailed: (why: string | null) => void }) {
  const words = useWords()
  if (view.closedOn) return <Closed view={view} onFailed={onFailed} />
  return (
    <>
      {view.died && <Notice tone="danger">{words.say('case.died')}</Notice>}
      {view.riskToStaff && <Notice tone="danger">{words.say('warning.riskToStaff', { risk: view.riskToStaff })}</Notice>}
      {view.wantsOtherWhy && <Notice tone="needs">{words.say('case.wantsOther', { why: view.wantsOtherWhy })}</Notice>}
      {view.state === 'noContact' && (
        <Notice tone="needs" title={words.say('case.threeTimes', { count: view.inVain })}>
          {words.say('case.threeTimesMore')}
        </Notice>
      )}
    </>
  )
}

function Closed({ view, onFailed }: { view: CaseView; onFailed: (why: string | null) => void }) {
  const words = useWords()
  const worker = useWorker()
  const why = [view.closedAs && words.say(`closedAs.${view.closedAs}`), view.closedWords].filter(Boolean).join('. ')
  const owner = view.owners.some((one) => one.id === view.meId) ? view.meId : view.ownerId
  const reopen = async () => {
    const result = await worker.run('reopenCase', { episodeId: view.episodeId, ownerId: owner })
    if (!result.ok) return onFailed(reasonInWords(result.reason, words))
    go({ at: 'case', episodeId: result.value.episodeId })
  }
  const unclose = async () => {
    const unblocks = view.closedAs === 'died' ? { unblocks: view.personId } : {}
    const result = await worker.run('uncloseCase', { episodeId: view.episodeId, ...unblocks })
    onFailed(result.ok ? null : reasonInWords(result.reason, words))
  }
  const { otherOpen } = view
  return (
    <Notice
      title={words.say('case.closed', { day: words.fullDate(view.closedOn ?? view.openedOn), why })}
      actions={
        otherOpen ? (
          <Button onClick={() => go({ at: 'case', episodeId: otherOpen })}>{words.say('referral.toCase')}</Button>
        ) : (
          <>
            <Button onClick={() => void reopen()}>{words.say('case.reopen')}</Button>
            <Button onClick={() => void unclose()}>{words.say('case.unclose')}</Button>
          </>
        )
      }
    />
  )
}

import { startTransition, useId, useMemo, useRef, useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView, SearchHit } from '../../workerLink/views.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { afterDrawing } from '../../ui/afterDrawing.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useEvent } from '../../ui/useEvent.ts'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'
import { MustKnow } from '../../parts/MustKnow.tsx'
import { Pinned } from '../../parts/Pinned.tsx'
import { UnfinishedForms } from '../../parts/UnfinishedForms.tsx'
import { registerActions } from './actions.ts'
import { KioskRequestPanel } from './KioskRequestPanel.tsx'
import { HereList } from './HereList.tsx'
import { NotYetList } from './NotYetList.tsx'
import { MaybeSame } from './MaybeSame.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { openKiosk } from './openKiosk.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import { hitId, Results } from '../../parts/Results.tsx'
import { SearchBox } from '../../parts/SearchBox.tsx'
import { SomeoneNew } from './SomeoneNew.tsx'
import { Standing } from './Standing.tsx'
import { Tiles } from './Tiles.tsx'
import { useRegisterMenu } from './useRegisterMenu.tsx'
import { useHeldBack } from './useHeldBack.ts'
import { useRegister } from './useRegister.ts'
import { useSearch } from '../../parts/useSearch.ts'
import { useCountAloud } from './useCountAloud.ts'
import { useSeeHits } from './useSeeHits.ts'
import { useTypeAnywhere } from './useTypeAnywhere.ts'
import { useWhy } from './useWhy.tsx'
import { whereAndWhen } from './whereAndWhen.ts'

/** So many who are here leave room for what to know of them. */
const fewHere = 4

/** The heart: search at the left with who is not yet here, who is here at the right. */
export function Register({ register }: { register: RegisterView }) {
  const words = useWords()
  const worker = useWorker()
  const listId = useId()
  const search = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  /** What Enter was pressed on, until the worker has answered: the list stays as it is, and nothing else takes the disk's time. */
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const [adding, setAdding] = useState<{ because?: string; text?: string; done?: () => void } | null>(null)
  const [reopening, setReopening] = useState(false)
  const toSearch = useEvent(() => search.current?.focus())
  const { askWhy, dialog } = useWhy(toSearch)
  const doings = useRegister(register, askWhy, toSearch)
  const heldBack = useHeldBack()
  const under = useMemo(() => whereAndWhen(register, words), [register, words])
  const meant = text || asked
  const found = useSearch(register.sessionId, meant, register)
  const typing = text.trim() !== ''
  const showing = meant.trim() !== ''
  useTypeAnywhere(search)
  useCountAloud(text, found)
  useSeeHits(search, text, found)

  const best = asked && found.text === asked && !text ? found.hits[0]?.personId : undefined
  const pendingIds = useMemo(
    () => new Set([...doings.pending.map((one) => one.personId), best].filter((id): id is string => Boolean(id))), [doings.pending, best])
  const type = (typed: string) => {
    setText(typed)
    setChosen(null)
    if (typed) doings.forget()
  }
  const pick = useEvent((personId: string, name: string) => {
    type('')
    search.current?.focus()
    void doings.signIn(personId, name)
  })
  const pickHit = (hit: SearchHit) => {
    if (hit.state !== 'here') return pick(hit.personId, fullName(hit, words))
    type('')
    search.current?.focus()
    doings.tell({ tone: 'plain', text: words.say('register.wasHere', { name: fullName(hit, words) }) })
  }
  const enter = async () => {
    if (!typing) return
    const hit = chosen === null ? undefined : found.hits[chosen]
    if (hit) return pickHit(hit)
    heldBack.hold(() => {
      setAsked(text)
      type('') // the next name may be typed before the disk has answered
    })
    const somebody = await doings.signInBest(text)
    heldBack.letGo()
    void afterDrawing().then(() => startTransition(() => setAsked((now) => (now === text ? '' : now)))) // the tick is drawn first, then the list of the others
    if (!somebody) setText((typed) => typed || text)
  }
  const step = (by: 1 | -1) => {
    if (found.hits.length > 0) setChosen((now) => ((now ?? 0) + by + found.hits.length) % found.hits.length)
  }
  const someoneNew = async (called?: { text: string; done: () => void }) => {
    const why = register.closed ? await askWhy(words.say('register.someoneNew')) : undefined
    if (why !== null) setAdding({ ...(why ? { because: why } : {}), ...called })
  }
  const startKiosk = async () => {
    const reason = await openKiosk(worker, register.sessionId)
    if (reason) doings.tell({ tone: 'trouble', text: reasonInWords(reason, words) })
  }
  const close = () => {
    setAdding(null)
    requestAnimationFrame(() => search.current?.focus())
  }

  const told = { clear: () => type(''), toSearch, typing, text, someoneNew: () => void someoneNew(), kiosk: () => void startKiosk() }
  const actions = registerActions(register, words, told)
  const menu = useRegisterMenu(register, toSearch)
  useActions([...Object.values(actions), ...menu.actions])
  const at = found.text === meant ? (chosen ?? 0) : -1
  const active = found.hits[at]
  const nobody = typing && found.text === text && found.hits.length === 0
  return (
    <Page className="register strong" title={register.group} under={under} actions={<Actions actions={actions} more={menu.actions} />}>
      <Tiles register={register} onCount={() => go({ at: 'headCount', sessionId: register.sessionId })} />
      <State register={register} onReopen={() => setReopening(true)} />
      <div className="register__columns">
        <Card className="register__find" foot={<Foot action={actions.someoneNew} go={nobody} />}>
          <div className="register__search">
            <SearchBox
              ref={search} text={text} listId={listId} open={showing} activeId={active && hitId(listId, active)}
              onText={type} onEnter={() => void enter()} onStep={step}
            />
          </div>
          <OutcomeLine id={`${listId}-hint`} sessionId={register.sessionId} outcome={doings.outcome} typing={showing} nobody={nobody} />
          <div className={showing ? 'register__list register__list--found' : 'register__list'}>
            {showing && <Results listId={listId} hits={found.hits} chosen={at} pendingIds={pendingIds} onPick={pickHit} />}
            <div className={showing ? 'register__names register__names--aside' : 'register__names'} aria-hidden={showing || undefined}>
              <NotYetList register={register} pendingIds={pendingIds} onPick={pick} askWhy={askWhy} />
            </div>
            {nobody && <p className="empty">{words.say('register.nobody', { text })} {words.say('register.nobodyDo')}</p>}
          </div>
        </Card>
        <div className="register__side">
          <HereList register={register} pending={doings.pending} doings={doings.ofRow} askWhy={askWhy} />
          <div className="register__asks">
            <KioskRequestPanel sessionId={register.sessionId} onAdd={(called, done) => void someoneNew({ text: called, done })} />
            <MaybeSame register={register} askWhy={askWhy} />
            <Standing register={register} onSignIn={pick} onAlong={menu.openAlong} />
            <Pinned />
            {!adding && <UnfinishedForms sessionId={register.sessionId} onHere={() => void someoneNew()} />}
          </div>
          <MustKnow sessionId={register.sessionId} many={register.here.length > fewHere} />
        </div>
      </div>
      {dialog}
      {menu.dialog}
      {adding && (
        <SomeoneNew
          register={register} text={adding.text ?? text} because={adding.because} onClose={close}
          onPick={(personId, name) => {
            adding.done?.()
            close()
            pick(personId, name)
          }}
          onDone={(personId, name) => {
            type('')
            adding.done?.()
            close()
            doings.tell({ tone: 'good', text: words.say('new.done', { name }), personId, fillIn: true })
          }}
        />
      )}
      {reopening && <Reopen register={register} onClose={() => setReopening(false)} />}
    </Page>
  )
}

function Actions({ actions, more }: { actions: ReturnType<typeof registerActions>; more: readonly Action[] }) {
  return (
    <>
      <ActionButton action={actions.emergency} />
      {actions.headCount.when !== false && <ActionButton action={actions.headCount} />}
      <ActionButton action={actions.close} />
      <MoreMenu actions={[actions.kiosk, ...more]} />
    </>
  )
}

function Foot({ action, go: look }: { action: Action; go: boolean }) {
  const words = useWords()
  return (
    <>
      <ActionButton action={action} look={look ? 'go' : 'plain'} />
      <span className="soft small register__hint">{words.say('register.someoneNewHint')}</span>
    </>
  )
}

function State({ register, onReopen }: { register: RegisterView; onReopen: () => void }) {
  const words = useWords()
  if (register.closed) {
    const text = words.say('register.closedAt', { time: words.time(register.closed.at), by: register.closed.by })
    return (
      <Notice tone="needs">
        {text} <Button look="link" className="link--inline" onClick={onReopen}>{words.say('register.reopen')}</Button>
      </Notice>
    )
  }
  if (register.state === 'cancelledButAttended') return <TookPlace register={register} />
  if (register.cancelledBecause) return <Notice tone="needs">{words.say('register.cancelled', { why: register.cancelledBecause })}</Notice>
  return null
}

/** Called off at the surgery while people stood in the park: they stay, and somebody settles it (peers 3.5). */
function TookPlace({ register }: { register: RegisterView }) {
  const words = useWords()
  const worker = useWorker()
  const count = register.hereCount + register.leftCount
  const settle = <Button onClick={() => void worker.run('cancelSession', { session: register.which, because: null })}>{words.say('register.tookPlace')}</Button>
  return <Notice tone="danger" actions={settle}>{words.say('register.cancelledButCame', { why: register.cancelledBecause ?? '', count })}</Notice>
}

function Reopen({ register, onClose }: { register: RegisterView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const reopen = (because: string) => {
    onClose()
    void worker.run('reopenSession', { session: register.which, because })
  }
  return (
    <WhyDialog
      title={words.say('register.reopenTitle')} onWhy={reopen} onClose={onClose}
      says={whySays(words, { hint: words.say('register.correctHint'), does: words.say('register.reopen') })}
    />
  )
}

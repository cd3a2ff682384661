import { useId, useMemo, type RefObject } from 'react'
import type { RegisterView } from '../../workerLink/views.ts'
import type { Action } from '../../state/actions.ts'
import { hitId, Results } from '../../parts/Results.tsx'
import { SearchBox } from '../../parts/SearchBox.tsx'
import { useSearch, type Found } from '../../parts/useSearch.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import { someoneNewAction } from './actions.ts'
import { NotYetList } from './NotYetList.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import type { RegisterActs } from './registerActs.ts'
import type { AskWhy } from './registerPorts.ts'
import type { Pending, RegisterShown } from './registerShown.ts'
import { useCountAloud } from './useCountAloud.ts'
import { useShown } from './useRegisterActs.ts'
import { useSeeHits } from './useSeeHits.ts'
import { useTypeAnywhere } from './useTypeAnywhere.ts'

/** The search with what it found, and under it who is not here yet. The one part that is drawn again for each letter. */
export function FindCard({
  register,
  acts,
  search,
  askWhy,
  onSomeoneNew,
}: {
  register: RegisterView
  acts: RegisterActs
  search: RefObject<HTMLInputElement | null>
  askWhy: AskWhy
  onSomeoneNew: () => void
}) {
  const words = useWords()
  const listId = useId()
  const shown = useShown(acts, (all) => all)
  const { text, outcome } = shown
  const meant = text || shown.asked
  const found = useSearch(register.sessionId, meant, register)
  useTypeAnywhere(search)
  useCountAloud(text, found)
  useSeeHits(search, text, found)
  const pendingIds = useIdsOf(shown.pending)
  const showing = meant.trim() !== ''
  const nobody = text.trim() !== '' && found.text === text && found.hits.length === 0
  const at = found.text === meant ? (shown.chosen ?? 0) : -1
  const active = found.hits[at]
  return (
    <Card className="register__find" foot={<Foot action={someoneNewAction(text, words, onSomeoneNew)} go={nobody} />}>
      <div className="register__search">
        <SearchBox
          ref={search}
          text={text}
          listId={listId}
          open={showing}
          activeId={active && hitId(listId, active)}
          onText={acts.type}
          onEnter={() => void acts.enter(found.hits)}
          onStep={(by) => acts.step(by, found.hits)}
        />
      </div>
      <OutcomeLine id={`${listId}-hint`} sessionId={register.sessionId} outcome={outcome} typing={showing} nobody={nobody} />
      <div className={showing ? 'register__list register__list--found' : 'register__list'}>
        {showing && <Results listId={listId} hits={found.hits} chosen={at} pendingIds={withBest(pendingIds, shown, found)} onPick={acts.pickHit} />}
        <div className={showing ? 'register__names register__names--aside' : 'register__names'} aria-hidden={showing || undefined}>
          <NotYetList register={register} pendingIds={pendingIds} onPick={acts.pick} askWhy={askWhy} />
        </div>
        {nobody && (
          <p className="empty">
            {words.say('register.nobody', { text })} {words.say('register.nobodyDo')}
          </p>
        )}
      </div>
    </Card>
  )
}

function useIdsOf(pending: readonly Pending[]): ReadonlySet<string> {
  return useMemo(() => new Set(pending.flatMap((one) => one.personId ?? [])), [pending])
}

/** And the first result while Enter was pressed on it and is not answered: it is who is being signed in. */
function withBest(ids: ReadonlySet<string>, { text, asked }: RegisterShown, found: Found): ReadonlySet<string> {
  const best = asked && found.text === asked && !text ? found.hits[0] : undefined
  return best ? new Set([...ids, best.personId]) : ids
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

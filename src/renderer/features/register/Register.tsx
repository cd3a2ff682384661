import { memo, useMemo, useRef } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { useEvent } from '../../ui/useEvent.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { registerActions, typingActions } from './actions.ts'
import { FindCard } from './FindCard.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { openKiosk } from './openKiosk.ts'
import type { RegisterActs } from './registerActs.ts'
import { RegisterSide } from './RegisterSide.tsx'
import { RegisterState } from './RegisterState.tsx'
import { Tiles } from './Tiles.tsx'
import { useRegisterActs, useShown } from './useRegisterActs.ts'
import { useRegisterMenu } from './useRegisterMenu.tsx'
import { useSomeoneNew } from './useSomeoneNew.tsx'
import { useWhy } from './useWhy.tsx'
import { whereAndWhen } from './whereAndWhen.ts'

/** The heart: search at the left with who is not yet here, who is here at the right. */
export function Register({ register }: { register: RegisterView }) {
  const words = useWords()
  const search = useRef<HTMLInputElement>(null)
  const toSearch = useEvent(() => search.current?.focus())
  const why = useWhy(toSearch)
  const acts = useRegisterActs(register, why.askWhy, toSearch)
  const menu = useRegisterMenu(register, toSearch)
  const someoneNew = useSomeoneNew({ register, acts, askWhy: why.askWhy, toSearch })
  const kiosk = useKiosk(register.sessionId, acts)
  const under = useMemo(() => whereAndWhen(register, words), [register, words])
  const { sessionId, counts } = register
  const closed = register.closed !== null
  const actions = useMemo(() => registerActions({ sessionId, counts, closed }, words, kiosk), [sessionId, counts, closed, words, kiosk])
  return (
    <Page className="register strong" title={register.group} under={under} actions={<Actions actions={actions} more={menu.actions} />}>
      <Tiles register={register} onCount={actions.headCount.run} />
      <RegisterState register={register} />
      <div className="register__columns">
        <FindCard register={register} acts={acts} search={search} askWhy={why.askWhy} onSomeoneNew={someoneNew.open} />
        <RegisterSide
          register={register}
          acts={acts}
          askWhy={why.askWhy}
          adding={someoneNew.dialog !== null}
          onAlong={menu.openAlong}
          onSomeoneNew={someoneNew.open}
        />
      </div>
      {why.dialog}
      {menu.dialog}
      {someoneNew.dialog}
      <Keys acts={acts} actions={actions} more={menu.actions} onSomeoneNew={someoneNew.open} toSearch={toSearch} />
    </Page>
  )
}

const Actions = memo(function Actions({ actions, more }: { actions: ReturnType<typeof registerActions>; more: readonly Action[] }) {
  return (
    <>
      <ActionButton action={actions.emergency} />
      {actions.headCount.when !== false && <ActionButton action={actions.headCount} />}
      <ActionButton action={actions.close} />
      <MoreMenu actions={[actions.kiosk, ...more]} />
    </>
  )
})

/** The keys of the register. Some do something else while a name is typed, so this alone follows the typing. */
function Keys({
  acts,
  actions,
  more,
  onSomeoneNew,
  toSearch,
}: {
  acts: RegisterActs
  actions: ReturnType<typeof registerActions>
  more: readonly Action[]
  onSomeoneNew: () => void
  toSearch: () => void
}) {
  const words = useWords()
  const text = useShown(acts, (shown) => shown.text)
  const typing = typingActions(text, words, { someoneNew: onSomeoneNew, clear: acts.clear, toSearch })
  useActions([...Object.values(actions), ...Object.values(typing), ...more])
  return null
}

/** Hands the laptop to participants, or says under the search why not. */
function useKiosk(sessionId: string, acts: RegisterActs): () => void {
  const words = useWords()
  const worker = useWorker()
  return useEvent(
    () =>
      void openKiosk(worker, sessionId).then((reason) => {
        if (reason) acts.tell({ tone: 'trouble', text: reasonInWords(reason, words) })
      }),
  )
}

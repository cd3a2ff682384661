import { memo } from 'react'
import type { RegisterView } from '../../workerLink/views.ts'
import { MustKnow } from '../../parts/MustKnow.tsx'
import { Pinned } from '../../parts/Pinned.tsx'
import { UnfinishedForms } from '../../parts/UnfinishedForms.tsx'
import { KioskRequestPanel } from './KioskRequestPanel.tsx'
import { HereList } from './HereList.tsx'
import { MaybeSame } from './MaybeSame.tsx'
import type { RegisterActs } from './registerActs.ts'
import type { AskWhy } from './registerPorts.ts'
import { Standing } from './Standing.tsx'
import { useShown } from './useRegisterActs.ts'

/** So many who are here leave room for what to know of them. */
const fewHere = 4

/** Who is here, what waits for the leader, and what to know. Not drawn again for a letter in the search. */
export const RegisterSide = memo(function RegisterSide({
  register,
  acts,
  askWhy,
  adding,
  onAlong,
  onSomeoneNew,
}: {
  register: RegisterView
  acts: RegisterActs
  askWhy: AskWhy
  /** The form of somebody new is open: what was left of it is not offered again. */
  adding: boolean
  onAlong: () => void
  onSomeoneNew: (called?: { text: string; done: () => void }) => void
}) {
  const { sessionId } = register
  const pending = useShown(acts, (shown) => shown.pending)
  return (
    <div className="register__side">
      <HereList register={register} pending={pending} acts={acts.ofRow} askWhy={askWhy} />
      <div className="register__asks">
        <KioskRequestPanel sessionId={sessionId} onAdd={(text, done) => onSomeoneNew({ text, done })} />
        <MaybeSame register={register} askWhy={askWhy} />
        <Standing register={register} onSignIn={acts.pick} onAlong={onAlong} />
        <Pinned />
        {!adding && <UnfinishedForms sessionId={sessionId} onHere={() => onSomeoneNew()} />}
      </div>
      <MustKnow sessionId={sessionId} many={register.here.length > fewHere} />
    </div>
  )
})

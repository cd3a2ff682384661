import { memo, useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { signIn } from '../../../shared/records/signIn.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'

/** What is not as with every register: it is closed, or its session was cancelled. */
export const RegisterState = memo(function RegisterState({ register }: { register: RegisterView }) {
  const [reopening, setReopening] = useState(false)
  return (
    <>
      {register.closed ? <Closed closed={register.closed} onReopen={() => setReopening(true)} /> : <Cancelled register={register} />}
      {reopening && <Reopen register={register} onClose={() => setReopening(false)} />}
    </>
  )
})

function Closed({ closed, onReopen }: { closed: NonNullable<RegisterView['closed']>; onReopen: () => void }) {
  const words = useWords()
  return (
    <Notice tone="needs">
      {words.say('register.closedAt', { time: words.time(closed.at), by: closed.by })}{' '}
      <Button look="link" className="link--inline" onClick={onReopen}>
        {words.say('register.reopen')}
      </Button>
    </Notice>
  )
}

function Cancelled({ register }: { register: RegisterView }) {
  const words = useWords()
  if (register.state === 'cancelledButAttended') return <TookPlace register={register} />
  if (register.cancelledBecause) return <Notice tone="needs">{words.say('register.cancelled', { why: register.cancelledBecause })}</Notice>
  return null
}

/** Called off at the surgery while people stood in the park: they stay, and somebody settles it (peers 3.5). */
function TookPlace({ register }: { register: RegisterView }) {
  const words = useWords()
  const worker = useWorker()
  const count = register.hereCount + register.leftCount
  const settle = (
    <Button onClick={() => void worker.run('cancelSession', { session: register.which, because: null })}>{words.say('register.tookPlace')}</Button>
  )
  return (
    <Notice tone="danger" actions={settle}>
      {words.say('register.cancelledButCame', { why: register.cancelledBecause ?? '', count })}
    </Notice>
  )
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
      title={words.say('register.reopenTitle')}
      most={longest(signIn, 'correctedBecause')}
      onWhy={reopen}
      onClose={onClose}
      says={whySays(words, { hint: words.say('register.correctHint'), does: words.say('register.reopen') })}
    />
  )
}

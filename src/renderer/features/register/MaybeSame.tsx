import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import type { AskWhy } from './registerPorts.ts'

/** Somebody new who may be on the register twice: asked, never joined by itself (peers 3.6). One head at a time. */
export function MaybeSame({ register, askWhy }: { register: RegisterView; askWhy: AskWhy }) {
  const words = useWords()
  const worker = useWorker()
  const [pair] = register.maybeSame
  if (!pair) return null
  const { other } = pair
  const [firstName, otherName] = [fullName(pair.first, words), fullName(other, words)]
  const same = async () => {
    const why = register.closed ? await askWhy(otherName) : words.say('same.because', { name: firstName })
    if (why === null) return
    const result = await worker.run('voidSignIns', { signInIds: other.signInIds, because: why })
    say(result.ok ? words.say('same.done', { name: otherName }) : reasonInWords(result.reason, words))
  }
  const two = async () => {
    const result = await worker.run('changeSession', { session: register.which, twoPeople: [...register.twoPeople, pair.pair] })
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  const actions = (
    <>
      <Button onClick={() => void same()}>{words.say('same.same')}</Button>
      <Button onClick={() => void two()}>{words.say('same.two')}</Button>
    </>
  )
  return (
    <Notice tone="needs" actions={actions}>
      {words.say('same.ask', { first: firstName, other: otherName })}
    </Notice>
  )
}

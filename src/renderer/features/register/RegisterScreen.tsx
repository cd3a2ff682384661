import './register.css'
import { useView } from '../../workerLink/useView.ts'
import { go } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/useWords.ts'
import { Register } from './Register.tsx'

/** The register of one session. */
export function RegisterScreen({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const register = useView('register', { sessionId })
  if (!register) {
    const back = <Button onClick={() => go({ at: 'today' })}>{words.say('register.toToday')}</Button>
    return <Absent answer={register} what="register" actions={back} />
  }
  return <Register register={register} />
}

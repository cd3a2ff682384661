import './register.css'
import { useView } from '../../workerLink/useView.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { Register } from './Register.tsx'

/** The register of one session. */
export function RegisterScreen({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const register = useView('register', { sessionId })
  if (register === undefined) return <Page title={words.say('common.loading')}>{null}</Page>
  if (register === null) return <Gone />
  return <Register register={register} />
}

function Gone() {
  const words = useWords()
  return (
    <Page title={words.say('register.gone')}>
      <Empty title={words.say('register.goneMore')} actions={<Button onClick={() => go({ at: 'today' })}>{words.say('register.toToday')}</Button>} />
    </Page>
  )
}

import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/useWords.ts'

/** Something of ours broke. It promises nothing of the register: here nobody has looked. @param pending as it was last told; null when nobody can say */
export function ErrorScreen({ error, pending, cleared = false }: { error: string; pending: number | null; cleared?: boolean }) {
  const words = useWords()
  return (
    <main className="alone">
      <Page title={words.say('error.title')}>
        <Notice
          tone="needs"
          urgent
          actions={
            <Button look="go" autoFocus onClick={() => window.location.reload()}>
              {words.say('error.again')}
            </Button>
          }
        >
          <p>{words.say(cleared ? 'error.cleared' : 'error.text')}</p>
          {pending !== null && <p>{words.say('error.waiting', { count: pending })}</p>}
        </Notice>
        <p className="soft small">{words.say('error.details', { error: error.slice(0, 300) })}</p>
      </Page>
    </main>
  )
}

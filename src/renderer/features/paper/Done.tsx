import type { KeyedIn } from '../../../shared/commands/paper.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** What came of it, and what becomes of the paper. */
export function Done({ done, sessionId, onAnother }: { done: KeyedIn; sessionId: string; onAnother: () => void }) {
  const words = useWords()
  const { signedIn, wereIn, newcomers, unknown } = done
  return (
    <div role="status">
      <Notice
        tone="good"
        title={words.say('keyIn.done', { signedIn, wereIn, newcomers, unknown })}
        actions={
          <>
            <Button onClick={() => go({ at: 'register', sessionId })}>{words.say('keyIn.toRegister')}</Button>
            <Button look="link" onClick={onAnother}>
              {words.say('keyIn.another')}
            </Button>
          </>
        }
      >
        {words.say('keyIn.doneMore')}
      </Notice>
    </div>
  )
}

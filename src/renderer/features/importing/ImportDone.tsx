import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { UndoImport } from '../../parts/UndoImport.tsx'

/** What an import has done, and the way to take it back. */
export function ImportDone({
  done,
  onAnother,
  onGroup,
}: {
  done: { importId: string; added: number; joined: number; filled: number }
  onAnother: () => void
  onGroup: () => void
}) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <Notice
      tone="good"
      title={words.say('import.done', { added: done.added, joined: done.joined })}
      actions={
        <>
          <Button look="go" onClick={onGroup}>
            {words.say('import.toGroup')}
          </Button>
          <Button onClick={onAnother}>{words.say('import.another')}</Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            {words.say('import.undo')}
          </Button>
        </>
      }
    >
      {done.filled > 0 && <p>{words.say('import.filled', { count: done.filled })}</p>}
      {asking && <UndoImport importId={done.importId} onClose={() => setAsking(false)} onUndone={onAnother} />}
    </Notice>
  )
}

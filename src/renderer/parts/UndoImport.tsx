import { useState } from 'react'
import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import { say } from '../state/said.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { present } from '../words/present.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

/** Takes an import back: who goes, and who stays because somebody has touched them since. */
export function UndoImport({ importId, onClose, onUndone }: { importId: string; onClose: () => void; onUndone: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const undo = useView('importUndo', { importId })
  const [error, setError] = useState<string | null>(null)
  const takeBack = async () => {
    if (!undo) return onClose()
    const { people, memberships } = undo
    const result = await worker.run('undoImport', { people, memberships, endedOn: words.dateOf(present()) })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    say(words.say('import.undone'))
    onClose()
    onUndone()
  }
  const any = undo ? undo.people.length + undo.memberships.length > 0 : false
  return (
    <Dialog
      title={words.say('import.undoTitle')}
      closeLabel={words.say('common.cancel')}
      onClose={onClose}
      foot={
        any && (
          <Button look="danger" onClick={() => void takeBack()}>
            {words.say('import.undoDo')}
          </Button>
        )
      }
    >
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      {undo === undefined && <p role="status">{words.say('common.loading')}</p>}
      {undo !== undefined && !any && <p>{words.say('import.undoNothing')}</p>}
      {undo && any && <p>{words.say('import.undoText', { people: undo.people.length, memberships: undo.memberships.length })}</p>}
      {undo && any && <p>{words.say('import.undoKept')}</p>}
      {undo && undo.touched.length > 0 && (
        <>
          <p>{words.say('import.undoStays')}</p>
          <p>
            <strong>{words.list(undo.touched.map((one) => one.name))}</strong>
          </p>
        </>
      )}
    </Dialog>
  )
}

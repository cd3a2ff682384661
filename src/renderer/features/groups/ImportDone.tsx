import { useState } from 'react'
import { useDesk } from '../../desk/link.ts'
import { useView } from '../../desk/useView.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

/** What an import has done, and the way to take it back. */
export function ImportDone({ done, onAnother, onGroup }: {
  done: { importId: string; added: number; joined: number }; onAnother: () => void; onGroup: () => void
}) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <Notice
      tone="good" title={words.say('import.done', { added: done.added, joined: done.joined })}
      actions={<>
        <Button look="go" onClick={onGroup}>{words.say('import.toGroup')}</Button>
        <Button onClick={onAnother}>{words.say('import.another')}</Button>
        <Button look="danger" onClick={() => setAsking(true)}>{words.say('import.undo')}</Button>
      </>}
    >
      {asking && <Undo importId={done.importId} onClose={() => setAsking(false)} onUndone={onAnother} />}
    </Notice>
  )
}

function Undo({ importId, onClose, onUndone }: { importId: string; onClose: () => void; onUndone: () => void }) {
  const words = useWords()
  const desk = useDesk()
  const undo = useView('importUndo', { importId })
  const [error, setError] = useState<string | null>(null)
  const takeBack = async () => {
    if (!undo) return onClose()
    const { people, memberships } = undo
    const result = await desk.run('undoImport', { people, memberships, endedOn: words.dateOf(present()) })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    say(words.say('import.undone'))
    onClose()
    onUndone()
  }
  const any = undo ? undo.people.length + undo.memberships.length > 0 : false
  return (
    <Dialog
      title={words.say('import.undoTitle')} closeLabel={words.say('common.cancel')} onClose={onClose}
      foot={any && <Button look="danger" onClick={() => void takeBack()}>{words.say('import.undoDo')}</Button>}
    >
      {error && <Notice tone="danger" urgent>{error}</Notice>}
      {undo === undefined && <p role="status">{words.say('common.loading')}</p>}
      {undo !== undefined && !any && <p>{words.say('import.undoNothing')}</p>}
      {undo && any && <p>{words.say('import.undoText', { people: undo.people.length, memberships: undo.memberships.length })}</p>}
      {undo && undo.touched.length > 0 && (
        <>
          <p>{words.say('import.undoStays')}</p>
          <p><strong>{words.list(undo.touched.map((one) => one.name))}</strong></p>
        </>
      )}
    </Dialog>
  )
}

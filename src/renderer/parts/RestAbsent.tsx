import { useWorker } from '../workerLink/link.ts'
import type { RegisterView } from '../workerLink/views.ts'
import { say } from '../state/said.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

/** Asks before everybody without a record is marked absent; says how many and whom it leaves alone (story 4). */
export function RestAbsent({ session, count, onClose }: { session: RegisterView['which']; count: number; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const mark = async () => {
    const result = await worker.run('markRestAbsent', { session })
    say(result.ok ? words.say('mark.restDone', { count: result.value.markIds.length }) : reasonInWords(result.reason, words))
    onClose()
  }
  return (
    <Dialog
      title={words.say('mark.restTitle')}
      closeLabel={words.say('common.cancel')}
      onClose={onClose}
      foot={
        count > 0 && (
          <Button look="go" autoFocus onClick={() => void mark()}>
            {words.say('mark.restDo', { count })}
          </Button>
        )
      }
    >
      <p>{words.say('mark.restText', { count })}</p>
    </Dialog>
  )
}

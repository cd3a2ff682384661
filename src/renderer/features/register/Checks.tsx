import { useRef } from 'react'
import type { Check } from '../../../shared/rules/templates.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** What to look at before a session begins (domain 10.2). Each tick is saved at once. */
export function Checks({ register, onClose }: { register: RegisterView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  // What is meant, ahead of what is drawn: a tick is drawn when it is on disk, and the next may be pressed before that.
  const meant = useRef(new Map<Check, boolean>(register.checks.map((one) => [one.check, one.done])))
  const tick = (check: Check, done: boolean) => {
    meant.current.set(check, done)
    const checked = [...meant.current].filter(([, is]) => is).map(([one]) => one)
    void worker.run('changeSession', { session: register.which, checked }).then((result) => {
      if (!result.ok) say(reasonInWords(result.reason, words))
    })
  }
  return (
    <Dialog
      title={words.say('checks.title')}
      closeLabel={words.say('common.close')}
      onClose={onClose}
      foot={
        <Button look="go" onClick={onClose}>
          {words.say('checks.done')}
        </Button>
      }
    >
      <p className="soft">{words.say('checks.hint')}</p>
      {register.checks.map(({ check, done }) => (
        <Checkbox key={check} label={words.say(`check.${check}`)} checked={done} onChange={(on) => tick(check, on)} />
      ))}
    </Dialog>
  )
}

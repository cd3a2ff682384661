import type { Check } from '../../../shared/rules/templates.ts'
import { useDesk } from '../../desk/link.ts'
import type { RegisterView } from '../../desk/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/useWords.ts'

/** What to look at before a session begins (domain 10.2). Each tick is saved at once. */
export function Checks({ register, onClose }: { register: RegisterView; onClose: () => void }) {
  const words = useWords()
  const desk = useDesk()
  const tick = (check: Check, done: boolean) => {
    const checked = register.checks.filter((one) => (one.check === check ? done : one.done)).map((one) => one.check)
    void desk.run('changeSession', { session: register.which, checked })
  }
  return (
    <Dialog
      title={words.say('checks.title')} closeLabel={words.say('common.close')} onClose={onClose}
      foot={<Button look="go" onClick={onClose}>{words.say('checks.done')}</Button>}
    >
      <p className="soft">{words.say('checks.hint')}</p>
      {register.checks.map(({ check, done }) => (
        <Checkbox key={check} label={words.say(`check.${check}`)} checked={done} onChange={(on) => tick(check, on)} />
      ))}
    </Dialog>
  )
}

import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { HereRow, RegisterView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import type { AskWhy } from './registerPorts.ts'

/** Puts a sign-in into the register where it belongs (story 4). */
export function MoveTo({ row, register, askWhy, onClose }: { row: HereRow; register: RegisterView; askWhy: AskWhy; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const others = useView('today', null)?.sessions.filter((one) => one.sessionId !== register.sessionId && one.onThisLaptop) ?? []
  const move = async (to: (typeof others)[number]) => {
    const because = register.closed || to.state === 'closed' ? await askWhy(row.name) : undefined
    if (because === null) return
    const result = await worker.run('moveSignIns', { signInIds: row.signInIds, to: to.which, ...(because ? { because } : {}) })
    say(result.ok ? words.say('register.moved', { name: row.name, group: to.group }) : reasonInWords(result.reason, words))
    onClose()
  }
  return (
    <Dialog title={words.say('register.moveTitle', { name: row.name })} closeLabel={words.say('common.cancel')} onClose={onClose}>
      {others.length === 0 && <Empty title={words.say('register.moveNone')} />}
      <ul className="rows">
        {others.map((one, at) => (
          <li key={one.sessionId}>
            <Button autoFocus={at === 0} onClick={() => void move(one)}>{`${one.group}, ${words.time(one.start)}, ${one.place}`}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

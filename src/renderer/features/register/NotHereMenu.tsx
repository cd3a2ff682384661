import type { RegisterMarkState } from '../../../shared/records/registerMark.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { NotYetRow, RegisterView } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Menu, type MenuChoice } from '../../ui/Menu.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { markInWords } from '../../words/companionsInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import type { AskWhy } from './registerPorts.ts'

/** What can be said of somebody who is not here. One menu for all rows. */
export function NotHereMenu({
  row,
  register,
  askWhy,
  shared,
}: {
  row: NotYetRow
  register: RegisterView
  askWhy: AskWhy
  shared: NonNullable<Parameters<typeof Menu>[0]['shared']>
}) {
  const words = useWords()
  const worker = useWorker()
  const name = fullName(row, words)
  const mark = async (state: RegisterMarkState | null) => {
    const because = register.closed ? await askWhy(name) : undefined
    if (because === null) return
    const result = await worker.run('markPerson', { session: register.which, personId: row.personId, state, ...(because ? { because } : {}) })
    const done = state ? words.say('mark.done', { name, mark: markInWords(state, words) }) : words.say('mark.undone', { name })
    say(result.ok ? done : reasonInWords(result.reason, words))
  }
  const states: { state: RegisterMarkState; label: string }[] = [
    { state: 'apologies', label: words.say('mark.apologiesDo') },
    { state: 'absent', label: words.say('mark.absentDo') },
    { state: 'waiting', label: words.say('mark.waitingDo') },
  ]
  const choices: MenuChoice[] = [
    ...states
      .filter(({ state }) => row.mark?.state !== state && (state !== 'waiting' || register.capacity !== null))
      .map(({ state, label }) => ({ id: state, label, run: () => void mark(state) })),
    ...(row.mark ? [{ id: 'none', label: words.say('mark.none'), run: () => void mark(null) }] : []),
    { id: 'person', label: words.say('register.openPerson'), run: () => go({ at: 'person', personId: row.personId }) },
  ]
  return <Menu label={words.say('mark.menu', { name })} choices={choices} shared={shared} />
}

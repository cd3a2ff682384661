import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { RegisterView } from '../../workerLink/views.ts'
import type { Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { useWords } from '../../words/useWords.ts'
import { CameAlong } from './CameAlong.tsx'
import { Checks } from './Checks.tsx'
import { sheetActions } from './sheetActions.ts'
import { HowSure } from '../../parts/HowSure.tsx'
import { RestAbsent } from '../../parts/RestAbsent.tsx'

type Open = 'along' | 'checks' | 'restAbsent' | 'howSure' | null

/** What stands in the register's menu, and the dialog that one of it has opened. */
export function useRegisterMenu(register: RegisterView, focus: () => void): { actions: Action[]; dialog: ReactNode; openAlong: () => void } {
  const words = useWords()
  const [open, setOpen] = useState<Open>(null)
  const close = () => {
    setOpen(null)
    requestAnimationFrame(focus)
  }
  const { sessionId, checks, cafe, closed, notRecordedCount, template, here } = register
  const offered = { cafe: cafe !== null, howSure: template === 'cafe' && here.length > 0, restAbsent: !closed && notRecordedCount > 0 }
  const done = checks.filter((one) => one.done).length
  const actions = useMemo(
    (): Action[] => [
      { id: 'register.along', label: words.say('menu.along'), key: 'F4', run: () => setOpen('along') },
      {
        id: 'register.checks',
        label: words.say(done > 0 ? 'menu.checksDone' : 'menu.checks', { done, of: checks.length }),
        key: 'F2',
        when: checks.length > 0,
        run: () => setOpen('checks'),
      },
      { id: 'register.cafe', label: words.say('menu.cafe'), key: 'Alt+C', when: offered.cafe, run: () => go({ at: 'cafe', sessionId }) },
      { id: 'register.howSure', label: words.say('menu.howSure'), when: offered.howSure, run: () => setOpen('howSure') },
      ...Object.values(sheetActions(sessionId, words)),
      { id: 'register.restAbsent', label: words.say('menu.restAbsent'), when: offered.restAbsent, run: () => setOpen('restAbsent') },
    ],
    [sessionId, words, checks.length, done, offered.cafe, offered.howSure, offered.restAbsent],
  )
  const dialog = (
    <>
      {open === 'along' && <CameAlong register={register} host={null} onClose={close} />}
      {open === 'checks' && <Checks register={register} onClose={close} />}
      {open === 'howSure' && <HowSure register={register} onClose={close} />}
      {open === 'restAbsent' && <RestAbsent session={register.which} count={notRecordedCount} onClose={close} />}
    </>
  )
  const openAlong = useCallback(() => setOpen('along'), [])
  return { actions, dialog, openAlong }
}

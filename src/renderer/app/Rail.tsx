import { Button as AriaButton, MenuTrigger, Separator } from 'react-aria-components'
import { useView } from '../workerLink/useView.ts'
import { useLook, type Theme } from '../state/look.ts'
import { go, usePlace } from '../state/place.ts'
import { isFor, ruleOf, type Place } from '../state/places.ts'
import { useSaid } from '../state/said.ts'
import { Menu, MenuOneOf } from '../ui/Menu.tsx'
import type { MessageId } from '../words/en.ts'
import { useWords } from '../words/useWords.ts'
import { StatusBox } from './StatusBox.tsx'

/**
 * The buttons of the rail, for whoever may go where they lead (`roles` of the place). Which places stand under each is said in
 * shared/ipc/places.ts.
 */
const buttons = {
  myDay: { label: 'nav.myDay', place: { at: 'myDay' } },
  today: { label: 'nav.today', place: { at: 'today' } },
  cases: { label: 'nav.cases', place: { at: 'cases', ownerId: null } },
  people: { label: 'nav.people', place: { at: 'people' } },
  groups: { label: 'nav.groups', place: { at: 'groups' } },
  directory: { label: 'nav.directory', place: { at: 'directory' } },
  team: { label: 'nav.team', place: { at: 'team' } },
  surgery: { label: 'nav.surgery', place: { at: 'surgery' } },
} as const satisfies Record<ReturnType<typeof ruleOf>['rail'], { label: MessageId; place: Place }>

/** The places, the state of saving and sending, and who is signed in. */
export function Rail({ onLock, onKeys, onWorry }: { onLock: () => void; onKeys: () => void; onWorry: () => void }) {
  const words = useWords()
  const said = useSaid()
  return (
    <header className="rail">
      <div className="rail__name">{words.say('app.name')}</div>
      <Places />
      <div className="rail__foot">
        {said.shown && <p className="rail__said">{said.text}</p>}
        <StatusBox />
        <div className="rail__me">
          <Me onKeys={onKeys} onWorry={onWorry} />
          <button type="button" className="rail__button rail__button--lock" onClick={onLock}>
            {words.say('rail.lock')}
          </button>
        </div>
      </div>
    </header>
  )
}

function Places() {
  const words = useWords()
  const at = usePlace((state) => state.place.at)
  const status = useView('status', null)
  const role = useView('me', null)?.role
  const waiting = (status?.pending ?? 0) + (status?.held ?? 0)
  return (
    <nav className="rail__places" aria-label={words.say('nav.label')}>
      {Object.entries(buttons).map(([name, { label, place }]) => {
        if (!isFor(place, role)) return null
        const counts = name === 'surgery' && waiting > 0
        return (
          <button
            key={label}
            type="button"
            className="rail__place"
            aria-current={ruleOf(at).rail === name ? 'page' : undefined}
            aria-label={counts ? words.say('nav.surgeryWaiting', { count: words.number(waiting) }) : undefined}
            onClick={() => go(place)}
          >
            {words.say(label)}
            {counts && (
              <>
                {' '}
                <span className="rail__count" aria-hidden="true">
                  {words.number(waiting)}
                </span>
              </>
            )}
          </button>
        )
      })}
    </nav>
  )
}

const themes: { id: Theme; label: MessageId }[] = [
  { id: 'auto', label: 'look.auto' },
  { id: 'light', label: 'look.light' },
  { id: 'dark', label: 'look.dark' },
  { id: 'sun', label: 'look.sun' },
]

function Me({ onKeys, onWorry }: { onKeys: () => void; onWorry: () => void }) {
  const words = useWords()
  const me = useView('me', null)
  const { theme, choose } = useLook()
  const label = words.say('rail.look')
  return (
    <MenuTrigger>
      <AriaButton className="rail__button" aria-label={`${me?.name ?? ''}: ${label}`}>
        {me?.name ?? label} <span aria-hidden="true">▾</span>
      </AriaButton>
      <Menu
        label={label}
        choices={[
          { id: 'keys', label: words.say('look.keys'), keyLabel: 'F1', run: onKeys },
          { id: 'worry', label: words.say('concern.do'), keyLabel: 'F6', run: onWorry },
        ]}
      >
        <Separator className="menu__line" />
        <MenuOneOf
          title={words.say('look.theme')}
          value={theme}
          onChoose={choose}
          choices={themes.map((one) => ({ id: one.id, label: words.say(one.label) }))}
        />
      </Menu>
    </MenuTrigger>
  )
}

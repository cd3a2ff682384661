import { Button as AriaButton, MenuTrigger } from 'react-aria-components'
import type { Action } from '../../state/actions.ts'
import { Dots } from '../../ui/Dots.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { printedKey } from '../../ui/printedKey.ts'
import { useWords } from '../../words/useWords.ts'

/** Everything of a session that is not asked for at the gate. Keys work without opening it. */
export function MoreMenu({ actions }: { actions: readonly Action[] }) {
  const words = useWords()
  const choices = actions.filter((one) => one.when !== false).map(({ id, label, key, run }) => ({ id, label, keyLabel: key && printedKey(key), run }))
  return (
    <MenuTrigger>
      <AriaButton className="button button--dots" aria-label={words.say('menu.more')}>
        <Dots />
      </AriaButton>
      <Menu label={words.say('menu.moreTitle')} choices={choices} />
    </MenuTrigger>
  )
}

import { useEffect, useRef, useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { Key } from './Key.tsx'

export interface MenuChoice {
  id: string
  label: string
  keyLabel?: string | undefined
  run: () => void
}

/**
 * What opens below a menu button: inside React Aria's MenuTrigger, or told its trigger when many buttons share one menu.
 */
export function Menu({
  label,
  choices,
  children,
  shared,
}: {
  label: string
  choices?: readonly MenuChoice[]
  children?: ReactNode
  shared?: { trigger: RefObject<Element | null>; onClose: () => void }
}) {
  const own = shared
    ? { 'aria-label': label, isOpen: true, triggerRef: shared.trigger, onOpenChange: (open: boolean) => !open && shared.onClose() }
    : {}
  const menu = useFirstEntry(shared !== undefined)
  const low = useSyncExternalStore(whenHeightChanges, isLow)
  return (
    <Popover className="popover" placement={low ? 'start top' : 'bottom end'} {...own}>
      <AriaMenu ref={menu} className="menu" aria-label={label} {...(shared ? { autoFocus: 'first' as const } : {})}>
        {choices?.map((choice) => (
          <Choice key={choice.id} choice={choice} onClose={shared?.onClose} />
        ))}
        {children}
      </AriaMenu>
    </Popover>
  )
}

/** With twice the text a window has no height above or below a button: the menu stands beside it, as high as the window. */
const low = '(max-height: 36em)'

function isLow(): boolean {
  return window.matchMedia(low).matches
}

function whenHeightChanges(tell: () => void): () => void {
  const query = window.matchMedia(low)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/**
 * Gives the first entry the focus. React Aria does so for a button of its own; of ours it takes a press of Enter for one of a
 * screen reader, waits, and then leaves the focus on the box around the entries, where no arrow key is heard.
 */
function useFirstEntry(on: boolean): RefObject<HTMLDivElement | null> {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!on) return
    const drawn = requestAnimationFrame(() => menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus())
    return () => cancelAnimationFrame(drawn)
  }, [on])
  return menu
}

function Choice({ choice, onClose }: { choice: MenuChoice; onClose?: (() => void) | undefined }) {
  const run = () => {
    onClose?.()
    choice.run()
  }
  return (
    <MenuItem className="menu__item" id={choice.id} textValue={choice.label} onAction={run}>
      <span>{choice.label}</span>
      {choice.keyLabel && <Key aria-hidden>{choice.keyLabel}</Key>}
    </MenuItem>
  )
}

/** A part of a menu in which exactly one is chosen. */
export function MenuOneOf<Value extends string>({
  title,
  value,
  choices,
  onChoose,
}: {
  title: string
  value: Value
  choices: readonly { id: Value; label: string }[]
  onChoose: (value: Value) => void
}) {
  const choose = (keys: 'all' | Set<string | number>) => {
    const [first] = keys === 'all' ? [] : keys
    if (first !== undefined) onChoose(first as Value)
  }
  return (
    <MenuSection selectionMode="single" selectedKeys={[value]} disallowEmptySelection onSelectionChange={choose}>
      <Header className="menu__title">{title}</Header>
      {choices.map((choice) => (
        <MenuItem key={choice.id} className="menu__item" id={choice.id} textValue={choice.label}>
          {({ isSelected }) => (
            <>
              <span>{choice.label}</span>
              <span className="menu__check" aria-hidden="true">
                {isSelected ? '✓' : ''}
              </span>
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

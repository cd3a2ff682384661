import { Button, type ButtonProps } from './Button.tsx'
import { printedKey } from './printedKey.ts'

/** What a button needs of an action. */
export interface Pressable {
  label: string
  key?: string
  when?: boolean
  run: () => void
}

/** The button of an action, with its key on it. */
export function ActionButton({ action, ...rest }: { action: Pressable } & Omit<ButtonProps, 'onClick' | 'children'>) {
  const keyLabel = action.key === undefined ? undefined : printedKey(action.key)
  return (
    <Button {...rest} keyLabel={keyLabel} off={action.when === false} onClick={action.run}>
      {action.label}
    </Button>
  )
}

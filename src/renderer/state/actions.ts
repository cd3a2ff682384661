import { useId, useLayoutEffect } from 'react'
import { create } from 'zustand'

/** A key, as a keyboard event says it: "F9", "Escape", "Enter", "Ctrl+K". */
export type KeyName = string

/** One thing a person can do: one object feeds its button, its key and the F1 sheet. */
export interface Action {
  id: string
  label: string
  key?: KeyName
  /** Another key for the same, where a browser keeps the first for itself. */
  also?: KeyName
  /** Whether it can be done now. */
  when?: boolean
  run: () => void
}

export interface Scope {
  /** everywhere: offered on every screen. */
  everywhere: boolean
  actions: readonly Action[]
}

interface ActionState {
  scopes: Record<string, Scope>
}

/** What can be done at this moment, by the parts of the screen that offer it. */
export const useActionScopes = create<ActionState>(() => ({ scopes: {} }))

/** Offers actions while this part of the screen is there: from its first drawing on, or a key pressed in that moment would be lost. */
export function useActions(actions: readonly Action[], everywhere = false): void {
  const id = useId()
  useLayoutEffect(() => {
    useActionScopes.setState(({ scopes }) => ({ scopes: { ...scopes, [id]: { everywhere, actions } } }))
  })
  useLayoutEffect(
    () => () => {
      useActionScopes.setState(({ scopes }) => {
        const { [id]: _gone, ...rest } = scopes
        return { scopes: rest }
      })
    },
    [id],
  )
}

/** The actions that can be done now. */
export function actionsNow(scopes: Record<string, Scope>): Action[] {
  return Object.values(scopes)
    .flatMap((scope) => scope.actions)
    .filter((action) => action.when !== false)
}

/** The one action of a key, or null. Two are a mistake of ours, and neither is done: better nothing than the wrong thing. */
export function actionFor(key: KeyName, actions: readonly Action[]): Action | null {
  const matches = actions.filter((action) => action.key === key || action.also === key)
  if (matches.length > 1) throw new Error(`two actions for ${key}: ${matches.map((action) => action.id).join(', ')}`)
  return matches[0] ?? null
}

/** The name of a key press: "Ctrl+K". Cmd on a Mac counts as Ctrl. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): KeyName {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '']
  return [...held.filter(Boolean), key].join('+')
}

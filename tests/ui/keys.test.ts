import { expect, test } from 'vitest'
import { actionFor, actionsNow, keyOf, type Action } from '../../src/renderer/state/actions.ts'
import { printedKey } from '../../src/renderer/ui/printedKey.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })
const action = (id: string, key: string, more: Partial<Action> = {}): Action => ({ id, label: id, key, run: () => undefined, ...more })

test('a key press has one name', () => {
  expect(press('F9')).toBe('F9')
  expect(press('k', { ctrlKey: true })).toBe('Ctrl+K')
  expect(press('K', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+K')
  expect(press('z', { metaKey: true })).toBe('Ctrl+Z')
  expect(press('Escape')).toBe('Escape')
})

test('a key finds its one action, by either of its keys', () => {
  const all = [action('count', 'F9'), action('new', 'Ctrl+N', { also: 'Alt+N' })]
  expect(actionFor('F9', all)?.id).toBe('count')
  expect(actionFor('Alt+N', all)?.id).toBe('new')
  expect(actionFor('F2', all)).toBeNull()
})

test('two actions for one key are refused, and neither is done', () => {
  expect(() => actionFor('F9', [action('count', 'F9'), action('fly', 'F9')])).toThrow('count, fly')
})

test('an action that cannot be done now does not answer to its key', () => {
  const scopes = { a: { everywhere: false, actions: [action('clear', 'Escape', { when: true }), action('back', 'Escape', { when: false })] } }
  expect(actionFor('Escape', actionsNow(scopes))?.id).toBe('clear')
})

test('keys are printed as they stand on the keyboard', () => {
  expect([printedKey('Ctrl+N'), printedKey('Escape'), printedKey('F8')]).toEqual(['Ctrl N', 'Esc', 'F8'])
})

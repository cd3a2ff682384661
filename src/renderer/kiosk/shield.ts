/** Keys that a name needs; everything else that a browser would act on is refused. */
const editing = [
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Tab',
  'Enter',
  'Escape',
  'Shift',
  'Dead',
  'Compose',
  'Process',
]

/**
 * Takes from this page what leads out of it or brings anything in: menus, dragging, printing, reloading, zooming, the
 * clipboard (which may hold what the leader copied). The window around it refuses the same once more (main/kiosk.ts); in a
 * browser some keys cannot be refused by a page, and lead to the lock screen (README).
 */
export function shield(window: Window): void {
  const refuse = (event: Event) => event.preventDefault()
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'paste', 'copy', 'cut', 'auxclick'] as const) {
    window.addEventListener(name, refuse, { capture: true })
  }
  window.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault()
    },
    { capture: true, passive: false },
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (!mayPass(event) || (event.key === 'Enter' && event.repeat)) event.preventDefault() // a key held down says yes once
    },
    { capture: true },
  )
}

/** Letters, and the keys of writing. AltGr writes letters in many languages and counts as Ctrl and Alt on Windows. */
export function mayPass(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>): boolean {
  const letter = [...event.key].length === 1
  if (event.getModifierState('AltGraph')) return letter
  if (event.ctrlKey || event.metaKey) return false
  if (event.altKey) return letter && /[^\x20-\x7e]/.test(event.key) // Option on a Mac writes ł, Alt+P opens menus
  return letter || editing.includes(event.key) || event.key.startsWith('Alt')
}

/**
 * Whether a dialog or menu lies over the screen: then keys and letters are its own. They all stand beside the app in the
 * page; the thousands of elements of a long list are not looked through at each key.
 */
export function isOverlaid(): boolean {
  return [...document.body.children].some(
    (beside) => beside.id !== 'root' && beside.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]'),
  )
}

/** Whether this element takes letters itself. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Whether Enter and the space bar do something on this element. */
export function takesEnter(target: EventTarget | null): boolean {
  return takesLetters(target) || (target instanceof HTMLElement && target.closest('button, a, summary, [role="option"]') !== null)
}

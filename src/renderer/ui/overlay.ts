/** Whether a dialog or menu lies over the screen: then keys and letters are its own. */
export function isOverlaid(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
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

/**
 * Gives the focus, and moves the page only where what has it would lie outside of the window: by itself a browser puts it into the middle,
 * and the head of the page is gone. @param field null when it is not drawn
 */
export function focusInView(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'nearest' })
}

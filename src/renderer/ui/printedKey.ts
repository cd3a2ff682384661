/** A key as it is printed on the keyboard: "Ctrl N", "Esc", "F9". */
export function printedKey(key: string): string {
  return key
    .split('+')
    .map((part) => (part === 'Escape' ? 'Esc' : part))
    .join(' ')
}

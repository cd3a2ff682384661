/** A well-formed id that can be read: uuid(1, 7) is the seventh person. */
export function uuid(kind: number, number: number): string {
  return `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`
}

/** What is still to be written: text as it is, or a value. */
type Part = { text: string } | { value: unknown }

/**
 * JSON of a value that is nested deeper than the stack of `JSON.stringify`. It came as JSON, so it has no cycle and no value that
 * JSON does not know.
 */
export function deepText(whole: unknown): string {
  const written: string[] = []
  const open: Part[] = [{ value: whole }]
  for (let part = open.pop(); part; part = open.pop()) {
    if ('text' in part) written.push(part.text)
    else if (typeof part.value === 'object' && part.value !== null) for (const inner of partsOf(part.value).reverse()) open.push(inner) // not spread: a list may be longer than a call takes
    else written.push(JSON.stringify(part.value) ?? 'null')
  }
  return written.join('')
}

function partsOf(value: object): Part[] {
  const isList = Array.isArray(value)
  const inner = Object.entries(value).flatMap(([key, one], at): Part[] => [
    { text: `${at > 0 ? ',' : ''}${isList ? '' : `${JSON.stringify(key)}:`}` },
    { value: one },
  ])
  return [{ text: isList ? '[' : '{' }, ...inner, { text: isList ? ']' : '}' }]
}

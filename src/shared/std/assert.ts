/** Returns the value, or throws where a missing one is impossible. @param what names the thing in the error */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`impossible: no ${what}`)
  return value
}

/** Makes an exhaustive switch fail to compile when a case is forgotten. */
export function assertNever(value: never): never {
  throw new Error(`impossible: ${JSON.stringify(value)}`)
}

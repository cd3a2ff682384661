/** Pence of what is typed in pounds; null where nothing is typed, undefined where it is no sum. */
export function penceOf(pounds: string): number | null | undefined {
  const text = pounds.replace('£', '').trim()
  if (text === '') return null
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text)) return undefined
  const pence = Math.round(Number(text) * 100)
  return pence <= 100_000 ? pence : undefined
}

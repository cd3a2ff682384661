export interface CostOption {
  option?: string | null
  amount?: number | null
  amount_description?: string | null
}

/** Pence for one visit are kept up to so many; a sum above it stands in words alone. */
const mostPence = 100_000

/** What it costs: free where the feed says so in as many words or in sums of nothing; else the lowest sum, and all of it in words. */
export function costOf(fees: string, options: readonly CostOption[]): { free: boolean | null; pence: number | null; costWords: string } {
  const sums = options.flatMap(({ amount }) => (typeof amount === 'number' && amount >= 0 ? [Math.round(amount * 100)] : []))
  const least = sums.length > 0 ? Math.min(...sums) : null
  const saysFree = /^\s*(free|no (charge|cost|fee)|none)\b/i.test(fees)
  const free = sums.some((sum) => sum > 0) ? false : saysFree || sums.length > 0 ? true : null
  return {
    free,
    pence: free === false && least !== null && least <= mostPence ? least : null,
    costWords: [fees.trim(), ...options.map(optionInWords)].filter(Boolean).join('; '),
  }
}

/** "Under 18s: £35 per 1 hour session" */
function optionInWords({ option, amount, amount_description: more }: CostOption): string {
  const sum = typeof amount === 'number' ? `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}` : ''
  const cost = [sum, more?.trim()].filter(Boolean).join(' ')
  return [option?.trim(), cost].filter(Boolean).join(': ')
}

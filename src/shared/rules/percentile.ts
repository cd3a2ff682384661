/**
 * So much of these lie at or under it, between two of them in proportion (as PostgreSQL's percentile_cont). One decimal; null of none.
 * @param part 0.5 is the median
 */
export function percentile(values: readonly number[], part: number): number | null {
  const inOrder = [...values].sort((a, b) => a - b)
  const at = part * (inOrder.length - 1)
  const [low, high] = [inOrder[Math.floor(at)], inOrder[Math.ceil(at)]]
  if (low === undefined || high === undefined) return null
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 10) / 10
}

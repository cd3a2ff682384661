/**
 * Student's t: how much of it lies between -t and t. The finite sums for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and
 * 26.7.4). @param df degrees of freedom, 1 or more
 */
export function withinT(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df))
  const odd = df % 2 === 1
  const square = Math.cos(angle) ** 2
  let term = odd ? Math.cos(angle) : 1
  let sum = df === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= (square * (k - 1)) / k
    sum += term
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}

/** The t between which and its opposite so much of the distribution lies: 2.262 for 9 degrees of freedom and 0.95. Halved until it stands still. */
export function tFor(df: number, within = 0.95): number {
  let [low, high] = [0, 1]
  while (withinT(high, df) < within) high *= 2
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (withinT(middle, df) < within) low = middle
    else high = middle
  }
  return (low + high) / 2
}

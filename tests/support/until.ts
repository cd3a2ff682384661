/** Long enough for a machine that ten others share; a wait that is over sooner costs nothing. */
const usualPatienceMs = 15_000
/** The same for `vi.waitFor`. */
export const patience = { timeout: usualPatienceMs }

/**
 * Looks again and again until something holds. Throws where it never does, so that a test says what was waited for, and
 * no slow machine fails it.
 * @param patienceMs longer for what takes seconds when nobody else is there
 */
export async function until(holds: () => unknown, what = String(holds), patienceMs = usualPatienceMs): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}

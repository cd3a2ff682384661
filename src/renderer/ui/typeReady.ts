/** As long as the first drawing waits for its letters. They come from this laptop's disk: some milliseconds. */
const longestMs = 1000

/** A family of letters, and one letter of each of its files. */
type Letters = readonly [family: string, letters: string]

const latin: Letters = ['Atkinson Hyperlegible Next Variable', 'aā']

/**
 * Answers when the app's letters are there. Drawn before, a screen stands in other letters, whose widths break its lines
 * elsewhere, and everything under them would jump when a hand is already at it.
 * @param more letters of other scripts
 */
export async function typeReady(more: readonly Letters[] = []): Promise<void> {
  const loading = [latin, ...more].map(([family, letters]) => document.fonts.load(`1em "${family}"`, letters))
  await Promise.race([
    Promise.allSettled(loading),
    new Promise((resolve) => {
      setTimeout(resolve, longestMs)
    }),
  ])
}

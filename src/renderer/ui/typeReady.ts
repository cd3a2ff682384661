/** As long as the first drawing waits for its letters. They come from this laptop's disk: some milliseconds. */
const longestMs = 1000

/**
 * Answers when the app's letters are there. Drawn before, a screen stands in other letters, whose widths break its lines
 * elsewhere, and everything under them would jump when a hand is already at it.
 */
export async function typeReady(): Promise<void> {
  const letters = document.fonts.load('1em "Atkinson Hyperlegible Next Variable"', 'aā') // one of each file
  await Promise.race([letters.catch(() => []), new Promise((resolve) => { setTimeout(resolve, longestMs) })])
}

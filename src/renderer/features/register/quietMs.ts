/**
 * How long a drawing waits for the disk. Nobody sees it; and of two cores the screen would take one from the sign-in that it
 * is about. Milliseconds.
 */
export const quietMs = 25

/**
 * All sessions happen here, whatever zone the laptop is set to. The same word stands in shared/std/dates.ts, which brings a
 * calendar library with it that the window does not need.
 */
export const zone = 'Europe/London'

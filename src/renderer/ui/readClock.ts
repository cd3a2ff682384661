/** "1030", "10.30", "9:05" and "9" as a time on the wall; null when it is none. */
export function readClock(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(text.trim())
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

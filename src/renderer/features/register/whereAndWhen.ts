import type { RegisterView } from '../../workerLink/views.ts'
import type { Words } from '../../words/useWords.ts'

/** "Riversley Park, bandstand · Thu 22 October, 10:30 to 12:00" */
export function whereAndWhen(register: RegisterView, words: Words): string {
  const place = [register.place, register.meetingPoint].filter(Boolean).join(', ')
  return words.say('register.whereWhen', {
    place,
    day: words.shortDay(register.date),
    start: words.time(register.start),
    end: words.time(register.end),
  })
}

import type { SessionWords } from './en.ts'

/** Polish. */
export const pl: SessionWords = {
  title: (team) => `Grupy i spotkania: ${team}`,
  intro: 'O te grupy może zapytać każdy. Zajrzyj tutaj przed wyjściem: spotkanie może zostać odwołane tego samego dnia.',
  calendar: 'Dodaj te spotkania do kalendarza',
  calendarNav: 'Kalendarz',
  none: 'W tej chwili nie ma ogłoszonych grup.',
  organiser: 'Prowadzi',
  where: 'Gdzie',
  cost: 'Koszt',
  contact: 'Kontakt',
  free: 'Bezpłatnie',
  next: 'Najbliższe spotkania',
  noDates: 'Nie zaplanowano spotkań.',
  closed: 'Ta grupa teraz się nie spotyka.',
  closedUntil: (day) => `Ta grupa nie spotyka się do: ${day}.`,
  when: (day, start, end) => `${day}, ${start}${end && `–${end}`}`,
  moved: 'w innym miejscu: zapytaj przed wyjściem',
  movedTo: (place) => `w innym miejscu: ${place}`,
  cancelled: {
    weather: 'Odwołane z powodu pogody',
    heat: 'Odwołane z powodu upału',
    venueShut: 'Odwołane, bo miejsce jest zamknięte',
    other: 'Odwołane',
  },
  ownWords: 'Opisy grup są po angielsku.',
}

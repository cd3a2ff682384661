/** Invented people: 120 with names of their own, so that a few letters name one. Phones from Ofcom's drama range. */
const given = [
  'Ada',
  'Bram',
  'Celia',
  'Dilys',
  'Edwin',
  'Freya',
  'Gethin',
  'Hilda',
  'Imran',
  'Jolanta',
  'Kofi',
  'Lorna',
  'Mabel',
  'Nadia',
  'Oskar',
  'Priti',
  'Quentin',
  'Rashid',
  'Saoirse',
  'Tomasz',
  'Ursula',
  'Vikram',
  'Wilma',
  'Xenia',
  'Yusuf',
  'Zelda',
  'Ffion',
  'Łucja',
  'Ángel',
  'Noor',
]
const family = ['Appleyard', 'Bielski', 'Chaudhry', 'Draycott']

export interface Invented {
  given: string
  family: string
  name: string
  phone: string
}

/** The members of a spreadsheet, 120 of them. */
export const members: Invented[] = family.flatMap((last, row) =>
  given.map((first, at) => ({ given: first, family: last, name: `${first} ${last}`, phone: `01632 960${String(100 + row * 30 + at)}` })),
)

/** The spreadsheet, with what real ones have: a quoted comma, a line that cannot be read, an empty line, a double. */
export function spreadsheet(people: readonly Invented[]): string {
  const lines = people.map(
    (one, at) => `${one.given},${one.family},${at % 7 === 0 ? '' : `${1 + (at % 28)}/0${1 + (at % 9)}/19${40 + (at % 50)}`},${one.phone},"CV11 5TW"`,
  )
  return ['First name,Surname,DOB,Mobile,Postcode', ...lines, '"Nobody, at all",Wrongdate,31/02/1950,,', '', lines[3]].join('\r\n')
}

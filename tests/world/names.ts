/** Invented people, as in the design pictures. */
export const hereNames = [
  'Derek Holloway', 'Ivy Pemberton', 'Gurpreet Sandhu', 'Kasia Wrona', 'Ruth Adeyemi', 'Stan Whitmore', 'Joan Farrier', 'Bill Farrier',
  'Mavis Oakes', 'Abdul Karim', 'Jean Bostock', 'Norman Peel', 'Halina Zając', 'Yvonne Carr', 'Roy Bennett', 'Usha Patel', 'Maureen Quirke',
]
export const notYetNames = [
  'Margaret Ellison', 'Pat Lomas', 'Harjit Gill', 'Brenda Stokes', 'Colin Bayliss', 'Agnieszka Nowak', 'Malik Rahman', 'Dot Marlow',
  'Trevor Hines', 'Sheila Oduya', 'Len Cartwright', 'Nasreen Akhtar', 'Wendy Pryce', 'Frank Tolley', 'Edith Marsh', 'Ravi Chauhan',
  'Gloria Penhaligon-Fotheringham of Attleborough', 'Sid Orton', 'Chinwe Okafor', 'Barbara Twigger', 'Mohammed Siddiqui', 'Ann Liggins', 'Pearl Osei',
]
const given = ['Alan', 'Beryl', 'Carol', 'Dennis', 'Eileen', 'Farah', 'Geoff', 'Hilda', 'Imran', 'Joyce', 'Keith', 'Lorna', 'Maria', 'Nigel', 'Olive', 'Parveen']
const family = ['Abbott', 'Brindley', 'Clews', 'Dhillon', 'Evans', 'Fowkes', 'Gutteridge', 'Hussain', 'Ireson', 'Jephcott', 'Kaur', 'Lapworth', 'Mistry', 'Nuttall']

/** As many invented names as one likes. */
export function manyNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${given[at % given.length]} ${family[Math.floor(at / given.length) % family.length]}${at >= 224 ? ` ${Math.floor(at / 224)}` : ''}`)
}

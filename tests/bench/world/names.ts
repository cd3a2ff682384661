import { between, oneOf, type Chance } from '../../../src/server/sample/random.ts'

/** Given names of several origins, the more common first. All people here are invented. */
const given = `Margaret John Susan David Mary Peter Patricia Michael Jean Robert Joan Alan Maureen Brian Sheila William Pauline Colin Brenda
Roy Dorothy Keith Eileen Dennis Doreen Derek Janet Trevor Barbara Graham Christine Stephen Linda Raymond Carol Malcolm Sandra Norman
Mohammed Agnieszka Priya Imran Kasia Gurpreet Nasreen Harjit Farah Tomasz Siân Zoë Chinwe Abdul Usha Sunita Ewa Malik Parveen Ravi
Halina Bronisława Łukasz Grace Ivy Olive Edith Mavis Gloria Pearl Frank Stan Sid Len Bill Trevor Wendy Yvonne Nigel Geoffrey Beryl
Hilda Joyce Lorna Maria Anne-Marie Jean-Luc Bronwen Aoife Niamh Siobhan Eoghan Rhys Gareth Angharad Ifan Fatima Aisha Yusuf Ibrahim
Khadija Zainab Hussein Omar Layla Samira Deepak Anjali Rajesh Lakshmi Meera Arjun Vikram Nisha Manpreet Simran Balwinder Oluwaseun
Adaeze Emeka Ngozi Kwame Abena Yaw Efua Thanh Linh Minh Huong Wei Mei Ling Hao Jing Piotr Katarzyna Małgorzata Zbigniew Andrzej
Svetlana Olena Dmytro Iryna Ioana Mihai Andrei Elena Ana Luís João Inês Conceição Björn Åsa Søren Jørgen Françoise René Hélène`.split(/\s+/)

/** Family names, the more common first. */
const family = `Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall
Wood Jackson Clarke Khan Hussain Ali Ahmed Begum Singh Kaur Nowak Kowalski Kowalczyk Wiśniewska Zając Wójcik O'Brien O'Connor O'Neill
Murphy Kelly McCarthy MacDonald Campbell Stewart Ap-Rhys Llewellyn Pritchard Gruffydd Okafor Adeyemi Osei Mensah Nguyen Tran Pham Chen
Wang Li Zhang Wong Papadopoulos Müller Schröder Dvořák Novák Petrović Kovačević García Fernández Silva Sousa Costa Rossi Bianchi
Holloway Pemberton Sandhu Wrona Whitmore Farrier Oakes Karim Bostock Peel Carr Bennett Quirke Ellison Lomas Gill Stokes Bayliss
Rahman Marlow Hines Oduya Cartwright Akhtar Pryce Tolley Marsh Chauhan Orton Twigger Siddiqui Liggins Abbott Brindley Clews Dhillon
Fowkes Gutteridge Ireson Jephcott Lapworth Mistry Nuttall Smith-Jones Patel-Shah Fotheringham Attleborough Ravenscroft Thistlethwaite`.split(/\s+/)

const heads =
  'Ash Black Brad Brock Burn Cald Clay Cran Dal Den East Elder Fair Farn Glad Green Hart Hazel Hol Kings Lang Lock Mar Mill Nor Oak Pen Rad Red Sed Stan Thorn Tun Wal West Win Wood Yar'.split(
    ' ',
  )
const middles = 'a e ing er en is al el on an or '.split(' ')
const tails = 'ton ley ford worth field ham by combe well wick bridge shaw thorpe stead more land croft den gate burn'.split(' ')

/** A given name; the front of the list comes more often, as it does in a town. */
export function givenName(chance: Chance): string {
  return front(chance, given)
}

/** A family name. Half are common ones, the others as rare as a town's long tail: 50,000 people have thousands of them. */
export function familyName(chance: Chance): string {
  if (chance() < 0.5) return front(chance, family)
  return `${oneOf(chance, heads)}${oneOf(chance, middles)}${oneOf(chance, tails)}`
}

function front(chance: Chance, names: readonly string[]): string {
  return names[Math.floor(names.length * chance() ** 2)] as string
}

/** A number in 01632, an area code that Ofcom gives to nobody: never rung, and different for everyone. */
export function phoneNumber(chance: Chance): string {
  const digits = String(between(chance, 0, 999_999)).padStart(6, '0')
  return chance() < 0.5 ? `01632 ${digits}` : `01632 ${digits.slice(0, 3)} ${digits.slice(3)}`
}

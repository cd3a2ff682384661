import { tidyPhone } from '../rules/contactDetails.ts'

/** Who to ring, as a cell says it. `phone` is empty where the cell has no number. */
export interface ReadContact {
  name: string
  relationship?: string
  phone: string
}

/** A number among words: six digits or more, with the signs that people put between them. */
const number = /(?<![\p{L}\d])\(?\+?\d[\d\s().\u2010-\u2015-]{4,}\d(?!\d)/gu

/** The numbers in a cell as they are written, with where each begins. */
export function numbersIn(text: string): { text: string; at: number; phone: string | null }[] {
  return [...text.matchAll(number)].map((found) => ({ text: found[0], at: found.index, phone: tidyPhone(found[0]) }))
}

/** "Susan (daughter) 07700 900382" taken apart; several people stand one behind the other, each before their number. Null: a number in it is none. */
export function contactsIn(cell: string): ReadContact[] | null {
  const numbers = numbersIn(cell)
  if (numbers.length === 0) return [{ ...whoIn(cell), phone: '' }]
  if (numbers.some((one) => one.phone === null)) return null
  const contacts: ReadContact[] = []
  let from = 0
  for (const [nth, { text, at, phone }] of numbers.entries()) {
    const end = at + text.length
    const after = nth === numbers.length - 1 ? cell.slice(end) : ''
    const who = whoIn(`${cell.slice(from, at)} ${after}`)
    contacts.push({ ...(who.name || who.relationship ? who : withoutPhone(contacts.at(-1))), phone: phone ?? '' })
    from = end
  }
  return contacts
}

/** A second number without a name is another one of the same person. */
function withoutPhone(one: ReadContact | undefined): Pick<ReadContact, 'name' | 'relationship'> {
  return { name: one?.name ?? '', ...(one?.relationship ? { relationship: one.relationship } : {}) }
}

const relations =
  'wife|husband|spouse|partner|mother|father|mum|dad|son|daughter|sister|brother|friend|neighbour|carer|niece|nephew|aunt|uncle|cousin|grandson|granddaughter|son[- ]in[- ]law|daughter[- ]in[- ]law|ex[- ]wife|ex[- ]husband'
const inBrackets = /[([]\s*([^)\]]+?)\s*[)\]]/
const behindSign = new RegExp(`(?:[,;:/\\-\u2013\u2014]\\s*|\\s)(${relations})\\s*$`, 'i')
/** What stands around names and numbers and is neither. */
const edges = /^[\s,;:/&.\u2013\u2014-]+|[\s,;:/&\u2013\u2014-]+$/g
const phoneWord = /[\s,;:/-]*\b(?:tel|telephone|phone|mobile|mob|home|no|number)\b[.:]?\s*$/i

function whoIn(text: string): Pick<ReadContact, 'name' | 'relationship'> {
  const bare = text.replace(/\s+/g, ' ').replace(edges, '').replace(phoneWord, '').replace(edges, '')
  const said = inBrackets.exec(bare) ?? behindSign.exec(bare)
  const relationship = said?.[1]?.trim()
  const name = (said ? bare.replace(said[0], ' ') : bare).replace(/\s+/g, ' ').replace(edges, '').replace(phoneWord, '')
  return { name, ...(relationship ? { relationship } : {}) }
}

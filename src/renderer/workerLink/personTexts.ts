import type { person } from '../../shared/records/person.ts'

type Fields = (typeof person)['fields']
/** Fields of a person that are a text, or not said. */
type TextField = { [Name in keyof Fields]: string extends Fields[Name]['schema']['_zod']['output'] ? Name : never }[keyof Fields]

/** A text that the page of a person types and shows in a line of its own. Its words: `edit.<field>`, `person.<field>`. */
interface Line {
  /** Two halves stand beside each other in the form. */
  half?: true
  /** An example stands below the label: `edit.<field>Hint`. */
  hint?: true
  /** Leaders see it of everybody who is here, under "Good to know". */
  toKnow?: true
}

/**
 * Every field of a person, and how their page has it. With a line here a text is told, typed and shown in this order; `byHand` is laid
 * out in EditPerson and Facts, or is no detail. A field that is not here does not compile.
 */
export const personFields = {
  givenName: 'byHand',
  familyName: 'byHand',
  knownAs: 'byHand',
  bornOn: 'byHand',
  ageBand: 'byHand',
  phone: 'byHand',
  email: 'byHand',
  nhsNumber: 'byHand',
  ethnicity: 'byHand',
  gender: 'byHand',
  language: 'byHand',
  odsCode: 'byHand',
  address: 'byHand',
  practice: 'byHand',
  alerts: 'byHand',
  photo: 'byHand',
  photoUntil: 'byHand',
  howHeard: 'byHand',
  guardian: 'byHand',
  noPhone: 'byHand',
  noFixedAbode: 'byHand',
  noContactBecause: 'byHand',
  shareWithGp: 'byHand',
  archivedOn: 'byHand',
  signInBlocked: 'byHand',
  blockedBecause: 'byHand',
  removedBecause: 'byHand',
  importId: 'byHand',
  medicine: { hint: true, toKnow: true },
  pleaseDo: { hint: true, toKnow: true },
  pleaseDont: { hint: true, toKnow: true },
  interpreter: { half: true, hint: true, toKnow: true },
  mobility: { half: true, hint: true, toKnow: true },
  accessNeeds: { hint: true, toKnow: true },
} as const satisfies { [Name in keyof Fields]: Name extends TextField ? 'byHand' | Line : 'byHand' }

type Rules = typeof personFields
/** The texts that have a line. */
export type PersonText = { [Name in keyof Rules]: Rules[Name] extends Line ? Name : never }[keyof Rules]
/** Those of them with an example below the label. */
type HintedText = { [Name in PersonText]: Rules[Name] extends { hint: true } ? Name : never }[PersonText]
/** Those of them that leaders see of everybody who is here. */
export type TextToKnow = { [Name in PersonText]: Rules[Name] extends { toKnow: true } ? Name : never }[PersonText]

export const personTexts = (Object.keys(personFields) as (keyof Rules)[]).filter((name): name is PersonText => personFields[name] !== 'byHand')
export const textsToKnow = personTexts.filter((name): name is TextToKnow => lineOf(name).toKnow === true)

/** How a text is typed and shown. */
export function lineOf(text: PersonText): Line {
  return personFields[text]
}

/** Whether an example stands below its label. */
export function isHinted(text: PersonText): text is HintedText {
  return lineOf(text).hint === true
}

/** Whether leaders see it of everybody who is here. */
export function isTextToKnow(name: string): name is TextToKnow {
  return (textsToKnow as readonly string[]).includes(name)
}

/** Something of each text. */
export function eachText<Value>(value: (text: PersonText) => Value): Record<PersonText, Value> {
  return Object.fromEntries(personTexts.map((text) => [text, value(text)])) as Record<PersonText, Value>
}

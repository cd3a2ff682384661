import { fieldsAreValid } from '../../shared/changes/entity.ts'
import { tidyPhone } from '../../shared/rules/contactDetails.ts'
import { crisisIn } from '../../shared/rules/crisis.ts'
import { isBirthDate } from '../../shared/portable/incoming.ts'
import type { Entity } from '../../shared/records/index.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import { dateSchema } from '../../shared/std/schemas.ts'
import { visible, wellFormed } from '../../shared/std/text.ts'
import type { Language, ReferWords } from './words/index.ts'

/** Every field of the page. `website` is drawn for nobody: what fills it in is a program. */
export const formFields = [
  'givenName',
  'familyName',
  'day',
  'month',
  'year',
  'phone',
  'email',
  'contactBy',
  'contactWords',
  'interpreter',
  'reason',
  'agreed',
  'website',
] as const
export type FormField = (typeof formFields)[number]
export type Typed = Record<FormField, string>

/** A sentence about a field. */
export type Problems = Partial<Record<FormField, keyof ReferWords>>

type Fields<Name extends 'person' | 'referral'> = Partial<Omit<Entity<Name>, 'id'>>

/** What was sent, read: what to write, or what is wrong. */
export interface ReadForm {
  problems: Problems
  person: Fields<'person'>
  referral: Fields<'referral'>
}

/** What was typed, and nothing else of what was sent: a field that is there twice counts once. */
export function typedIn(body: URLSearchParams): Typed {
  const read = (field: FormField) => visible(wellFormed(body.get(field) ?? '')).trim()
  return Object.fromEntries(formFields.map((field) => [field, read(field)])) as Typed
}

/** Reads the form as people fill it in: a name, one way to reach them, and that they agree. */
export function readForm(typed: Typed, language: Language, today: PlainDate): ReadForm {
  const bornOn = birthDate(typed)
  const phone = typed.phone ? tidyPhone(typed.phone) : ''
  const email = typed.email
  const person = filled({
    givenName: typed.givenName,
    familyName: typed.familyName,
    bornOn,
    phone,
    email,
    language: language.language,
    interpreter: typed.interpreter ? language.name : '',
  })
  const by = (['phone', 'text', 'email'] as const).find((one) => one === typed.contactBy)
  const referral = filled({ reason: typed.reason, contactBy: by, contactWords: typed.contactWords })
  const problems: Problems = {
    ...(typed.givenName ? {} : { givenName: 'nameMissing' }),
    ...(bornOn === null || (bornOn && !isBirthDate(bornOn, today)) ? { day: 'bornWrong' } : {}),
    ...(typed.phone || email ? {} : { phone: 'wayMissing' }),
    ...(phone === null ? { phone: 'phoneWrong' } : {}),
    ...(email && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email) ? { email: 'emailWrong' } : {}),
    ...(typed.agreed === 'yes' ? {} : { agreed: 'agreedMissing' }),
    ...tooLong(person, referral),
  }
  const urgency = crisisIn([typed.reason, typed.contactWords]).length > 0 ? 'urgent' : 'routine'
  return { problems, person, referral: { ...referral, source: 'self', agreed: 'yes', urgency, receivedOn: today } }
}

function filled<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], null | '' | undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined)) as never
}

/** "27 3 1954"; undefined where nothing was said, null where it is no date. */
function birthDate({ day, month, year }: Typed): PlainDate | null | undefined {
  if (!day && !month && !year) return undefined
  const text = [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  return dateSchema.safeParse(text).data ?? null
}

function tooLong(person: object, referral: object): Problems {
  const bad = (record: 'person' | 'referral', fields: object) =>
    Object.entries(fields).flatMap(([field, value]) => (fieldsAreValid(record, { [field]: value }) ? [] : [field]))
  const found = [...bad('person', person), ...bad('referral', referral)].filter((field): field is FormField =>
    (formFields as readonly string[]).includes(field),
  )
  return Object.fromEntries(found.map((field) => [field, 'tooLong' as const]))
}

import type { InputOf } from '../../shared/commands/index.ts'
import { longest } from '../../shared/records/longest.ts'
import { person } from '../../shared/records/person.ts'
import { tidyBirthDate, tidyPhone, tidyPostcode } from '../../shared/rules/contactDetails.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { eachText, type PersonText } from '../workerLink/personTexts.ts'
import type { PersonView } from '../workerLink/views.ts'
import type { MessageId } from '../words/en.ts'
import type { Words } from '../words/useWords.ts'

type Fields = InputOf<'editPerson'>['fields']

/** The core form as it is typed, with every text of personTexts.ts. */
export interface PersonForm extends Record<PersonText, string> {
  givenName: string
  familyName: string
  knownAs: string
  bornOn: string
  refuses: boolean
  ageBand: string
  phone: string
  email: string
  lines: string
  town: string
  postcode: string
  practice: string
  alerts: string
  photo: 'yes' | 'no' | ''
  howHeard: string
  noPhone: boolean
  noFixedAbode: boolean
  noContactBecause: string
  shareWithGp: 'yes' | 'no' | ''
  guardianName: string
  guardianPhone: string
  guardianAgreed: 'yes' | 'no' | ''
}
export type TextPart = {
  [Part in keyof PersonForm]: PersonForm[Part] extends string ? (string extends PersonForm[Part] ? Part : never) : never
}[keyof PersonForm]
export type FormErrors = Partial<Record<keyof PersonForm, MessageId>>

/** As many letters as the form of a date takes: whoever writes the month out is understood. */
const longestDate = 20
/** Alerts stand in one field, with commas between them; how many and how long is said when one leaves it. */
const longestAlerts = 500

/** How many letters a part of the form takes: as many as its field of the record keeps. */
export function longestPart(part: TextPart): number {
  switch (part) {
    case 'bornOn':
      return longestDate
    case 'alerts':
      return longestAlerts
    case 'lines':
    case 'town':
    case 'postcode':
      return longest(person, `address.${part}`)
    case 'guardianName':
      return longest(person, 'guardian.name')
    case 'guardianPhone':
      return longest(person, 'guardian.phone')
    default:
      return longest(person, part)
  }
}

/** What is known, as text to be changed. */
export function formOf(person: PersonView, words: Words): PersonForm {
  const address = person.address.value
  return {
    givenName: person.givenName,
    familyName: person.familyName ?? '',
    knownAs: person.knownAs ?? '',
    refuses: person.refusesBirthDate,
    bornOn: person.bornOn
      ? words.intl.formatDate(`${person.bornOn}T12:00:00Z`, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
      : '',
    ageBand: person.ageBand ?? '',
    phone: person.phone.value ?? '',
    email: person.email ?? '',
    lines: address?.lines ?? '',
    town: address?.town ?? '',
    postcode: address?.postcode ?? '',
    practice: person.practice ?? '',
    alerts: person.alerts.join(', '),
    photo: person.photo ?? '',
    howHeard: person.howHeard ?? '',
    ...eachText((text) => person[text] ?? ''),
    noPhone: person.noPhone,
    noFixedAbode: person.noFixedAbode,
    noContactBecause: person.noContactBecause ?? '',
    shareWithGp: person.shareWithGp ?? '',
    guardianName: person.guardian?.name ?? '',
    guardianPhone: person.guardian?.phone ?? '',
    guardianAgreed: person.guardian ? (person.guardian.agreed ? 'yes' : 'no') : '',
  }
}

/** The fields that one part of the form writes, tidied, or why they cannot be kept. */
export function writtenOf(form: PersonForm, part: keyof PersonForm, today: PlainDate): Result<Fields, MessageId> {
  switch (part) {
    case 'givenName':
      return form.givenName.trim() ? ok({ givenName: form.givenName.trim() }) : fail('edit.nameMissing')
    case 'bornOn':
      return birth(form, today)
    case 'refuses':
      return form.refuses ? ok({ bornOn: null }) : ok({})
    case 'phone':
      return phone(form)
    case 'noPhone':
      return ok({ noPhone: form.noPhone })
    case 'noFixedAbode':
      return ok({ noFixedAbode: form.noFixedAbode })
    case 'shareWithGp':
      return form.shareWithGp ? ok({ shareWithGp: form.shareWithGp }) : ok({})
    case 'guardianName':
    case 'guardianPhone':
    case 'guardianAgreed':
      return guardian(form)
    case 'lines':
    case 'town':
    case 'postcode':
      return address(form)
    case 'alerts':
      return alerts(form.alerts)
    case 'photo':
      return form.photo ? ok({ photo: form.photo }) : ok({})
    default:
      return ok({ [part]: form[part].trim() })
  }
}

function birth(form: PersonForm, today: PlainDate): Result<Fields, MessageId> {
  if (!form.bornOn.trim()) return ok({})
  const bornOn = tidyBirthDate(form.bornOn, today)
  return bornOn ? ok({ bornOn }) : fail('edit.bornUnreadable')
}

/** A number typed after all takes "no phone" away. */
function phone({ phone: text, noPhone }: PersonForm): Result<Fields, MessageId> {
  if (!text.trim()) return ok({ phone: '' })
  const tidy = tidyPhone(text)
  return tidy ? ok({ phone: tidy, ...(noPhone ? { noPhone: false } : {}) }) : fail('edit.phoneUnreadable')
}

/** Name, number and answer change together. Without a name nobody answers for them yet. */
function guardian({ guardianName, guardianPhone, guardianAgreed }: PersonForm): Result<Fields, MessageId> {
  if (!guardianName.trim()) return ok({})
  const tidy = guardianPhone.trim() ? tidyPhone(guardianPhone) : ''
  if (tidy === null) return fail('edit.phoneUnreadable')
  return ok({ guardian: { name: guardianName.trim(), phone: tidy, agreed: guardianAgreed === 'yes' } })
}

function address(form: PersonForm): Result<Fields, MessageId> {
  const postcode = form.postcode.trim() ? tidyPostcode(form.postcode) : ''
  if (postcode === null) return fail('edit.postcodeUnreadable')
  const parts = { lines: form.lines.trim(), town: form.town.trim(), postcode }
  const lives = postcode && form.noFixedAbode ? { noFixedAbode: false } : {}
  return ok({ address: Object.fromEntries(Object.entries(parts).filter(([, value]) => value)), ...lives })
}

function alerts(text: string): Result<Fields, MessageId> {
  const list = text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
  return list.length > 8 || list.some((one) => one.length > longest(person, 'alerts')) ? fail('edit.alertTooLong') : ok({ alerts: list })
}

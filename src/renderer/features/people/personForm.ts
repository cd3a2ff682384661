import type { InputOf } from '../../../shared/commands/index.ts'
import { tidyBirthDate, tidyPhone, tidyPostcode } from '../../../shared/rules/contactDetails.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import type { PersonView } from '../../desk/views.ts'
import type { MessageId } from '../../words/en.ts'
import type { Words } from '../../words/useWords.ts'

type Fields = InputOf<'editPerson'>['fields']

/** The core form as it is typed. */
export interface PersonForm {
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
}
export type TextPart = { [Part in keyof PersonForm]: PersonForm[Part] extends string ? (string extends PersonForm[Part] ? Part : never) : never }[keyof PersonForm]
export type FormErrors = Partial<Record<keyof PersonForm, MessageId>>

export const ageBands = [
  'under 18', '18 to 29', '30 to 39', '40 to 49', '50 to 59', '60 to 69', '70 to 79', '80 to 89', '90 or over',
] as const

/** What is known, as text to be changed. */
export function formOf(person: PersonView, words: Words): PersonForm {
  const address = person.address.value
  return {
    givenName: person.givenName, familyName: person.familyName ?? '', knownAs: person.knownAs ?? '', refuses: person.refusesBirthDate,
    bornOn: person.bornOn ? words.intl.formatDate(`${person.bornOn}T12:00:00Z`, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }) : '',
    ageBand: person.ageBand ?? '', phone: person.phone.value ?? '', email: person.email ?? '', lines: address?.lines ?? '', town: address?.town ?? '',
    postcode: address?.postcode ?? '', practice: person.practice ?? '', alerts: person.alerts.join(', '), photo: person.photo ?? '', howHeard: person.howHeard ?? '',
  }
}

/** The fields that one part of the form writes, tidied, or why they cannot be kept. */
export function writtenOf(form: PersonForm, part: keyof PersonForm, today: PlainDate): Result<Fields, MessageId> {
  switch (part) {
    case 'givenName': return form.givenName.trim() ? ok({ givenName: form.givenName.trim() }) : fail('edit.nameMissing')
    case 'bornOn': return birth(form, today)
    case 'refuses': return form.refuses ? ok({ bornOn: null }) : ok({})
    case 'phone': return phone(form.phone)
    case 'lines': case 'town': case 'postcode': return address(form)
    case 'alerts': return alerts(form.alerts)
    case 'photo': return form.photo ? ok({ photo: form.photo }) : ok({})
    default: return ok({ [part]: form[part].trim() })
  }
}

function birth(form: PersonForm, today: PlainDate): Result<Fields, MessageId> {
  if (!form.bornOn.trim()) return ok({})
  const bornOn = tidyBirthDate(form.bornOn, today)
  return bornOn ? ok({ bornOn }) : fail('edit.bornUnreadable')
}

function phone(text: string): Result<Fields, MessageId> {
  if (!text.trim()) return ok({ phone: '' })
  const tidy = tidyPhone(text)
  return tidy ? ok({ phone: tidy }) : fail('edit.phoneUnreadable')
}

function address(form: PersonForm): Result<Fields, MessageId> {
  const postcode = form.postcode.trim() ? tidyPostcode(form.postcode) : ''
  if (postcode === null) return fail('edit.postcodeUnreadable')
  const parts = { lines: form.lines.trim(), town: form.town.trim(), postcode }
  return ok({ address: Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) })
}

function alerts(text: string): Result<Fields, MessageId> {
  const list = text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean)
  return list.length > 8 || list.some((one) => one.length > 60) ? fail('edit.alertTooLong') : ok({ alerts: list })
}

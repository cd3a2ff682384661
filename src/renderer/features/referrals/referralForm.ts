import type { InputOf } from '../../../shared/commands/index.ts'
import { tidyBirthDate, tidyPhone, tidyPostcode } from '../../../shared/rules/contactDetails.ts'
import { tidyOds } from '../../../shared/rules/referrals.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { readNhsNumber } from '../../../shared/std/nhsNumber.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import type { MessageId } from '../../words/en.ts'

/** A referral as it is typed at the telephone. */
export interface ReferralForm {
  /** Somebody known, with their name for who reads it; empty: somebody new. */
  personId: string
  name: string
  givenName: string
  familyName: string
  phone: string
  bornOn: string
  nhsNumber: string
  lines: string
  postcode: string
  source: 'practice' | 'service' | 'self' | 'family' | 'colleague'
  from: string
  odsCode: string
  referrer: string
  referrerRole: string
  referrerContact: string
  receivedOn: string
  reason: string
  needs: string[]
  needsWords: string
  wants: string
  history: string
  urgency: 'routine' | 'soon' | 'urgent'
  agreed: 'yes' | 'no' | 'notSaid'
  contactBy: 'phone' | 'text' | 'letter' | 'email' | 'visit' | 'throughSomebody' | ''
  contactWords: string
  accessNeeds: string
  interpreter: string
  riskToPerson: string
  riskToStaff: string
}

export const emptyReferral: ReferralForm = {
  personId: '',
  name: '',
  givenName: '',
  familyName: '',
  phone: '',
  bornOn: '',
  nhsNumber: '',
  lines: '',
  postcode: '',
  source: 'practice',
  from: '',
  odsCode: '',
  referrer: '',
  referrerRole: '',
  referrerContact: '',
  receivedOn: '',
  reason: '',
  needs: [],
  needsWords: '',
  wants: '',
  history: '',
  urgency: 'routine',
  agreed: 'notSaid',
  contactBy: '',
  contactWords: '',
  accessNeeds: '',
  interpreter: '',
  riskToPerson: '',
  riskToStaff: '',
}

/** What cannot be saved, by field, with its sentence. */
export type ReferralErrors = Partial<Record<keyof ReferralForm, MessageId>>
type Input = InputOf<'addReferral'>

/** What the form says as a command takes it, or every field that cannot be saved. @param today for the day it came and the date of birth */
export function referralOf(form: ReferralForm, today: PlainDate): Result<Input, ReferralErrors> {
  const errors: ReferralErrors = {}
  const said = written(form, today, errors)
  const person = form.personId ? null : personOf(form, today, errors)
  if (Object.keys(errors).length > 0) return fail(errors)
  return ok({ ...said, ...(person ? { person } : { personId: form.personId }) })
}

/** The texts that somebody wrote. */
const texts = [
  'from',
  'referrer',
  'referrerRole',
  'referrerContact',
  'reason',
  'needsWords',
  'wants',
  'history',
  'contactWords',
  'riskToPerson',
  'riskToStaff',
] as const

function written(form: ReferralForm, today: PlainDate, errors: ReferralErrors): Omit<Input, 'person' | 'personId'> {
  const receivedOn = form.receivedOn || today
  if (!/^\d{4}-\d\d-\d\d$/.test(receivedOn) || receivedOn > today) errors.receivedOn = 'newReferral.receivedBad'
  const odsCode = tidyOds(form.odsCode)
  if (odsCode === null) errors.odsCode = 'newReferral.odsBad'
  const { source, urgency, agreed, needs, contactBy } = form
  return {
    source,
    urgency,
    agreed,
    receivedOn,
    ...(odsCode ? { odsCode } : {}),
    ...(needs.length > 0 ? { needs } : {}),
    ...(contactBy ? { contactBy } : {}),
    ...filled(form, texts),
  }
}

function personOf(form: ReferralForm, today: PlainDate, errors: ReferralErrors): NonNullable<Input['person']> {
  const givenName = form.givenName.trim()
  if (!givenName) errors.givenName = 'newReferral.nameMissing'
  const tidied = <Value>(field: 'phone' | 'bornOn' | 'nhsNumber' | 'postcode', tidy: (text: string) => Value | null, wrong: MessageId) => {
    const text = form[field].trim()
    const value = text ? tidy(text) : undefined
    if (value === null) errors[field] = wrong
    return value ?? undefined
  }
  const phone = tidied('phone', tidyPhone, 'newReferral.phoneBad')
  const bornOn = tidied('bornOn', (text) => tidyBirthDate(text, today), 'newReferral.bornBad')
  const nhsNumber = tidied('nhsNumber', readNhsNumber, 'newReferral.nhsBad')
  const postcode = tidied('postcode', tidyPostcode, 'newReferral.postcodeBad')
  const address = { ...filled(form, ['lines']), ...(postcode ? { postcode } : {}) }
  const practice = form.source === 'practice' ? { ...(form.from.trim() ? { practice: form.from.trim() } : {}), ...odsOf(form) } : {}
  return {
    givenName,
    ...filled(form, ['familyName', 'accessNeeds', 'interpreter']),
    ...(phone ? { phone } : {}),
    ...(bornOn ? { bornOn } : {}),
    ...(nhsNumber ? { nhsNumber } : {}),
    ...(Object.keys(address).length > 0 ? { address } : {}),
    ...practice,
  }
}

function odsOf(form: ReferralForm): { odsCode?: string } {
  const odsCode = tidyOds(form.odsCode)
  return odsCode ? { odsCode } : {}
}

/** Those of these texts that have letters in them. */
function filled<Name extends keyof ReferralForm>(form: ReferralForm, names: readonly Name[]): { [One in Name]?: string } {
  return Object.fromEntries(names.flatMap((name) => (String(form[name]).trim() ? [[name, String(form[name]).trim()]] : []))) as {
    [One in Name]?: string
  }
}

import type { InputOf } from '../../../shared/commands/index.ts'
import type { WhichSession } from '../../../shared/commands/which.ts'
import type { FieldsOf } from '../../../shared/records/index.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import type { Words } from '../../words/useWords.ts'

export type IncidentKind = FieldsOf<'incident'>['kind']

/** In the order they are offered. Written out: the record brings a checker along that the window has none of. */
export const kinds: readonly IncidentKind[] = ['fall', 'injury', 'unwell', 'cardiac', 'missingPerson', 'behaviour', 'nearMiss', 'other']

/** The report as it is typed. Times are on the wall, "10:42". */
export interface IncidentForm {
  kind: IncidentKind | null
  time: string
  personIds: string[]
  others: string
  what: string
  injury: string
  firstAid: string
  ambulance: boolean
  ambulanceTime: string
  witnesses: string
  weather: string
  followUp: string
  told: string
  sameAs: string
}

export const emptyIncident: IncidentForm = {
  kind: null,
  time: '',
  personIds: [],
  others: '',
  what: '',
  injury: '',
  firstAid: '',
  ambulance: false,
  ambulanceTime: '',
  witnesses: '',
  weather: '',
  followUp: '',
  told: '',
  sameAs: '',
}

export type IncidentTrouble = 'kindMissing' | 'whatMissing'

const optional = ['others', 'injury', 'firstAid', 'witnesses', 'weather', 'followUp', 'told'] as const

/** What the command takes, or what is missing: only what it was and what happened are needed. @param now on the wall */
export function reportOf(
  form: IncidentForm,
  session: WhichSession,
  day: { date: PlainDate; now: string },
  words: Pick<Words, 'instantAt'>,
): Result<InputOf<'reportIncident'>, IncidentTrouble> {
  const what = form.what.trim()
  if (!form.kind) return fail('kindMissing')
  if (!what) return fail('whatMissing')
  const at = (time: string) => words.instantAt(day.date, time || day.now.padStart(5, '0'))
  const given = Object.fromEntries(optional.map((part) => [part, form[part].trim()]).filter(([, text]) => text))
  return ok({
    session,
    kind: form.kind,
    happenedAt: at(form.time),
    personIds: form.personIds,
    what,
    ambulance: form.ambulance,
    ...given,
    ...(form.ambulance ? { ambulanceAt: at(form.ambulanceTime) } : {}),
    ...(form.sameAs ? { sameAs: form.sameAs } : {}),
  })
}

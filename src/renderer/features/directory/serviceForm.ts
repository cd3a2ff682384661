import type { InputOf } from '../../../shared/commands/index.ts'
import { penceOf } from '../../parts/penceOf.ts'
import { poundsOf } from '../../words/listingInWords.ts'
import type { Words } from '../../words/useWords.ts'
import type { EntryView, TypedEntry } from '../../workerLink/directoryViews.ts'

/** An entry as it is typed. */
export type ServiceTyped = Omit<TypedEntry, 'languages' | 'onlyFor' | 'free' | 'pence' | 'times'> & {
  name: string
  organiser: string
  kind: 'partner' | 'outside'
  languages: string
  onlyFor: '' | 'women' | 'men'
  free: '' | 'yes' | 'no'
  pounds: string
  times: { day: TypedEntry['times'][number]['day']; from: string; until: string }[]
}

const nothing: TypedEntry = {
  ...{ about: '', needs: [], suits: [], access: [], languages: [], onlyFor: null, free: null, pence: null, costWords: '', times: [], timesWords: '' },
  ...{ address: '', town: '', postcode: '', transport: '', vacancy: 'notKnown', howToJoin: '', contactName: '', phone: '', email: '', url: '' },
  ...{ firstVisit: '', bring: '', localNote: '' },
}

/** What is known of it, to be changed; or an empty form. */
export function serviceTypedOf(entry: EntryView | null): ServiceTyped {
  const typed = entry?.typed ?? nothing
  return {
    ...typed,
    name: entry?.listing.name ?? '',
    organiser: entry?.listing.organiser ?? '',
    kind: entry?.listing.kind === 'partner' ? 'partner' : 'outside',
    languages: typed.languages.join(', '),
    onlyFor: typed.onlyFor ?? '',
    free: typed.free === null ? '' : typed.free ? 'yes' : 'no',
    pounds: typed.pence === null ? '' : poundsOf(typed.pence),
    times: typed.times.map((one) => ({ ...one })),
    localNote: entry && entry.notes.length > 1 ? entry.notes.join('\n') : typed.localNote,
  }
}

export interface ServiceError {
  field: string
  text: string
}

/** What must be said before it can be saved. @param group its name and times are the group's */
export function serviceErrors(typed: ServiceTyped, group: boolean, words: Words): ServiceError[] {
  const times = typed.times.some(({ from, until }) => !from || !until || until <= from)
  return [
    ...(group || typed.name.trim() ? [] : [{ field: 'service-name', text: words.say('service.nameMissing') }]),
    ...(typed.free !== 'yes' && penceOf(typed.pounds) === undefined ? [{ field: 'service-pounds', text: words.say('service.poundsBad') }] : []),
    ...(!group && times ? [{ field: 'service-times', text: words.say('service.timesBad') }] : []),
  ]
}

/** The fields to write; of a group those that the group does not say itself. */
export function serviceInput(typed: ServiceTyped, group: boolean): InputOf<'addService'>['fields'] {
  const { pounds, languages, onlyFor, free, kind, name, organiser, times, ...texts } = typed
  const shared = {
    ...trimmed(texts),
    languages: languages
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 30),
    onlyFor: onlyFor || null,
    free: free === '' ? null : free === 'yes',
    pence: free === 'yes' ? null : (penceOf(pounds) ?? null),
    needs: [...typed.needs],
    suits: [...typed.suits],
    access: [...typed.access],
  }
  return (group ? shared : { ...shared, name: name.trim(), organiser: organiser.trim(), kind, times }) as InputOf<'addService'>['fields'] // of a group, no name
}

function trimmed<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : (value as unknown)]),
  ) as Fields
}

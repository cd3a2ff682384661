import type { Role } from '../../shared/records/colleague.ts'
import { places, type At, type PlaceRule } from '../../shared/ipc/places.ts'

export type { At }
type Given<Id extends string> = { [One in Id as One extends `${infer Name}?` ? Name : One]: One extends `${string}?` ? string | null : string }
/** The ids of a place: what its screen is given. */
export type IdsOf<Name extends At> = Given<(typeof places)[Name]['ids'][number]>
/** Where in the app somebody is. Ids only, so that it may be kept while the laptop is locked. */
export type Place = { [Name in At]: { at: Name } & IdsOf<Name> }[At]

/** The row of a place. */
export function ruleOf(at: At): PlaceRule {
  return places[at]
}

/** Whether a place is for this role. While nobody knows who it is, only what is for everybody. */
export function isFor(place: Place, role: Role | undefined): boolean {
  const { roles } = ruleOf(place.at)
  return roles === undefined || (role !== undefined && roles.includes(role))
}

/** The place one step above, or null at the top. */
export function parentOf(place: Place): Place | null {
  const { under } = ruleOf(place.at)
  return under === null ? null : (readPlace(writtenFrom(under as At, idsIn(place))) ?? { at: 'today' })
}

/** As it is remembered: "register/<id>". */
export function writePlace(place: Place): string {
  return writtenFrom(place.at, idsIn(place))
}

/** What was remembered, or null when it is none of ours. */
export function readPlace(text: string | null): Place | null {
  const [at = '', ...given] = (text ?? '').split('/')
  if (!Object.hasOwn(places, at)) return null
  const { ids } = ruleOf(at as At)
  const read = ids.map((id, nth) => [nameOf(id), given[nth] === none && id.endsWith('?') ? null : given[nth]] as const)
  if (given.length !== ids.length || read.some(([, id]) => id === '' || id === none)) return null
  return { at, ...Object.fromEntries(read) } as unknown as Place
}

const none = '-'

function nameOf(id: string): string {
  return id.replace('?', '')
}

function idsIn(place: Place): Record<string, string | null> {
  const { at: _, ...ids } = place
  return ids
}

function writtenFrom(at: At, ids: Record<string, string | null>): string {
  return [at, ...ruleOf(at).ids.map((id) => ids[nameOf(id)] ?? none)].join('/')
}

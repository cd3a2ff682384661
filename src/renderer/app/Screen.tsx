import type { ComponentType } from 'react'
import type { At, IdsOf, Place } from '../state/places.ts'
import * as all from './screens.ts'

/** A screen that has no place, or is given other ids, does not compile; nor does a place that has no screen, below. */
const screens: { [Name in keyof typeof all]: Name extends At ? ComponentType<IdsOf<Name>> : never } = all

/** The screen of a place. */
export function Screen({ place: { at, ...ids } }: { place: Place }) {
  const Shown = screens[at] as ComponentType<typeof ids>
  return <Shown {...ids} />
}

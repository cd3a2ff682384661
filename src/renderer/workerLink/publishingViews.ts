import type { LeftOut, PublicGroup } from '../../shared/openData/facts.ts'
import type { PublicSession } from '../../shared/openData/sessions.ts'

/** What the lead says of publishing a group. */
export interface PublishTyped {
  published: boolean
  contact: string
  phone: string
  email: string
  /** Null where nobody has said what it costs. */
  pence: number | null
}

/** What everybody would read of a group, and why not more. */
export interface PublishingView {
  name: string
  saved: PublishTyped
  teamOn: boolean
  /** It has ended, so it is not published. */
  ended: boolean
  /** A partner's, who may publish it themselves. */
  partner: boolean
  facts: PublicGroup
  /** The coming sessions, the first few. */
  sessions: PublicSession[]
  /** Texts in which a colleague's name or number stands. */
  left: LeftOut[]
  /** What feeds of activities ask for and nobody has said. */
  missing: ('activity' | 'place' | 'price' | 'times')[]
  /** Its place, where nobody has said that it is public. */
  placeNotPublic: string | null
  /** Where the page is. */
  address: string
}

import type { FieldsOf } from '../../shared/records/index.ts'
import type { MayTell, Standing, Use } from '../../shared/rules/mayUse.ts'
import type { VoicesTold, VoiceWish, WhyLead } from '../../shared/rules/voices.ts'
import type { PlainDate } from '../../shared/std/dates.ts'

/** What the screens of voices, stories and agreements to use pictures draw. Only ever on laptops of link workers and leads. */

export type { MayTell, Standing, Use, VoicesTold, VoiceWish, WhyLead }

/** Words for a lead to read before anybody else. Nobody knows who wrote them. */
export interface VoiceToRead {
  voiceId: string
  group: string
  month: string
  words: string
  why: WhyLead | null
}

/** What a lead has read, and what they did. */
export interface VoiceRead {
  voiceId: string
  group: string
  month: string
  words: string
  did: string
  by: string
  on: PlainDate
}

/** What people said of one group, and, for a lead, what is for them in the whole team. */
export interface VoicesView {
  groups: { groupId: string; name: string }[]
  /** null where there is no group. */
  groupId: string | null
  told: VoicesTold | null
  toRead: VoiceToRead[]
  read: VoiceRead[]
}

/** A wish that waits to be given a need, for the gap board. */
export interface WishToCode {
  voiceId: string
  group: string
  month: string
  place: string
  wishes: readonly VoiceWish[]
  words: string
}

/** Where a story is shown, or was. */
export interface ShowingView {
  showingId: string
  where: string
  use: Use
  since: PlainDate
  by: string
  ended: { as: 'takenDown' | 'cannot'; on: PlainDate; by: string; words: string } | null
}

export interface TakeDownRow extends Omit<ShowingView, 'ended'> {
  why: Exclude<Standing, 'yes'>
  /** The beginning of what is shown. */
  words: string
}

export interface StoryView {
  storyId: string
  kind: FieldsOf<'story'>['kind']
  words: string
  on: PlainDate
  /** null: nobody is named. */
  person: { personId: string; name: string } | null
  child: boolean
  inMyCare: boolean
  uses: { use: Use; stands: MayTell }[]
  shown: ShowingView[]
}

export interface StoriesView {
  today: PlainDate
  takeDown: TakeDownRow[]
  /** The newest first. */
  stories: StoryView[]
  groups: { groupId: string; name: string }[]
}

/** How it stands with one use. @param until the first day on which it holds no more, of a yes */
export interface UseStands {
  use: Use
  stands: Standing
  until: PlainDate | null
}

/** One line of what was said of pictures. */
export interface AgreementLine {
  agreementId: string
  baby: string | null
  use: Use
  said: FieldsOf<'useAgreement'>['said']
  agreedBy: FieldsOf<'useAgreement'>['agreedBy']
  how: FieldsOf<'useAgreement'>['how']
  signedAs: string | null
  on: PlainDate
  by: string
  inTheirCare: boolean
}

/** What somebody agreed for pictures of them, and of the babies who come with them. */
export interface PicturesView {
  personId: string
  name: string
  child: boolean
  inMyCare: boolean
  today: PlainDate
  /** The mark as the register shows it. */
  noPhotos: boolean
  /** The person first; then each baby there is an agreement for. */
  subjects: { baby: string | null; uses: UseStands[] }[]
  history: AgreementLine[]
}

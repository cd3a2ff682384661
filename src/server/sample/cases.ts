import type { Json } from '../../shared/changes/change.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import { episodeIdOf } from '../../shared/std/ids.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { readCases, type Phrases } from './caseData.ts'
import { sampleId } from './data.ts'
import type { Member } from './members.ts'
import { closingMessageOf } from './messages.ts'
import { planOf } from './plans.ts'
import { onDay, type Referred } from './referred.ts'
import { between, oneOf, type Chance } from './random.ts'

type Fields = { [field: string]: Json }

/** How many referrals there are in all. */
const referrals = 180
/** Not answered yet; taken and not begun yet. */
const [unanswered, notBegun] = [6, 5]
/** The longest that a case goes on, in days. */
const openDays = 640
const owners = ['grace', 'owen']

/**
 * Referrals of three years from six practices, with what followed: members were referred some weeks before they first came,
 * others came to no group.
 */
export function referredOf(members: readonly Member[], from: PlainDate, today: PlainDate, chance: Chance): Referred[] {
  const data = readCases()
  const firsts = firstOfEach(members)
  const others = Array.from({ length: referrals - firsts.length }, (_, at) => at)
  const make = (number: number, member: Member | null): Referred => {
    const need = member ? oneOf(chance, data.groups[member.group] ?? ['company']) : oneOf(chance, Object.keys(data.needs))
    const latest = referrals - number // the last ones of all
    const receivedOn = member ? addDays(member.since, -between(chance, 14, 50)) : otherDay(latest, from, today, chance)
    return {
      personId: member?.personId ?? sampleId('referred', number),
      number,
      given: member?.person.given ?? (data.others.given[number % data.others.given.length] as string),
      need,
      says: data.needs[need] as Phrases,
      practice: oneOf(chance, data.practices),
      receivedOn,
      member,
      owner: !member && latest <= unanswered ? null : oneOf(chance, owners),
      today,
    }
  }
  return [...firsts.map((member, at) => make(at, member)), ...others.map((at) => make(firsts.length + at, null))]
}

/** The last eleven came in the last weeks. */
function otherDay(latest: number, from: PlainDate, today: PlainDate, chance: Chance): PlainDate {
  if (latest <= unanswered + notBegun) return addDays(today, -(1 + latest * 2))
  return addDays(from, between(chance, 20, 3 * 366 - 60))
}

function firstOfEach(members: readonly Member[]): Member[] {
  const first = new Map<string, Member>()
  for (const member of members) {
    const known = first.get(member.personId)
    if (!member.person.isNew && (!known || member.since < known.since)) first.set(member.personId, member)
  }
  return [...first.values()]
}

/** Everything written about one referral: the person where they are in no group, the referral, the case and its plan. */
export function caseOf(one: Referred, chance: Chance): DatedDraft[] {
  return [...(one.member ? [] : [personOf(one, chance)]), ...(one.owner === null ? [referralOf(one, null)] : ownedCase(one, chance))]
}

function ownedCase(one: Referred, chance: Chance): DatedDraft[] {
  const { personId, receivedOn, today } = one
  const episodeId = episodeIdOf(personId, 1)
  const accepted = earlier(addDays(receivedOn, between(chance, 0, 6)), today)
  const opened = onDay(one, accepted, 'episode', episodeId, { personId, number: 1, openedOn: accepted })
  const owned = onDay(one, accepted, 'assignment', sampleId('assignment', episodeId), {
    personId,
    episodeId,
    ownerId: sampleId('colleague', one.owner as string),
  })
  const coded = onDay(one, accepted, 'codedEvent', sampleId('coded', episodeId), { personId, episodeId, code: 'referred', on: accepted })
  const tries = triesOf(one, episodeId, accepted, chance)
  const met = addDays(accepted, 4 + tries.length * 3)
  const begun = one.member !== null || referrals - one.number > unanswered + notBegun
  if (!begun || met > today) return [referralOf(one, accepted), opened, owned, coded, ...tries]
  return [referralOf(one, accepted), opened, owned, coded, ...tries, ...supported(one, episodeId, met, chance)]
}

function supported(one: Referred, episodeId: string, met: PlainDate, chance: Chance): DatedDraft[] {
  const { personId, today } = one
  const spoke = onDay(one, met, 'caseContact', sampleId('met', episodeId), {
    personId,
    episodeId,
    how: chance() < 0.4 ? 'visit' : 'meeting',
    came: 'spoke',
    on: `${met}T10:00:00Z`,
    minutes: between(chance, 40, 75),
    words: `${one.says.reason} We talked about what matters to them.`,
    agreed: one.says.action,
  })
  const started = onDay(one, met, 'episode', episodeId, { startedOn: met })
  const closed = addDays(met, between(chance, 200, openDays))
  const ended = closed < addDays(today, -20)
  const next = { nextAction: 'Call and hear how it goes', nextActionOn: addDays(today, between(chance, -6, 24)) }
  const end = ended
    ? onDay(one, closed, 'episode', episodeId, {
        closedAs: one.member ? 'goalsMet' : oneOf(chance, ['personsChoice', 'referredOn', 'noContact']),
        closedOn: closed,
      })
    : onDay(one, met, 'episode', episodeId, next)
  return [
    spoke,
    started,
    ...planOf(one, episodeId, met, ended ? closed : null, chance),
    end,
    ...(ended ? closingMessageOf(one, episodeId, closed) : []),
  ]
}

/** Nobody answered at first, for one in three. */
function triesOf(one: Referred, episodeId: string, from: PlainDate, chance: Chance): DatedDraft[] {
  const times = chance() < 0.35 ? between(chance, 1, 2) : 0
  const dates = Array.from({ length: times }, (_, at) => addDays(from, 2 + at * 3)).filter((date) => date <= one.today)
  return dates.map((date, at) =>
    onDay(one, date, 'caseContact', sampleId('try', episodeId, at), {
      personId: one.personId,
      episodeId,
      how: 'call',
      came: 'noAnswer',
      on: `${date}T09:30:00Z`,
    }),
  )
}

function referralOf(one: Referred, accepted: PlainDate | null): DatedDraft {
  const { personId, need, says, practice, receivedOn, number, owner } = one
  const decided = accepted
    ? {
        decided: 'accepted',
        decidedAt: `${accepted}T10:00:00Z`,
        decidedBy: sampleId('colleague', owner as string),
        episodeId: episodeIdOf(personId, 1),
      }
    : {}
  const fields = {
    personId,
    source: number % 11 === 0 ? 'self' : 'practice',
    ...(number % 11 === 0
      ? {}
      : { from: practice.name, odsCode: practice.odsCode, referrer: `Dr ${'ABCDEFGH'[number % 8]}. Marlow`, referrerRole: 'GP' }),
    receivedOn,
    reason: says.reason,
    needs: [need],
    urgency: number % 13 === 0 ? 'soon' : 'routine',
    agreed: 'yes',
    ...decided,
  }
  return onDay(one, accepted ?? receivedOn, 'referral', sampleId('referral', number), fields)
}

function personOf(one: Referred, chance: Chance): DatedDraft {
  const { given, family } = readCases().others
  const name = { givenName: given[one.number % given.length] as string, familyName: family[(one.number * 7) % family.length] as string }
  const born = `${between(chance, 1938, 2002)}-0${between(chance, 1, 9)}-${between(chance, 10, 28)}`
  const address = { town: one.number % 2 === 0 ? 'Nuneaton' : 'Bedworth', postcode: one.number % 2 === 0 ? 'CV11' : 'CV12' }
  const phone = `07700 900${String(100 + (one.number % 800)).padStart(3, '0')}`
  const draft = onDay(one, one.receivedOn, 'person', one.personId, { ...name, bornOn: born, phone, practice: one.practice.name, address })
  const { at: _at, byId: _by, ...fields } = draft.fields as Fields
  return { ...draft, fields }
}

function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other
}

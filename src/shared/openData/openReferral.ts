import { serviceOf, type ForeignService } from '../portable/openReferralOut.ts'
import type { Listing } from '../rules/directory.ts'
import type { Instant } from '../std/dates.ts'
import type { PublicGroup } from './facts.ts'

/** What a list of services says of each; the rest is told of one alone. */
const inList = ['id', 'name', 'status', 'description', 'url', 'email', 'fees', 'alert', 'last_modified', 'organization'] as const

/** A group as a service of Open Referral UK 3.0 (domain 7.1). @param at when it last changed */
export function publicService(facts: PublicGroup, at: Instant): ForeignService {
  return { ...serviceOf(listingOf(facts), facts.organiser), last_modified: at }
}

/** The same as a list has it. */
export function inShort(service: ForeignService): ForeignService {
  return Object.fromEntries(inList.flatMap((name) => (service[name] === undefined ? [] : [[name, service[name]]])))
}

/** What is published, in the shape of a directory entry; what else an entry may hold stays empty. */
function listingOf(facts: PublicGroup): Listing {
  const { contact, place, closed, pence, slots, ...rest } = facts
  return {
    ...rest,
    groupId: facts.id,
    serviceId: null,
    kind: 'own',
    suits: [],
    free: pence === null ? null : pence === 0,
    pence,
    times: [],
    timesWords: '',
    slots,
    venue: place?.name ?? '',
    address: place?.address ?? '',
    town: place?.town ?? '',
    postcode: place?.postcode ?? '',
    transport: '',
    vacancy: 'notKnown',
    howToJoin: '',
    contactName: contact.name,
    phone: contact.phone,
    contactIsStaff: false,
    email: contact.email,
    firstVisit: '',
    bring: '',
    closed: closed && { ...closed, because: '' },
    checkedOn: null,
    checkedById: null,
    checkedWith: '',
    freshDays: null,
    due: false,
    localNote: '',
    goneFromFeedOn: null,
  }
}

import type { Entity, FieldsOf } from '../../src/shared/records/index.ts'
import { episodeIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor } from './builders.ts'

const written = { at: at('09:00', '2026-10-01'), byId: idFor('Priya') }

/** The first case of somebody, open since the first of October. */
export function aCase(person: string, more: Partial<FieldsOf<'episode'>> = {}): Entity<'episode'> {
  const personId = idFor(person)
  return { id: episodeIdOf(personId, 1), personId, number: 1, openedOn: '2026-10-01', ...written, ...more }
}

/** A group that was offered to somebody. */
export function anOffer(person: string, group: string, more: Partial<FieldsOf<'offer'>> = {}): Entity<'offer'> {
  const personId = idFor(person)
  return {
    id: idFor(`offer of ${group} to ${person}`),
    personId,
    episodeId: episodeIdOf(personId, 1),
    groupId: idFor(group),
    offeredOn: '2026-10-01',
    state: 'offered',
    ...written,
    ...more,
  }
}

/** A service of the directory. */
export function aService(name: string, more: Partial<FieldsOf<'service'>> = {}): Entity<'service'> {
  return { id: idFor(name), name, kind: 'outside', vacancy: 'places', ...written, ...more }
}

/** What a group is told of somebody who is to come. */
export function anIntroduction(person: string, group: string, more: Partial<FieldsOf<'introduction'>> = {}): Entity<'introduction'> {
  return { id: idFor(`introduction of ${person}`), personId: idFor(person), groupId: idFor(group), referredBy: idFor('Priya'), ...written, ...more }
}

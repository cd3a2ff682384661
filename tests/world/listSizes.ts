import type { Entity } from '../../src/shared/records/index.ts'
import { listSizeIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor, type Known } from '../support/builders.ts'

/** The lists of two practices of the pictures: one in full, one of which only the total is known. Nobody comes from the second. */
export function practiceLists(): Known {
  const list = (odsCode: string, more: Partial<Entity<'listSize'>>): Entity<'listSize'> => ({
    ...{ id: listSizeIdOf(odsCode, '2026-07-01'), odsCode, on: '2026-07-01', source: 'NHS England, July 2026' },
    ...{ at: at('09:00', '2026-07-20'), byId: idFor('Nisha'), ...more },
  })
  return {
    listSize: [
      list('M84001', { all: 9800, men: 4790, women: 5010, byAge: { 'under 18': 1900, '60 to 69': 1180, '70 to 79': 840 } }),
      list('M84099', { all: 12_450, name: 'Whitestone Surgery' }),
    ],
  }
}

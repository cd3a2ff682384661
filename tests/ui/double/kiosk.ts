import type { KioskRequestRow, CardRow } from '../../../src/renderer/workerLink/views.ts'
import type { KioskClient } from '../../../src/renderer/kiosk/client.ts'
import type { KioskFound } from '../../../src/shared/ipc/kiosk.ts'
import { plain } from '../../../src/shared/std/text.ts'
import { uuid } from './ids.ts'
import type { World } from './world.ts'

/** Who asked for the leader at the kiosk: nobody on an empty register, three where there is trouble. */
export function kioskRequestsOf(world: World): KioskRequestRow[] {
  if (world.net !== 'trouble') return []
  const row = (number: number, kind: KioskRequestRow['kind'], name: string | null, firstName: string | null): KioskRequestRow =>
    ({ kioskRequestId: uuid(20, number), kind, personId: name ? uuid(1, number) : null, name, firstName, at: '10:2' + number })
  return [row(1, 'changed', 'Derek Holloway', null), row(2, 'noPhotos', 'Ivy Pemberton', null), row(3, 'someoneNew', null, 'Bogna')]
}

/** Cards of the first twenty; every other one has none yet. */
export function cardsOf(world: World): CardRow[] {
  return world.members.slice(0, 20).map(({ id, name }, at) => {
    const [given, family] = name.split(' ')
    const token = `${'ABCDEFGHJK'.charAt(at % 10)}7QM29XD4T5V8W0Z`.padEnd(16, '3')
    return {
      personId: id, name, kioskName: family ? `${given} ${family.charAt(0)}.` : name, revoked: at === 2 ? 1 : 0,
      card: at % 2 === 0 ? { cardId: uuid(21, at + 1), token, madeAt: '2026-09-01T09:00:00Z' } : null,
    }
  })
}

const names = ['Nisha K.', 'Derek H.', 'Margaret E.', 'Wilhelmina-Josephine B.']
const ticket = 'AAAAAAAAAAAAAAAAAAAAAA'

/** The worker's side of the kiosk, for looking at its screens. */
export const kioskDouble: KioskClient = {
  ask: async (method, input) => answers[method]?.(input as never) as never,
  onEnd: () => undefined,
}

const answers: Record<string, (input: never) => unknown> = {
  first: () => ({ team: 'Nuneaton North PCN', group: 'Pain Café', date: '2026-10-23', start: '10:00', place: 'Café on the Square', leader: 'Priya' }),
  find: ({ text }: { text: string }): KioskFound => {
    const typed = plain(text)
    if (typed.startsWith('jo s')) return { found: 'ask', ticket }
    if ('john'.startsWith(typed.trim())) return { found: 'more' }
    const name = names.find((one) => plain(one).startsWith(typed.trim()))
    return name ? { found: 'one', name, ticket } : { found: 'none' }
  },
  answer: (): KioskFound => ({ found: 'one', name: 'Jo S.', ticket }),
  scan: ({ code }: { code: string }): KioskFound => (/^kasha/i.test(code) ? { found: 'one', name: 'Kasha W.', ticket } : { found: 'oldCard' }),
  signIn: () => ({ done: 'signedIn' }),
  today: () => ({ saved: true }),
  raise: () => ({ saved: true }),
  takeBack: () => ({ saved: true }),
  leave: () => ({ waitMs: 2000 }),
}

import type { OfficeAct, OfficeLaptop, OfficeNotice, OfficeReply } from '../../src/shared/sync/office.ts'
import { at, idFor, sessionId, which } from '../support/builders.ts'
import { manyNames } from './names.ts'
import { ourLaptop } from './office.ts'
import type { Size } from './worlds.ts'

const walk = idFor('Walk and Talk')
const change = (
  id: string,
  code: string,
  command: string | null,
  record: string | null,
  row: string | null,
  fields: OfficeAct['changes'][number]['fields'],
) => ({ id: idFor(id), code, command, record, row, fields })
const tomsAct = (id: string, time: string, changes: OfficeAct['changes'], more: Partial<OfficeAct> = {}): OfficeAct => ({
  id: idFor(id),
  device: idFor('Park laptop'),
  colleague: idFor('Tom Ashby'),
  at: time,
  count: changes.length,
  canLetIn: true,
  changes,
  ...more,
})

function actsOnHold(): OfficeAct[] {
  const signIn = {
    sessionId: sessionId(which('Walk and Talk')),
    personId: idFor('Kasia Wrona'),
    arrivedAt: at('09:10'),
    how: 'facilitator',
    byId: idFor('Marcus Bright'),
  }
  return [
    tomsAct('held group', '2026-10-21T09:12:00.000Z', [
      change('held group', 'notAllowed', 'editGroup', 'group', walk, { capacity: 40, facilitatorIds: [idFor('Tom Ashby'), idFor('Priya Nair')] }),
    ]),
    tomsAct(
      'held newcomer',
      at('09:10'),
      [
        change('held person', 'deviceRevoked', 'addSomeoneNew', 'person', idFor('Kasia Wrona'), {
          givenName: 'Kasia',
          familyName: 'Wrona',
          bornOn: '1951-04-03',
        }),
        change('held sign-in', 'deviceRevoked', 'addSomeoneNew', 'signIn', idFor('held sign-in row'), signIn),
      ],
      { device: idFor('Old laptop'), colleague: idFor('Marcus Bright') },
    ),
    tomsAct('held unread', at('09:31'), [change('held unread', 'invalid', null, null, null, {})], { canLetIn: false }),
    tomsAct(
      'held by nobody',
      at('09:40'),
      [
        change('held by nobody', 'aWordOfANewerServer', 'signInPerson', 'signIn', idFor('another sign-in row'), {
          ...signIn,
          personId: idFor('Roy Bennett'),
        }),
      ],
      {
        device: idFor('a laptop nobody knows'),
        colleague: idFor('somebody nobody knows'),
      },
    ),
  ]
}

const calm: Omit<OfficeLaptop, 'id' | 'name' | 'colleague'> = {
  enrolled: '2026-09-01T09:00:00.000Z',
  heard: at('10:22'),
  waiting: 0,
  clockSeconds: 0,
  appVersion: '0.1.0',
  revoked: null,
  wipe: false,
  emptied: null,
  unconfirmed: null,
}
const laptopOf = (name: string, colleague: string, more: Partial<OfficeLaptop> = {}): OfficeLaptop => ({
  ...calm,
  id: idFor(name),
  name,
  colleague: idFor(colleague),
  ...more,
})

function laptops(): OfficeLaptop[] {
  return [
    laptopOf('Sunday laptop', 'Marcus Bright', { heard: null, waiting: null, clockSeconds: null, appVersion: null, unconfirmed: at('07:00') }),
    laptopOf('Park laptop', 'Tom Ashby', { heard: '2026-10-20T15:40:00.000Z', waiting: 31, clockSeconds: 720 }),
    laptopOf(ourLaptop, 'Priya Nair'),
    laptopOf('Old laptop', 'Marcus Bright', {
      enrolled: '2025-02-01T09:00:00.000Z',
      heard: '2026-08-02T10:00:00.000Z',
      revoked: '2026-08-03T10:00:00.000Z',
    }),
  ]
}

const notice = (kind: string, when: string, data: OfficeNotice['data'] = {}): OfficeNotice => ({
  id: idFor(`notice ${kind}`),
  device: idFor('Park laptop'),
  kind,
  data,
  at: when,
})
const notices = () => [notice('copied', at('08:52'), { laptops: 2 }), notice('numbersMissing', '2026-10-20T15:40:00.000Z', { count: 3 })]

function crowd(): OfficeReply {
  const names = manyNames(90)
  const far = 'Walk and Talk at the very far end of Riversley Park'
  const many = names
    .slice(0, 16)
    .map((name, nth) =>
      tomsAct(`held ${nth}`, at('09:12'), [
        change(`held ${nth}`, 'notAllowed', 'addSomeoneNew', 'person', idFor(`held person ${nth}`), { givenName: name, familyName: far }),
      ]),
    )
  return {
    laptops: [...laptops(), ...names.map((name) => laptopOf(`Laptop of ${name} in the upper cupboard`, 'Tom Ashby', { waiting: 31 }))],
    acts: [...actsOnHold(), ...many],
    actCount: 10_000,
    next: 'more',
    notices: [...notices(), ...['putBack', 'broughtBack', 'aKindOfANewerServer'].map((kind) => notice(kind, at('08:00'), { count: 12 }))],
    noticeCount: 13,
  }
}

/** What waits at the server for a lead. */
export function officeOf(size: Size): OfficeReply {
  if (size === 'crowded') return crowd()
  if (size !== 'ordinary') return { laptops: [laptopOf(ourLaptop, 'Priya Nair')], acts: [], actCount: 0, notices: [], noticeCount: 0 }
  return { laptops: laptops(), acts: actsOnHold(), actCount: 4, notices: notices(), noticeCount: 2 }
}

/** What the server has once a lead has decided. */
export function decided(reply: OfficeReply, path: string, body: { id?: string; device?: string; notice?: string }): OfficeReply {
  if (body.id) return { ...reply, acts: reply.acts.filter((one) => one.id !== body.id), actCount: reply.actCount - 1 }
  if (body.notice) return { ...reply, notices: reply.notices.filter((one) => one.id !== body.notice), noticeCount: reply.noticeCount - 1 }
  const change: Partial<OfficeLaptop> = path.endsWith('/confirm') ? { unconfirmed: null } : { revoked: at('10:32'), wipe: path.endsWith('/wipe') }
  return { ...reply, laptops: reply.laptops.map((one) => (one.id === body.device ? { ...one, ...change } : one)) }
}

import type { Change, Json } from '../../src/shared/changes/change.ts'
import { recordNames, records, type RecordName } from '../../src/shared/records/index.ts'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import type { Random } from '../sim/random.ts'
import { naughtyStrings } from './arbitraries.ts'
import type { TestLaptop } from './surgery.ts'
import { editOf, fieldsOf, newRowOf, type OneGroup, type TwoGroups } from './twoGroups.ts'

/** A change as an attacker with a token sends it: a plausible one, bent in up to three places; sometimes no change at all. */
export function hostileChange(random: Random, laptop: TestLaptop, world: TwoGroups): unknown {
  let change: unknown = plausible(random, laptop, world)
  for (let bends = random.below(4); bends > 0; bends--) change = bent(random, change as Change, laptop, world)
  return change
}

/** New rows and edits of rows that are there, of both groups, and rows of one that name people of the other. */
function plausible(random: Random, laptop: TestLaptop, world: TwoGroups): Change {
  const record = random.pick(recordNames)
  const [one, other] = random.chance(50) ? [world.mine, world.theirs] : [world.theirs, world.mine]
  const {
    colleague: { id: by },
    device,
  } = laptop.joined
  if (random.chance(40)) return laptop.write(record, one.rows[record], editOf(record, by))
  const named: OneGroup = random.chance(40) ? { ...one, member: random.pick([other.member, other.guest]) } : one
  const row = random.chance(20)
    ? random.pick(Object.values(other.rows))
    : record === 'membership'
      ? membershipIdOf(one.group, named.member)
      : newRowOf(record, one)
  return laptop.write(record, row, fieldsOf(record, named, by, device))
}

type Bend = (random: Random, change: Change, laptop: TestLaptop, world: TwoGroups) => unknown

const places = [
  'id',
  'team',
  'device',
  'sequence',
  'stamp',
  'actor',
  'act',
  'command',
  'record',
  'row',
  'version',
  'fields',
  'basedOn',
  'more',
] as const

const bends: Bend[] = [
  (random, change) => ({ ...change, [random.pick(places)]: junk(random) }),
  (random, change) => without(change, random.pick(places)),
  (random, change) => capitals(random, change),
  (random, change) => ({ ...change, fields: { ...fieldsIn(change), [aField(random, change)]: junk(random) } }),
  (random, change, _laptop, world) => ({ ...change, fields: { ...fieldsIn(change), [aField(random, change)]: anId(random, world) } }),
  (random, change, _laptop, world) => ({ ...change, row: anId(random, world) }),
  (random, change, _laptop, world) => ({ ...change, actor: anId(random, world) }),
  (random, change, _laptop, world) => ({ ...change, device: random.pick(Object.values(world.laptops)).joined.device }),
  (random, change) => ({ ...change, record: random.pick([...recordNames, 'toString', '__proto__', 'transportOffer']) }),
  (_random, change) => ({ ...change, fields: poisoned(fieldsIn(change)) }),
  (random, change) => ({ ...change, fields: { ...fieldsIn(change), [aField(random, change)]: random.pick(naughtyStrings) } }),
  (random, change) => ({
    ...change,
    fields: { ...fieldsIn(change), [aField(random, change)]: random.pick(['0000-01-01', '9999-12-31', '2026-02-30', '0000-01-01T00:00:00Z']) },
  }),
  (random, change) => random.pick<unknown>([null, 7, 'text', [], {}, [change], { changes: change }]),
]

function bent(random: Random, change: Change, laptop: TestLaptop, world: TwoGroups): unknown {
  if (typeof change !== 'object' || change === null) return change
  return random.pick(bends)(random, change, laptop, world)
}

function fieldsIn(change: Change): object {
  return typeof change.fields === 'object' && change.fields !== null && !Array.isArray(change.fields) ? change.fields : {}
}

/** The same with a field called __proto__, which only a parser of JSON makes. */
function poisoned(fields: object): unknown {
  const rest = JSON.stringify(fields).slice(1, -1)
  return JSON.parse(`{"__proto__":{"polluted":true}${rest === '' ? '' : ','}${rest}}`)
}

function aField(random: Random, change: Change): string {
  const own = Object.hasOwn(records, String(change.record)) ? Object.keys(records[change.record as RecordName].schema.shape) : []
  return random.pick([...own, ...Object.keys(fieldsIn(change)), 'constructor', 'phone', 'personId', 'sessionId', 'groupId'])
}

function anId(random: Random, { mine, theirs, laptops }: TwoGroups): string {
  const id = random.pick([
    mine.group,
    mine.session,
    mine.member,
    theirs.group,
    theirs.session,
    theirs.member,
    theirs.guest,
    ...Object.values(theirs.rows),
    ...Object.values(mine.rows),
    ...Object.values(laptops).map((one) => one.joined.colleague.id),
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ])
  return random.pick([id, id, id.toUpperCase(), `{${id}}`, id.replaceAll('-', ''), ` ${id}`, id.slice(0, -1)])
}

/** One of its ids in capitals. */
function capitals(random: Random, change: Change): unknown {
  const place = random.pick(['id', 'team', 'device', 'actor', 'act', 'row'] as const)
  return { ...change, [place]: String(change[place]).toUpperCase() }
}

function without(change: Change, place: string): unknown {
  return Object.fromEntries(Object.entries(change).filter(([name]) => name !== place))
}

function junk(random: Random): Json {
  return random.pick<Json>([
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    'x'.repeat(5000),
    'a\u0000b',
    'a\ud800b',
    '__proto__',
    [],
    {},
    [[[[]]]],
    { a: { b: { c: null } } },
    Array.from({ length: 300 }, () => 'x'),
    random.pick(naughtyStrings),
    '2026-10-22',
    '2026-10-22T09:00:00Z',
    '1'.repeat(400),
  ])
}

/** An answer, shortened for a message. */
export function readable(body: unknown): string {
  return JSON.stringify(body).slice(0, 300)
}

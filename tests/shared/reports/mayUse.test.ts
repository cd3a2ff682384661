import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayRead, tableOf } from '../../../src/shared/reports/defineReport.ts'
import { mayUse } from '../../../src/shared/reports/mayUse.ts'
import { reportOf } from '../../../src/shared/reports/index.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { writeAsServer } from '../../../src/server/ownWriting.ts'
import { reportReaderOf } from '../../../src/server/reports.ts'
import { aPerson, at, idFor, type Known } from '../../support/builders.ts'
import { laptopWith } from '../../support/laptop.ts'
import { readerOf } from '../../support/reports.ts'
import { openSurgery, type Surgery } from '../../support/surgery.ts'

const today = '2026-10-22'
const written = { at: '2026-05-01T09:00:00.000Z', byId: idFor('Tom') }
const stories = ['told by Jean', 'told by Ray', 'told by nobody']
let nth = 0
const agreed = (personId: string | null, more: Partial<Entity<'useAgreement'>>): Entity<'useAgreement'> => ({
  ...{ id: idFor(`agreement ${nth++}`), personId, of: 'pictures', storyId: null, use: 'website', said: 'yes', agreedBy: 'self', how: 'spoken' },
  ...{ wording: 'use-1', on: '2026-05-01', expiresOn: '2031-05-01', ...written },
  ...more,
})
const [jean, ray, photoNo] = ['Jean Oakes', 'Ray Ellison', 'Ivy Pemberton'].map(idFor) as [string, string, string]
const words = (story: string, more: Partial<Entity<'useAgreement'>>) => ({ of: 'words' as const, storyId: idFor(story), ...more })
const aFile = (title: string, more: Partial<Entity<'media'>>): Entity<'media'> => ({
  ...{ id: idFor(title), title, kind: 'picture', fileName: 'a.jpg', mime: 'image/jpeg', bytes: 9, pieceBytes: 1024, digest: 'a'.repeat(64) },
  ...{ key: `${'A'.repeat(43)}=`, ...written },
  ...more,
})
const known: Known = {
  person: [aPerson('Jean Oakes'), aPerson('Ray Ellison'), aPerson('Ivy Pemberton', { photo: 'no' })],
  story: stories.map((text, at_) => ({
    ...{ id: idFor(text), kind: 'quote', words: text, personId: [jean, ray, null][at_]!, on: '2026-05-01', ...written },
  })),
  media: [
    aFile('Jean on the bridge', { personIds: [jean] }),
    aFile('Jean and Ray', { personIds: [jean, ray], kind: 'video' }), // one refusal
    aFile('Nobody said who', {}),
    aFile('Destroyed', { personIds: [jean], removedAt: written.at }),
  ],
  useAgreement: [
    agreed(jean, {}),
    agreed(jean, { baby: 'Amira', agreedBy: 'parent', how: 'paper', expiresOn: '2027-05-01' }),
    agreed(jean, { baby: 'Zayn', agreedBy: 'parent' }), // nobody signed
    agreed(ray, { said: 'no' }),
    agreed(ray, { use: 'press', expiresOn: today }),
    agreed(photoNo, {}),
    agreed(jean, words('told by Jean', { as: ['words', 'firstName'], use: 'noticeboard' })),
    agreed(ray, words('told by Ray', { as: ['words', 'fullName'] })),
    agreed(ray, words('told by Ray', { use: 'press', said: 'withdrawn' })),
    agreed(null, words('told by nobody', { as: ['words', 'fullName'] })),
  ],
}
const expected = [
  [{ says: 'noticeboard' }, { says: 'quote' }, 'Jean', null, 'told by Jean', '2031-05-01'],
  [{ says: 'website' }, { says: 'picture' }, null, null, 'Jean on the bridge', '2031-05-01'],
  [{ says: 'website' }, { says: 'pictures' }, 'Jean Oakes', null, null, '2031-05-01'],
  [{ says: 'website' }, { says: 'pictures' }, 'Jean Oakes', 'Amira', null, '2027-05-01'],
  [{ says: 'website' }, { says: 'quote' }, { says: 'notNamed' }, null, 'told by nobody', '2031-05-01'],
  [{ says: 'website' }, { says: 'quote' }, 'Ray Ellison', null, 'told by Ray', '2031-05-01'],
]

describe('[story 34] the list of what may be used where', () => {
  let surgery: Surgery
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory', now: () => Date.parse(at('12:00')) })
    const drafts = Object.entries(known).flatMap(([record, rows]) => rows.map(({ id, ...fields }) => ({ record, row: id, fields })))
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      writeAsServer(tx, surgery.team, surgery.lead, 'test', drafts as never, Date.parse(at('12:00'))),
    )
  })
  afterAll(() => surgery.close())

  test('holds what is agreed today, told as it was agreed, the same on the laptop and on the server', async () => {
    const laptop = await laptopWith(known, { name: 'Tom', role: 'linkWorker' })
    const table = await laptop.view('report', { name: 'mayUse', params: {}, forFile: true } as never)
    expect(table?.rows).toEqual(expected)
    const onServer = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tableOf(mayUse, reportReaderOf(tx, surgery.team), {}, today, ['linkWorker', 'csv']),
    )
    expect(onServer).toEqual(table)
  })

  test('is for link workers and leads', () => {
    expect((['facilitator', 'linkWorker', 'lead'] as const).map((role) => mayRead(reportOf('mayUse'), role))).toEqual([false, true, true])
  })
})

test('[issue 12] a picture of two babies may not be used where only one was signed for, also once their parent was joined to somebody', async () => {
  const babies = aFile('Two babies', { babiesOf: [ray, ray], babyNames: ['Ada', 'Ben'] })
  const signed = (baby: string) => agreed(ray, { baby, agreedBy: 'parent', how: 'paper' })
  const samePerson = [{ id: idFor('the two'), personId: jean, otherId: ray, answer: 'same', survivorId: jean, ...written } as const]
  const said = async (useAgreement: Entity<'useAgreement'>[]) => {
    const lines = await mayUse.rows(readerOf({ ...known, media: [babies], useAgreement, samePerson }), {}, today)
    return lines.flatMap((one) => (one.what === 'picture' ? [one.words] : []))
  }
  expect(await said([signed('Ada')])).toEqual([])
  expect(await said([signed('Ada'), signed('Ben')])).toEqual(['Two babies'])
})

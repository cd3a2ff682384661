import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { flushDrafts, forgetDrafts, readDrafts, useDrafts } from '../../src/renderer/state/drafts.ts'
import { formKey, forms, type FormKey, type FormName } from '../../src/renderer/state/forms.ts'
import { unfinishedIn } from '../../src/renderer/state/unfinished.ts'

/** A key of each form with ids made up. */
const aKeyOf = (name: FormName) => formKey(name, Object.fromEntries(forms[name].ids.map((id) => [id.replace('?', ''), `${id}1`])) as never)
const disk = new Map<string, string>()
const worker = {
  saveDraft: async (key: string, text: string | null) => void (text === null ? disk.delete(key) : disk.set(key, text)),
  drafts: async () => [...disk].map(([key, text]) => ({ key, text, at: '2026-10-22T09:32:00Z' })),
}

beforeEach(async () => {
  vi.useFakeTimers()
  disk.clear()
  await readDrafts(worker)
})
afterEach(() => vi.useRealTimers())

test('what is typed in any form is on disk, and back after the laptop was locked or the app crashed', async () => {
  const keys = (Object.keys(forms) as FormName[]).map(aKeyOf)
  for (const key of keys) useDrafts.getState().keep(key, { typed: key })
  flushDrafts()
  forgetDrafts()
  await readDrafts(worker)
  expect(useDrafts.getState().drafts).toEqual(Object.fromEntries(keys.map((key) => [key, { typed: key }])))
})

test('what a screen remembers in the window alone never reaches the disk', () => {
  for (const key of ['people/find', 'import/g1', 'emergency/s1', 'toString/1']) useDrafts.getState().keep(key, 'x')
  flushDrafts()
  expect(disk.size).toBe(0)
})

test('texts that a laptop of today has on its disk are found under the same keys', () => {
  const onDisks: [FormKey, string][] = [
    [formKey('someoneNew', { sessionId: 's' }), 'someoneNew/s'],
    [formKey('core', { sessionId: 's', personId: 'p' }), 'core/s/p'],
    [formKey('concern', { sessionId: null, addsTo: null }), 'concern/-/-'],
    [formKey('concern', { sessionId: 's', addsTo: 'c' }), 'concern/s/c'],
    [formKey('contact', { personId: 'p', contactId: 'new' }), 'contact/p/new'],
    [formKey('contact', { personId: 'p', contactId: 'core', sessionId: 's' }), 'contact/p/core/s'],
    [formKey('newGroup', { nth: 'new' }), 'newGroup/new'],
    [formKey('note', { personId: 'p' }), 'note/p'],
    [formKey('count', { sessionId: 's' }), 'count/s'],
  ]
  for (const [key, known] of onDisks) expect(key).toBe(known)
})

test('a form that was left is offered where it belongs, and one with nothing in it is not', () => {
  const drafts = {
    'someoneNew/s1': { givenName: 'Bogna', familyName: ' ' },
    'someoneNew/s2': { givenName: '' },
    'core/s1/p1': {},
    'incident/s1': { what: 'A fall' },
    'concern/-/-': { what: 'secret' },
    'note/p1': 'Knee better',
    'note/p2': ' ',
    'newGroup/new': { name: 'Knit and Natter' },
    'count/s1': { typed: 3 },
  }
  expect(unfinishedIn(drafts, null).map(({ key, kind, text, personId, place }) => [key, kind, text, personId, place])).toEqual([
    ['someoneNew/s1', 'someoneNew', 'Bogna', null, null],
    ['core/s1/p1', 'core', '', 'p1', { at: 'newcomer', sessionId: 's1', personId: 'p1' }],
    ['incident/s1', 'incident', 'A fall', null, { at: 'incident', sessionId: 's1' }],
    ['concern/-/-', 'concern', '', null, { at: 'concern', sessionId: null, addsTo: null }],
    ['note/p1', 'note', 'Knee better', 'p1', { at: 'person', personId: 'p1' }],
    ['newGroup/new', 'newGroup', 'Knit and Natter', null, null],
  ])
  expect(unfinishedIn(drafts, 's2').map((one) => one.key)).toEqual(['note/p1', 'newGroup/new'])
})

/** Forms that keep nothing on disk, each with why. */
const keepNothing: Record<string, string> = {
  'features/gaps/FromVoices.tsx': 'one need, chosen from a list',
  'features/gaps/ToCode.tsx': 'one need, chosen from a list',
  'features/headCount/HeadCountScreen.tsx': 'its draft is kept by useCounting.ts',
  'features/people/Memberships.tsx': 'one group, chosen from a list',
  'features/plan/CloseForm.tsx': 'one reason, chosen from a list',
  'features/plan/ReviewForm.tsx': 'one number, chosen from a list',
  'features/register/ArrivalTime.tsx': 'one time, right there',
  'features/register/CameAlong.tsx': 'a number and what kind, right there',
  'features/rota/PutOnRota.tsx': 'one colleague, chosen from a list',
  'features/start/FirstRun.tsx': 'a code and a passphrase never lie on disk',
  'features/start/Recover.tsx': 'a code and a passphrase never lie on disk',
  'features/start/Unlock.tsx': 'a passphrase never lies on disk',
  'features/surgery/JoinAgain.tsx': 'a code and a passphrase never lie on disk',
  'features/voices/WithdrawForm.tsx': 'ticks that are set already',
  'parts/HowSure.tsx': 'one person and one number, chosen from lists',
  'parts/DialogForm.tsx': 'whose form it is keeps it',
  'ui/WhyDialog.tsx': 'one line, asked for at the moment of an act',
}

test('each form keeps what is typed in it on disk, or is named with why it does not', () => {
  const folder = fileURLToPath(new URL('../../src/renderer/', import.meta.url))
  const withForm = globSync('{features,parts,ui}/**/*.tsx', { cwd: folder }).filter((file) =>
    readFileSync(folder + file, 'utf8').match(/<(form|DialogForm)\b/),
  )
  const forgetful = withForm.filter((file) => !/\buse(Form|Edits)\b/.test(readFileSync(folder + file, 'utf8')))
  expect(forgetful.sort()).toEqual(Object.keys(keepNothing).sort())
})

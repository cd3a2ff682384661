import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { publicLanguages } from '../../src/server/publicLanguages.ts'
import { inLanguage } from '../../src/server/selfReferral/words/index.ts'
import { makeRecoveryKey } from '../../src/server/escrow.ts'
import { startServer, type Server } from '../../src/server/index.ts'
import { languages as kioskLanguages } from '../../src/renderer/kiosk/words/index.ts'
import { crisisIn } from '../../src/shared/rules/crisis.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const recoveryKey = makeRecoveryKey()
let surgery: Surgery
let server: Server
let time = Date.parse('2026-10-22T09:00:00Z')

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
  server = await startServer({ sql: surgery.sql, recoveryKey, now: () => time, port: -1, selfReferral: surgery.team })
})
afterAll(async () => {
  await server.close()
  await surgery.close()
})
afterEach(() => {
  time += 3_600_000 // another hour, another budget
})

const form = {
  givenName: 'Halina',
  familyName: 'Brzezinska',
  day: '8',
  month: '3',
  year: '1951',
  phone: '01632 960444',
  contactBy: 'text',
  reason: 'Lonely',
  agreed: 'yes',
}
const get = (lang = '') => server.app.inject({ url: `/refer${lang && `?lang=${lang}`}` })
function send(fields: Record<string, string>, lang = 'en', more: Record<string, string> = {}) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...more }
  return server.app.inject({ method: 'POST', url: `/refer?lang=${lang}`, payload: new URLSearchParams(fields).toString(), headers })
}
async function rows(record: string): Promise<Record<string, unknown>[]> {
  const found = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ body: { fields: Record<string, unknown> } }>('select body from record_row where team = $1 and record = $2 order by id', [
      surgery.team,
      record,
    ]),
  )
  return found.map((one) => one.body.fields)
}

describe('[story 19] people refer themselves on a page of the server', () => {
  test('it needs no script, and is there in every language of the kiosk', async () => {
    expect(publicLanguages.map((one) => [one.language, one.name, one.dir])).toEqual(kioskLanguages.map((one) => [one.language, one.name, one.dir]))
    for (const { language, dir, words } of publicLanguages.map(inLanguage)) {
      const page = await get(language)
      expect(page.statusCode).toBe(200)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.body).toContain(`<html lang="${language}" dir="${dir}">`)
      expect(page.body).toContain(words.danger)
      expect(page.body).not.toMatch(/<script|javascript:|\son\w+=/i)
      expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/)
    }
  })

  test('what is sent becomes somebody new and a referral, and the answer says what happens next', async () => {
    const answer = await send({ ...form, interpreter: 'yes' }, 'pl')
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('w ciągu dziesięciu dni roboczych')
    expect((await rows('person')).at(-1)).toMatchObject({
      givenName: 'Halina',
      bornOn: '1951-03-08',
      phone: '01632 960 444',
      language: 'pl',
      interpreter: 'Polski',
    })
    expect((await rows('referral')).at(-1)).toMatchObject({
      source: 'self',
      agreed: 'yes',
      urgency: 'routine',
      receivedOn: '2026-10-22',
      contactBy: 'text',
      reason: 'Lonely',
    })
  })

  test('nobody is told whether they are known: the same person twice has the same answer, and is two people until somebody says otherwise', async () => {
    const before = (await rows('person')).length
    const [first, second] = [await send(form), await send(form)]
    expect(second.body).toBe(first.body)
    expect((await rows('person')).length).toBe(before + 2)
  })

  test.each(['I want to KILL myself', 'I don’t want to live', 'myślę o samobójstwie: samobójstwo', 'ਖੁਦਕੁਸ਼ੀ', 'خودکشی', 'self-harm'])(
    '“%s” makes it urgent',
    async (reason) => {
      expect(crisisIn([reason])).not.toEqual([])
      await send({ ...form, reason })
      expect((await rows('referral')).some((one) => one['reason'] === reason && one['urgency'] === 'urgent')).toBe(true)
    },
  )

  test('bad input gets a sentence by its field, loses nothing typed and writes nothing', async () => {
    const before = (await rows('person')).length
    const answer = await send({ ...form, givenName: ' ', year: '1900', month: '1', day: '1', phone: '12', agreed: '', reason: 'Keep me' })
    expect(answer.statusCode).toBe(422)
    for (const sentence of ['Write your first name.', 'This date of birth cannot be right.', 'This phone number cannot be right.', 'Tick the box']) {
      expect(answer.body).toContain(sentence)
    }
    expect(answer.body).toContain('Keep me')
    expect((await send({ givenName: 'Ann', agreed: 'yes' })).body).toContain('Write a phone number or an email address.')
    expect((await send({ ...form, email: 'nobody' })).statusCode).toBe(422)
    expect((await send({ ...form, givenName: 'x'.repeat(300) })).statusCode).toBe(422)
    expect((await rows('person')).length).toBe(before)
  })
})

describe('[S7] the page is attacked', () => {
  test('what is typed never becomes part of the page', async () => {
    const evil = `"><img src=x onerror=alert(1)><script>alert(1)</script>'\`</textarea>`
    const answer = await send({ ...form, givenName: '', familyName: evil, reason: evil, phone: evil, email: evil, contactWords: evil, website: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain('<script>')
    expect(answer.body).not.toContain('<img')
    expect((await server.app.inject({ url: `/refer?lang=${encodeURIComponent(evil)}` })).body).not.toContain('<img')
  })

  test('a huge body, another kind of body and a body of rubbish write nothing, and are answered in words', async () => {
    const before = (await rows('person')).length
    expect((await send({ ...form, reason: 'x'.repeat(100_000) })).statusCode).toBe(413)
    const json = await server.app.inject({ method: 'POST', url: '/refer', payload: form })
    expect(json.statusCode).toBe(400)
    expect(json.body).toContain('That did not work')
    const rubbish = await server.app.inject({
      method: 'POST',
      url: '/refer',
      payload: '%%%&&==\0\0',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(rubbish.statusCode).toBe(422)
    expect((await rows('person')).length).toBe(before)
  })

  test('a program that fills in everything is thanked, and nothing is written', async () => {
    const before = (await rows('person')).length
    expect((await send({ ...form, website: 'https://spam.example' })).body).toContain('Thank you')
    expect((await rows('person')).length).toBe(before)
  })

  test('after ten in an hour from one address nothing more is written, in the reader’s language; in the next hour it is', async () => {
    const before = (await rows('person')).length
    const answers = await Promise.all(Array.from({ length: 25 }, () => send(form, 'pl')))
    expect(answers.filter((one) => one.statusCode === 429)).toHaveLength(15)
    expect(answers.find((one) => one.statusCode === 429)?.body).toContain('Spróbuj ponownie później')
    expect((await rows('person')).length).toBe(before + 10)
    time += 3_600_000
    expect((await send(form)).statusCode).toBe(200)
  })

  test('a server that was not told of a team has no such page', async () => {
    const other = await startServer({ sql: surgery.sql, recoveryKey, now: () => time, port: -1 })
    expect((await other.app.inject({ url: '/refer' })).statusCode).toBe(404)
    await other.close()
  })
})

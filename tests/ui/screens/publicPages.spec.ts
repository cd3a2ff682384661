import { sessionsPage, type GroupOnPage } from '../../../src/server/openData/page.ts'
import { publicLanguages } from '../../../src/server/publicLanguages.ts'
import { formPage } from '../../../src/server/selfReferral/page.ts'
import { readForm, typedIn } from '../../../src/server/selfReferral/form.ts'
import { inLanguage } from '../../../src/server/selfReferral/words/index.ts'
import { idFor } from '../../support/builders.ts'
import { violations } from './axe.ts'
import { expect, test } from './fixtures.ts'

const groupId = idFor('Walk and Talk')
const place = { id: idFor('park'), name: 'Riversley Park', meetingPoint: 'bandstand', address: 'Coton Road', town: 'Nuneaton', postcode: 'CV11 5TU' }
const session = { groupId, name: 'Walk and Talk', start: '10:30', end: '12:00', place, moved: false, cancelled: null, openActive: true } as const
const walk: GroupOnPage = {
  facts: {
    ...{ id: groupId, name: 'Walk and Talk', organiser: 'Nuneaton and Bedworth PCN', about: 'A slow walk, then a drink', slots: [], place },
    ...{
      pence: 0,
      costWords: '',
      contact: { name: 'the walk team', phone: '024 7600 0000', email: '' },
      url: '',
      needs: [],
      access: [],
      languages: [],
    },
    ...{ onlyFor: null, activity: null, closed: { until: '2026-11-05' } },
  },
  sessions: [
    { ...session, id: idFor('one'), date: '2026-10-22', cancelled: 'weather' },
    { ...session, id: idFor('two'), date: '2026-10-29', moved: true },
    { ...session, id: idFor('three'), date: '2026-11-05' },
  ],
}

for (const language of publicLanguages)
  test(`the server’s own pages in ${language.name}: axe finds nothing, and nothing runs out at four times the text`, async ({ page }) => {
    const form = inLanguage(language)
    const typed = typedIn(new URLSearchParams({ givenName: 'Halina', bornOnDay: '31', bornOnMonth: '2', bornOnYear: '1951' }))
    const asked = { page: 'https://gather.example/sessions', calendar: 'https://gather.example/sessions.ics', language }
    const ofWalk = sessionsPage('Nuneaton and Bedworth PCN', [walk], asked)
    expect(ofWalk).toContain('the walk team, <a href="tel:02476000000">024 7600 0000</a>')
    for (const html of [
      ofWalk,
      sessionsPage('Nuneaton and Bedworth PCN', [], asked),
      formPage(form, typed, readForm(typed, form, '2026-10-22').problems),
    ]) {
      const address = `${process.env['GALLERY']}publicPage.html`
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(address)
      expect(await violations(page, 'light', true)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      if (process.env['GATHER_LOOK'])
        await page.screenshot({ path: `${process.env['GATHER_LOOK']}/${language.language}-${html.length}.png`, fullPage: true })
      await page.unroute(address)
    }
  })

import AxeBuilder from '@axe-core/playwright'
import { screens } from '../gallery/screens.ts'
import { expect, test } from './fixtures.ts'

/** Everything axe knows of WCAG 2.2 AA, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const screen of screens) {
  if (screen.name === 'starting') continue
  test(`${screen.name}: axe finds nothing, in any theme`, async ({ show }) => {
    const page = await show(screen)
    for (const theme of ['light', 'dark', 'sun']) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      const found = violations.flatMap((one) => one.nodes.map((node) => `${theme} ${one.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`))
      expect(found).toEqual([])
    }
  })

  test(`${screen.name}: everything one presses is 44 px high`, async ({ show }) => {
    const page = await show(screen)
    const small = await page.evaluate(() => {
      const presses = [...document.querySelectorAll<HTMLElement>('button, select, textarea, input:not([type=radio], [type=checkbox], [type=file]), [role=option], [role=menuitem], summary')]
      return presses.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect()
        const inText = one.matches('.link--inline') // a link in a sentence is as high as the sentence (WCAG 2.5.8)
        const seen = one.checkVisibility() && width > 0 && !one.closest('.out-of-sight, .skip')
        return seen && !inText && (height < 43.5 || width < 43.5) ? [`${one.textContent?.slice(0, 30)} ${Math.round(width)}x${Math.round(height)}`] : []
      })
    })
    expect(small).toEqual([])
  })

  test(`${screen.name}: nothing runs out at twice the text, nor on 320 px`, async ({ show }) => {
    const page = await show(screen, 'light', { width: 683, height: 384 })
    for (const width of [683, 320]) {
      await page.setViewportSize({ width, height: 640 })
      const over = await page.evaluate(() => {
        const wide = document.documentElement.scrollWidth - window.innerWidth
        if (wide <= 0) return []
        return [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest('.table-scroll'))
          .slice(0, 5).map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
      })
      expect(over, `${width} px`).toEqual([])
    }
  })
}

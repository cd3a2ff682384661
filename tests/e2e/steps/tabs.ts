import { expect, type Locator } from '@playwright/test'

/** More stops than any screen has before what is looked for. */
const mostTabs = 120

/**
 * Goes there with Tab and Shift+Tab alone, the shorter way. How far it is is looked up on the page, and as many keys are pressed before
 * one looks again where the focus is; a page on which it is nowhere has lost it.
 */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const { keyboard } = target.page()
  for (let tabs = 0; tabs <= mostTabs;) {
    const away = await target.evaluate(tabsAway)
    if (away === 0) return
    if (away === null) throw new Error(`nothing has the focus on the way to ${String(target)}`)
    const lot = Math.min(Math.abs(away), mostTabs)
    for (let nth = 0; nth < lot; nth++) await keyboard.press(away < 0 ? 'Shift+Tab' : 'Tab')
    tabs += lot
  }
  throw new Error(`${mostTabs} times Tab do not reach ${String(target)}`)
}

/**
 * How many stops there are to it from where the focus is, backwards below 0; null when it is nowhere, which it may be only on a page that
 * was loaded a moment ago. Runs in the page.
 */
async function tabsAway(target: Element): Promise<number | null> {
  const sameOf = (one: Element) => target instanceof HTMLInputElement && target.type === 'radio' && (one as HTMLInputElement).name === target.name
  const isThere = (one: Element) => target.contains(one) || sameOf(one)
  const nowhere = () => document.activeElement === null || document.activeElement === document.body
  const isNew = document.documentElement.dataset['tabbed'] === undefined
  document.documentElement.dataset['tabbed'] = ''
  for (let frames = 0; frames < 120 && nowhere() && !isNew; frames++) await new Promise(requestAnimationFrame) // until a dialog has gone
  if (nowhere() && !isNew) return null
  const now = document.activeElement ?? document.body
  if (!nowhere() && isThere(now)) return 0

  const within = target.closest('[role=dialog]') ?? document
  const radios = new Set<string>()
  const isStop = (one: HTMLElement) => {
    if (one.tabIndex < 0 || one.matches(':disabled, [inert] *') || !one.checkVisibility({ checkVisibilityCSS: true })) return false
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
    const isOne = one.checked || !document.querySelector(`input[name="${one.name}"]:checked`)
    return isOne && !radios.has(one.name) && Boolean(radios.add(one.name))
  }
  const stops = [...within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter(isStop)
  const before = (one: Element) => (now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  const at = stops.indexOf(now as HTMLElement)
  const to = stops.findIndex(isThere)
  if (to < 0) return 1
  const ahead = to - (at < 0 ? stops.filter(before).length - 0.5 : at)
  const straight = Math.ceil(Math.abs(ahead)) * Math.sign(ahead)
  const around = within === document ? straight : straight - Math.sign(straight) * stops.length
  return Math.abs(around) < Math.abs(straight) ? around : straight
}

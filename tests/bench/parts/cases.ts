import type { Locator } from '@playwright/test'
import { putListProbe, type Shown } from '../page/listProbe.ts'
import { watchTasks, type WindowWork } from '../page/tasks.ts'
import type { Laptop } from '../rig/laptop.ts'
import type { Caseload } from '../world/caseload.ts'
import type { InventedTeam } from '../world/team.ts'

/** A press on a list. */
export interface Press extends Shown {
  /** Which list answered, as a line of the report is called. */
  list: string
  /** What was pressed, to find it again. */
  did: string
}

/** All of them by the clock, and those of one more round with the processor time of the window: what others do on the machine is not in it. */
export interface WentThrough {
  presses: Press[]
  works: (WindowWork & Pick<Press, 'list' | 'did'>)[]
}

/** The worker has told nothing for so long: nothing is under way that the next press would wait for. Milliseconds. */
const quietMs = 120
const patienceMs = 20_000

/** Goes through every list of the work with cases, filter by filter, as a lead does. @param rounds how often all of it */
export async function measureCases(laptop: Laptop, team: InventedTeam, caseload: Caseload, rounds: number): Promise<WentThrough> {
  const { page } = laptop
  await page.evaluate(() => window.probe.watchStatus())
  await page.evaluate(putListProbe)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Groups' }).click() // so that Today is gone to
  const walk = new Walk(laptop, team, caseload)
  await walk.round(-1) // the first way through, nothing of the app's code has run yet
  walk.presses.length = 0
  for (let at = 0; at < rounds; at++) await walk.round(at)
  const presses = walk.presses.splice(0)
  const works = await watchTasks(laptop, () => walk.round(rounds))
  if (works.length !== walk.presses.length) throw new Error(`${works.length} of ${walk.presses.length} presses were noted`)
  return { presses, works: works.map((one, at) => ({ ...one, list: walk.presses[at]?.list ?? '', did: walk.presses[at]?.did ?? '' })) }
}

class Walk {
  readonly presses: Press[] = []
  private readonly laptop: Laptop
  private readonly team: InventedTeam
  private readonly caseload: Caseload
  private writes = 0

  constructor(laptop: Laptop, team: InventedTeam, caseload: Caseload) {
    this.laptop = laptop
    this.team = team
    this.caseload = caseload
  }

  /** Each list after a write, so that nothing is kept from the round before. */
  async round(nth: number): Promise<void> {
    const days = [this.myDay, this.myDay, this.myDay] // few presses each, and of six the slowest would be the 95th of a hundred
    for (const list of [...days, this.cases, this.referrals, this.directory, this.gaps, this.people]) {
      await this.write()
      await list.call(this, nth)
    }
  }

  private async myDay(): Promise<void> {
    await this.rail('Today', 'Today', ['today', 'pairs'])
    await this.rail('My day', 'My day', ['myDay'])
    await this.choose('My day', 'Show', ['myDay'], ['mine', 'team'])
    await this.pressed('My day, all of it', 'Show all', ['myDay'], () =>
      this.button(/^Show all/)
        .first()
        .click(),
    )
  }

  private async cases(): Promise<void> {
    await this.rail('Cases', 'Cases', ['cases'])
    await this.choose('Cases', 'Whose', ['cases'])
    await this.pick('Cases', 'Whose', ['cases'], 'all')
    await this.choose('Cases', 'Show', ['cases'])
    await this.pick('Cases', 'Show', ['cases'], 'open')
    await this.choose('Cases, in each order', 'Order', ['cases'])
    await this.pick('Cases, in each order', 'Order', ['cases'], 'next')
    await this.type('Cases', 'Find by name', ['cases'], 'ma')
    await this.pressed('Cases', 'Show more', ['cases'], () => this.button('Show more').click())
    await this.pick('Cases', 'Whose', ['cases'], 'mine')
  }

  private async referrals(): Promise<void> {
    await this.pressed('Referrals', 'F4', ['referrals'], () => this.laptop.page.keyboard.press('F4'))
    await this.choose('Referrals', 'Show', ['referrals'])
    await this.pick('Referrals', 'Show', ['referrals'], 'all')
    await this.choose('Referrals', 'From', ['referrals'])
    await this.pick('Referrals', 'From', ['referrals'], '')
    await this.choose('Referrals', 'Link worker', ['referrals'])
    await this.pick('Referrals', 'Link worker', ['referrals'], '')
    await this.type('Referrals', 'Find by name', ['referrals'], 'ma')
    await this.pressed('Referrals', 'Show more', ['referrals'], () => this.button('Show more').click())
    await this.pick('Referrals', 'Show', ['referrals'], 'unanswered')
  }

  private async directory(nth: number): Promise<void> {
    await this.rail('Directory', 'Directory', ['directory'])
    await this.type('Directory', 'Find a group or service', ['directory'], 'ma')
    for (const label of ['What it helps with', 'Who runs it', 'Day', 'Town']) await this.choose('Directory', label, ['directory'], null, nth, 4)
    for (const tick of [/^Free$/, /^Has places$/, /^Open now$/, /^To check/]) await this.tick('Directory', tick)
    await this.pressed('Directory', 'Show more', ['directory'], () => this.button('Show more').click())
  }

  private async tick(list: string, name: string | RegExp): Promise<void> {
    for (const turn of ['on', 'off']) await this.pressed(list, `${String(name)} ${turn}`, ['directory'], () => this.button(name).click())
  }

  /** Behind the directory. */
  private async gaps(): Promise<void> {
    await this.pressed('Gaps', 'Gaps', ['gaps'], () => this.button('Gaps').click())
    for (const months of ['6 months', '12 months']) await this.pressed('Gaps', months, ['gaps'], () => this.button(months).click())
    await this.pressed('Gaps', 'a line', ['gapLine'], () => this.laptop.page.locator('.gaps__table th button').first().click())
    await this.laptop.page.keyboard.press('Escape')
    await this.laptop.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await this.pressed('Gaps', '3 months', ['gaps'], () => this.button('3 months').click())
  }

  private async people(nth: number): Promise<void> {
    await this.rail('People', 'People', ['people'])
    const one = this.caseload.cases[(nth + 1) * 7 + 3]
    const person = this.team.people.find(({ id }) => id === one?.personId)
    await this.type('People', 'Find a person', ['people'], `${person?.givenName.slice(0, 3)} ${person?.familyName.slice(0, 3)}`)
    await this.pressed('A person', 'Enter', ['person', 'story'], () => this.laptop.page.keyboard.press('Enter'))
    const find = this.button('Find something for them').first()
    await find.waitFor()
    await this.pressed('The match', 'Find something for them', ['matching', 'matches'], () => find.click())
    await this.choose('The match', 'Add a need', ['matches'], null, nth, 3)
    await this.choose('The match', 'How far they can go', ['matches'])
    await this.choose('The match', 'What it may cost', ['matches'])
  }

  private rail(list: string, name: string, views: string[]): Promise<void> {
    const places = this.laptop.page.getByRole('navigation', { name: 'Places' })
    return this.pressed(list, `to ${name}`, views, () => places.getByRole('button', { name }).first().click())
  }

  /** Every choice of a list but the one that stands there. @param most of long ones only so many, others in each round */
  private async choose(list: string, label: string, views: string[], values: string[] | null = null, nth = 0, most = 99): Promise<void> {
    const all =
      values ??
      (await this.box(label)
        .locator('option')
        .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value)))
    const others = all.filter((one) => values || one !== '')
    const from = Math.max(0, nth * most) % Math.max(1, others.length)
    for (const value of [...others.slice(from), ...others.slice(0, from)].slice(0, most)) await this.pick(list, label, views, value)
    if (!values && all.includes('') && label !== 'Add a need') await this.pick(list, label, views, '')
  }

  private async pick(list: string, label: string, views: string[], value: string): Promise<void> {
    if ((await this.box(label).inputValue()) === value) return
    await this.pressed(list, `${label}: ${value}`, views, () => this.box(label).selectOption(value))
  }

  /** Letter by letter, and all of them out again. */
  private async type(list: string, label: string, views: string[], text: string): Promise<void> {
    const field = this.laptop.page.getByRole('searchbox', { name: label })
    if (await field.inputValue()) await this.pressed(list, 'nothing typed', views, () => field.fill(''))
    await field.focus()
    for (const letter of text)
      await this.pressed(list, `"${letter}" of "${text}"`, views, () => this.laptop.page.keyboard.press(letter === ' ' ? 'Space' : letter))
    if (list !== 'People') await this.pressed(list, 'nothing typed', views, () => field.fill(''))
  }

  private async pressed(list: string, did: string, views: string[], press: () => Promise<unknown>): Promise<void> {
    const { page } = this.laptop
    await page.evaluate((ms) => window.lists?.untilQuiet(ms), quietMs)
    await page.evaluate((given) => window.lists?.arm(given), views)
    await press()
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`${list}: nothing came of "${did}"`)), patienceMs).unref())
    const shown = await Promise.race([page.evaluate(() => window.lists?.shown()), late])
    if (shown) this.presses.push({ list, did, ...shown })
  }

  /** Somebody writes down what comes next, and the server has it. */
  private async write(): Promise<void> {
    const nth = this.writes++
    const { page } = this.laptop
    const episodeId = this.caseload.cases[nth % this.caseload.cases.length]?.episodeId
    const done = (await this.laptop.call('run', 'setNextAction', { episodeId, nextAction: `Write ${nth}`, nextActionOn: null })) as { ok: boolean }
    if (!done.ok) throw new Error('the next action was not written')
    await page.evaluate(() => window.probe.untilStatus('sent'))
  }

  private box(label: string): Locator {
    return this.laptop.page.getByRole('combobox', { name: label })
  }

  private button(name: string | RegExp): Locator {
    return this.laptop.page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' })
  }
}

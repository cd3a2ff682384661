import { beforeEach, describe, expect, test } from 'vitest'
import type { RegisterView } from '../../src/renderer/workerLink/views.ts'
import { RegisterActs } from '../../src/renderer/features/register/registerActs.ts'
import type { RegisterPorts } from '../../src/renderer/features/register/registerPorts.ts'
import { aGroup, aMembership, aPerson, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'
import { words } from './words.ts'

const walk = which('Walk and Talk')
const names = ['Jean Oakes', 'Ray Oakes', 'Nisha Kaur']
const [jean, ray] = names.map((name) => idFor(name)) as [string, string]

const raysCard = 'A7QM29XD4T5V8W0Z'

/** The register as the window has it open, over a laptop with its real store. Time, and how slow the disk is, are the test's. */
class OpenRegister {
  readonly laptop: TestLaptop
  readonly acts: RegisterActs
  readonly heard: string[] = []
  focused = 0
  /** What is answered when a closed register asks why; null gives up. */
  why: string | null = 'arrived late'
  private view: RegisterView
  private timers: { at: number; run: () => void }[] = []
  private now = 0
  private disk: Promise<void> = Promise.resolve()

  constructor(laptop: TestLaptop, view: RegisterView) {
    this.laptop = laptop
    this.view = view
    const slowly = async <Answer>(work: () => Promise<Answer>) => {
      await this.disk
      return work()
    }
    const worker: RegisterPorts['worker'] = {
      run: (name, input) => slowly(() => laptop.run(name, input)),
      signInBest: (input) => slowly(() => laptop.laptop.signInBest(input)),
    }
    this.acts = new RegisterActs({
      worker,
      register: () => this.view,
      words: () => words,
      askWhy: async () => this.why,
      toSearch: () => {
        this.focused++
      },
      readOut: (text) => this.heard.push(text),
      now: () => '2026-10-22T09:31:00.000Z',
      later: (ms, run) => this.timers.push({ at: this.now + ms, run }),
      heldBack: { hold: (draw) => draw(), letGo: () => {} },
      afterDrawing: async () => {},
    })
  }

  get shown() {
    return this.acts.shown.getState()
  }

  /** From now on the disk takes its time, until the answer is called. */
  slowDisk(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.disk = promise
    return () => {
      this.disk = Promise.resolve()
      resolve()
    }
  }

  pass(ms: number): void {
    this.now += ms
    const due = this.timers.filter(({ at }) => at <= this.now)
    this.timers = this.timers.filter((one) => !due.includes(one))
    due.forEach(({ run }) => run())
  }

  /** The worker tells the register as it is now. */
  async comes(): Promise<void> {
    this.view = (await this.laptop.view('register', { sessionId: sessionId(walk) }))!
    this.acts.registerCame()
  }

  async here(): Promise<string[]> {
    const now = await this.laptop.view('register', { sessionId: sessionId(walk) })
    return now!.here.filter((row) => !row.left).map((row) => row.name)
  }

  hits(text: string) {
    return this.laptop.laptop.searchIn({ sessionId: sessionId(walk), text })
  }
}

let register: OpenRegister
beforeEach(async () => {
  const laptop = await laptopWith({
    group: [aGroup('Walk and Talk')],
    person: names.map((name) => aPerson(name)),
    membership: names.map((name) => aMembership('Walk and Talk', name)),
    card: [{ id: idFor('card'), personId: ray, token: raysCard, madeAt: at('09:00'), byId: idFor('Tom Ashby') }],
  })
  register = new OpenRegister(laptop, (await laptop.view('register', { sessionId: sessionId(walk) }))!)
})

const theRow = async () => {
  await register.comes()
  return (await register.laptop.view('register', { sessionId: sessionId(walk) }))!.here[0]!
}

describe('Enter', () => {
  test('acts on the text as typed at that moment, no list needed, and the box is empty for the next name at once', async () => {
    const diskIsDone = register.slowDisk()
    register.acts.type('jea')
    const first = register.acts.enter([])
    expect(register.shown).toMatchObject({ text: '', asked: 'jea' })
    register.acts.type('ray')
    const second = register.acts.enter([])
    diskIsDone()
    await Promise.all([first, second])
    expect((await register.here()).toSorted()).toEqual(['Jean Oakes', 'Ray Oakes'])
    expect(register.shown).toMatchObject({ text: '', asked: '' })
  })

  test('on an empty box does nothing', async () => {
    register.acts.type('  ')
    await register.acts.enter([])
    expect([await register.here(), register.heard]).toEqual([[], []])
  })

  test('signs in who the arrow keys have chosen; they go round in a circle', async () => {
    const hits = await register.hits('oakes')
    register.acts.type('oakes')
    register.acts.step(1, hits)
    expect(register.shown.chosen).toBe(1)
    register.acts.step(1, hits)
    register.acts.step(-1, hits)
    await register.acts.enter(hits)
    await expect.poll(() => register.here()).toEqual([hits[1]!.name])
  })

  test('on a name that nobody has brings the text back, unless the next is being typed', async () => {
    register.acts.type('zzq')
    await register.acts.enter([])
    expect(register.shown).toMatchObject({ text: 'zzq', outcome: { nobody: 'zzq' } })
    const diskIsDone = register.slowDisk()
    const done = register.acts.enter([])
    register.acts.type('ra')
    diskIsDone()
    await done
    expect(register.shown.text).toBe('ra')
  })

  test('on who is here already says so and undoes nothing', async () => {
    await register.laptop.does('signInPerson', { session: walk, personId: jean })
    register.acts.type('jean')
    await register.acts.enter([])
    expect(register.shown.outcome?.text).toBe('Jean Oakes was here already.')
    const [hit] = await register.hits('jean')
    register.acts.pickHit(hit!)
    expect(await register.here()).toEqual(['Jean Oakes'])
  })

  test('by a scanner, on whose card it is, says their name when they are here already', async () => {
    for (const said of ['Ray Oakes is', 'Ray Oakes was here already.']) {
      register.acts.type(raysCard)
      await register.acts.enter([])
      expect(register.shown.outcome?.text).toContain(said)
    }
    expect(await register.here()).toEqual(['Ray Oakes'])
  })
})

describe('a sign-in on its way to the disk', () => {
  test('is not drawn for a moment, then with its name, then with a ring, and is gone once its row is there', async () => {
    const diskIsDone = register.slowDisk()
    register.acts.type('jean')
    const done = register.acts.enter([])
    expect(register.shown.pending).toEqual([])
    register.pass(30)
    expect(register.shown.pending).toMatchObject([{ name: 'Signing in “jean”', slow: false, landed: null }])
    register.pass(100)
    expect(register.shown.pending).toMatchObject([{ slow: true, landed: null }])
    diskIsDone()
    await done
    expect(register.shown.pending).toMatchObject([
      { personId: jean, name: 'Jean Oakes', slow: false, landed: words.clock('2026-10-22T09:31:00.000Z') },
    ])
    await register.comes()
    expect(register.shown.pending).toEqual([])
  })

  test('two are drawn newest first and one does not take the place of the other', async () => {
    const diskIsDone = register.slowDisk()
    const both = ['jean', 'ray'].map((text) => {
      register.acts.type(text)
      return register.acts.enter([])
    })
    register.pass(130)
    expect(register.shown.pending.map((one) => one.name)).toEqual(['Signing in “ray”', 'Signing in “jean”'])
    diskIsDone()
    await Promise.all(both)
  })

  test('gives its place up when no row comes', async () => {
    register.acts.pick(jean, 'Jean Oakes')
    await expect.poll(() => register.shown.pending).toMatchObject([{ personId: jean }])
    register.pass(2000)
    expect(register.shown.pending).toEqual([])
  })

  test('by a card that a full disk refused is tried again as a card', async () => {
    register.laptop.host.journalTrouble = 'diskFull'
    register.acts.type(raysCard)
    await register.acts.enter([])
    register.laptop.host.journalTrouble = null
    register.shown.outcome?.retry?.()
    await expect.poll(() => register.here()).toEqual(['Ray Oakes'])
    expect([...register.laptop.store.own.values()].flat().map(({ change }) => change.fields['how'])).toContain('card')
  })

  test('that a full disk refused draws no tick, and can be tried again', async () => {
    register.laptop.host.journalTrouble = 'diskFull'
    register.acts.pick(jean, 'Jean Oakes')
    await expect.poll(() => register.shown.outcome).toMatchObject({ tone: 'trouble' })
    expect([register.shown.pending, await register.here()]).toEqual([[], []])
    register.laptop.host.journalTrouble = null
    register.shown.outcome!.retry!()
    await expect.poll(() => register.here()).toEqual(['Jean Oakes'])
  })
})

describe('what is said under the search', () => {
  test('that somebody is signed in is no longer said once that was undone', async () => {
    register.acts.type('jean')
    await register.acts.enter([])
    await register.comes()
    expect(register.shown.outcome).toMatchObject({ tone: 'good', personId: jean })
    await register.laptop.does('voidSignIns', { signInIds: (await theRow()).signInIds })
    await register.comes()
    expect(register.shown.outcome).toBeNull()
  })

  test('is kept until the row has come, and forgotten with the next letter', async () => {
    register.acts.type('jean')
    await register.acts.enter([])
    register.acts.registerCame() // the register of before
    expect(register.shown.outcome).not.toBeNull()
    register.acts.type('r')
    expect(register.shown.outcome).toBeNull()
  })

  test('is read out', async () => {
    register.acts.pick(ray, 'Ray Oakes')
    await expect.poll(() => register.heard).toHaveLength(1)
    expect(register.heard[0]).toContain('Ray Oakes')
  })
})

describe('undo on a row', () => {
  test('takes the sign-in back and leads the focus to the search, as the button goes with the row', async () => {
    await register.laptop.does('signInPerson', { session: walk, personId: jean })
    await register.acts.ofRow.undo(await theRow())
    expect([await register.here(), register.focused]).toEqual([[], 1])
    expect(register.shown.outcome?.text).toContain('Jean Oakes')
  })

  test('pressing a name, too, leads the focus back to the search', async () => {
    register.acts.type('je')
    register.acts.pick(jean, 'Jean Oakes')
    expect([register.focused, register.shown.text]).toEqual([1, ''])
    await expect.poll(() => register.here()).toEqual(['Jean Oakes'])
  })
})

describe('on a closed register', () => {
  beforeEach(async () => {
    await register.laptop.does('closeSession', { session: walk, mismatchReason: 'nobody counted' })
    await register.comes()
  })

  test('each act asks why first', async () => {
    register.acts.type('jean')
    await register.acts.enter([])
    expect(await register.here()).toEqual(['Jean Oakes'])
  })

  test('a card, too, asks why for whose it is', async () => {
    register.acts.type(raysCard)
    await register.acts.enter([])
    expect(await register.here()).toEqual(['Ray Oakes'])
  })

  test('who gives no reason does nothing', async () => {
    register.why = null
    register.acts.type('jean')
    await register.acts.enter([])
    register.acts.pick(ray, 'Ray Oakes')
    expect([await register.here(), register.shown.pending]).toEqual([[], []])
  })
})

test('somebody archived is brought back and signed in by one press', async () => {
  await register.laptop.does('editPerson', { personId: jean, fields: { archivedOn: '2026-10-01' } })
  register.acts.pick(jean, 'Jean Oakes')
  await expect.poll(() => register.shown.outcome?.more).toBeDefined()
  expect(await register.here()).toEqual([])
  register.shown.outcome!.more!.run()
  await expect.poll(() => register.here()).toEqual(['Jean Oakes'])
})

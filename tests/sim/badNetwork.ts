import { fail } from '../../src/shared/std/result.ts'
import type { Link } from '../../src/shared/sync/exchangeOnce.ts'
import { faults } from './faults.ts'
import type { Random } from './random.ts'
import { PowerCut, type SimLaptop } from './simLaptop.ts'

/** A network that may lose either way, repeat, or be cut in the first load. @param act does something on the laptop meanwhile */
export function badNetwork(good: Link, random: Random, laptop: SimLaptop, act: () => Promise<void>): Link {
  const trouble = random.below(100)
  let loaded = false
  return {
    exchange: async (request) => {
      if (loaded && trouble >= 80) {
        faults.lostAfterLoad++
        return fail('offline')
      }
      if (trouble < 12) {
        faults.requestLost++
        return fail('offline')
      }
      if (trouble >= 24 && trouble < 32) {
        faults.sentTwice++
        await good.exchange(request)
      }
      const reply = await good.exchange(request)
      if (trouble >= 12 && trouble < 24) {
        faults.replyLost++
        return fail('noAnswer')
      }
      if (trouble >= 32 && trouble < 48) {
        faults.typedMeanwhile++
        await act()
      }
      return reply
    },
    snapshot: async (query) => {
      if (trouble >= 48 && trouble < 60) {
        faults.snapshotCut++
        return fail('offline')
      }
      if (trouble >= 90) {
        faults.cutWhileLoading++
        throw new PowerCut()
      }
      const page = await good.snapshot(query)
      loaded ||= page.ok && !page.value.next
      if (trouble >= 60)
        for (let times = random.below(4); times > 0; times--) {
          faults.typedMeanwhile++
          await act()
        }
      return page
    },
    split: async (request) => {
      const what = random.below(100)
      if (what < 10) return fail('offline')
      if (what < 20) await good.split(request)
      const reply = await good.split(request)
      if (what >= 20 && what < 40) {
        faults.splitLost++
        return fail('noAnswer')
      }
      if (what >= 40 && what < 60) {
        faults.typedWhileSplitting++
        await act()
      }
      laptop.cutWhenBecoming = what >= 85
      return reply
    },
  }
}

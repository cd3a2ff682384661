import type { Link } from '../../src/shared/sync/exchangeOnce.ts'
import { faults } from './faults.ts'
import type { SimLaptop } from './simLaptop.ts'
import type { SimServer } from './simServer.ts'

/**
 * SY33: while a colleague reaches nothing, nothing new of theirs goes into the log. What went in before is answered as before.
 * Wraps the way to the server.
 */
export function watchReach(server: SimServer, laptop: SimLaptop, link: Link): Link {
  return {
    ...link,
    exchange: async (request) => {
      const reachesNothing = await server.reachesNothing(laptop.joined.colleague)
      const head = await server.head()
      const reply = await link.exchange(request)
      for (const one of reply.ok ? reply.value.results : []) {
        if (one.state === 'held' && one.code === 'outOfReach') faults.outOfReach++
        if (one.state === 'held' && one.code === 'notHereYet') faults.notHereYet++
        if (reachesNothing && one.state === 'accepted' && one.revision > head)
          throw new Error('out of reach: a change of a colleague without a group went in')
      }
      return reply
    },
  }
}

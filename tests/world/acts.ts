import type { CommandName, InputOf } from '../../src/shared/commands/index.ts'
import { at, idFor, which } from '../support/builders.ts'
import { newToday } from './walk.ts'

/** Something that was done on the laptop, and when. */
export interface Act {
  time: string
  does(run: Run): Promise<unknown>
}
/** Does a command, and answers what it answers. */
export type Run = <Name extends CommandName>(name: Name, input: InputOf<Name>) => Promise<unknown>

const session = which('Walk and Talk')
const signsIn = (name: string, time: string): Act => ({ time, does: (run) => run('signInPerson', { session, personId: idFor(name) }) })

/** What was done at the gate with no network: fourteen changes. */
export function atTheGate(): Act[] {
  const [givenName = '', familyName = ''] = newToday.split(' ')
  return [
    { time: '10:18', does: (run) => run('addSomeoneNew', { session, givenName, familyName, member: true }) },
    signsIn('Abdul Karim', '10:20'),
    signsIn('Jean Bostock', '10:20'),
    signsIn('Mavis Oakes', '10:21'),
    signsIn('Stan Whitmore', '10:26'),
    signsIn('Ruth Adeyemi', '10:27'),
    signsIn('Gurpreet Sandhu', '10:29'),
    signsIn('Ivy Pemberton', '10:30'),
    {
      time: '10:30',
      does: async (run) => {
        const { signInId } = (await run('signInPerson', { session, personId: idFor('Len Cartwright') })) as { signInId: string }
        await run('voidSignIns', { signInIds: [signInId] })
      },
    },
    signsIn('Derek Holloway', '10:31'),
    { time: '10:31', does: (run) => run('addNote', { aboutId: idFor('Derek Holloway'), text: 'Has a spare inhaler in his bag.' }) },
  ]
}

/** Registers that this laptop has taken along. */
export function takenAlong(device: { id: string; name: string }): Act[] {
  const along = (group: string, date: string): Act => ({
    time: '08:53',
    does: (run) => run('takeAlong', { session: which(group, date), deviceId: device.id, deviceName: device.name }),
  })
  return [along('Walk and Talk', '2026-10-22'), along('Pain Café', '2026-10-23')]
}

/** What went wrong at the gate, and waits to be sent. */
export function somethingHappened(): Act[] {
  return [
    {
      time: '10:28',
      does: (run) =>
        run('reportIncident', {
          session,
          kind: 'fall',
          happenedAt: at('10:20'),
          personIds: [idFor('Stan Whitmore')],
          what: 'Slipped on wet leaves at the bridge and sat down hard. Got up by himself and walked on.',
          injury: 'Graze on the left hand',
          firstAid: 'Cleaned, plaster',
          ambulance: false,
          witnesses: 'Ruth Adeyemi',
          weather: 'Wet leaves',
          followUp: 'Ring him tonight',
        }),
    },
    { time: '10:29', does: (run) => run('passOnConcern', { session, what: 'He came without his coat again.', told: 'Sunita Rao, 10:25' }) },
  ]
}

/** What the surgery will keep aside: it does not let this colleague, or does not know the form. */
export function keptAside(): Act[] {
  return [
    { time: '10:11', does: (run) => run('signInPerson', { session, personId: idFor('Trevor Hines') }) },
    { time: '10:12', does: (run) => run('editGroup', { groupId: idFor('Walk and Talk'), fields: { capacity: 40 } }) },
  ]
}

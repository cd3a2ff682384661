import { at, idFor, type Known } from '../support/builders.ts'

/** The report for the board of the pictures. */
export const boardOfWalk = idFor('Walk and Talk for the board')

/** A board report that is needed on every first Monday, set up in summer. */
export function boards(): Known {
  return {
    boardReport: [
      {
        id: boardOfWalk,
        name: 'Walk and Talk for the board',
        groupIds: [idFor('Walk and Talk'), idFor('Pain Café')],
        parts: ['growth', 'outcomes', 'confidence', 'waiting'],
        from: '2023-10-01',
        words: 'People tell us that they come for the walk and stay for the talk.\nWe would like a second walk, in Bedworth.',
        every: 'firstMonday',
        at: at('09:00', '2026-07-20'),
        byId: idFor('Nisha'),
      },
    ],
  }
}

// Every source of tasks for My day, a line each. One more is one more file and one more line.
export { fromReferrals } from './fromReferrals.ts'
export { fromCases } from './fromCases.ts'
export { fromAway } from './fromAway.ts'
export { fromOffers } from './fromOffers.ts'
export { fromMeasures } from './fromMeasures.ts'
export { fromMessages } from './fromMessages.ts'
export { fromVoices } from './fromVoices.ts'
export { fromBoard } from './fromBoard.ts'

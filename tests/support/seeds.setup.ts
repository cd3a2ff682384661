import fc from 'fast-check'

/**
 * Every property of every test draws from one seed, so that a run fails only for a reason. Fast-check names the seed with
 * each failure; `npm run properties -- --seed S` plays it again, and without a seed tries new ones.
 */
const given = process.env['GATHER_SEED']
const seed = given === undefined ? 20261127 : Number(given)
if (!Number.isInteger(seed)) throw new Error(`GATHER_SEED takes a whole number, not "${given}"`)

fc.configureGlobal({ seed })

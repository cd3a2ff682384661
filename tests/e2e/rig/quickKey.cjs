'use strict'
// Loaded into the desktop app before its own code (-r): the passphrase's key costs a hundredth of the memory that it costs a team, where a
// test is not about that. At a second of a core each, a run's two hundred keys were a sixth of its time.
const modules = require('node:module')

const load = modules._load
modules._load = (name, ...rest) => (name === '@node-rs/argon2' ? quick(load(name, ...rest)) : load(name, ...rest))

function quick(argon) {
  return { ...argon, hashRaw: (passphrase, options) => argon.hashRaw(passphrase, { ...options, memoryCost: options.memoryCost >> 7 }) }
}

/** One planted bug: in these shipped files this text is replaced by that. A text that is not found fails the run. */
export interface Mutant {
  name: string
  edits: { file: string; from: string; to: string }[]
}

const exchange = 'src/server/exchange.ts'
const local = 'src/renderer/data/localStore.ts'
const copies = 'src/server/copies.ts'
const split = 'src/renderer/data/split.ts'
const fold = 'src/shared/changes/fold.ts'
const lease = 'src/renderer/data/lease.ts'
const memory = 'src/renderer/data/memory.ts'

/** The bugs of sync-security 2.8 and house 9, planted in the code that ships. Each must be caught. */
export const mutants: Mutant[] = [
  {
    name: 'a restored server is not noticed',
    edits: [
      { file: exchange, from: 'if (echoed === epoch) return broken', to: 'if (echoed) return null' },
      { file: local, from: "if (isAnotherEpoch(store, sent, reply)) return 'epoch'", to: '' },
      { file: local, from: "return reply.haveN < store.state.haveN ? 'behind' : null", to: 'return null' },
    ],
  },
  {
    name: 'a restore trusts a laptop that was taken off the team',
    edits: [{ file: 'src/server/backup/trust.ts', from: 'own.revokedAt ?? last?.revokedAt ?? kept?.at ?? null', to: 'own.revokedAt' }],
  },
  {
    name: 'a reader skips a revision',
    edits: [
      {
        file: 'src/server/page.ts',
        from: 'l.revision > $2 and l.revision <= $3 and (l.device',
        to: 'l.revision > $2 + 1 and l.revision <= $3 and (l.device',
      },
    ],
  },
  {
    name: 'what a lost store wrote is not told to the next',
    edits: [
      {
        file: 'src/server/page.ts',
        from: 'const [own, before] = [`any(${bind(groups)}::uuid[])`, bind(writtenBefore)]',
        to: 'const [own, before] = [`any(${bind(groups)}::uuid[])`, bind(writtenBefore * 0)]',
      },
    ],
  },
  {
    name: 'a change that is known is taken in again',
    edits: [{ file: 'src/server/takeIn.ts', from: 'judged.filter((one) => !known.has(one.id))', to: 'judged' }],
  },
  {
    name: 'changes are forgotten when accepted, not when durable',
    edits: [{ file: local, from: '(entry.revision ?? Infinity) <= durable', to: 'entry.revision !== null' }],
  },
  {
    name: 'a reset wipes the outbox',
    edits: [{ file: local, from: 'entries: again,', to: 'entries: again, forget: [...store.log.keys()],' }],
  },
  {
    name: 'bad changes are dropped instead of held',
    edits: [
      {
        file: 'src/server/held.ts',
        from: 'if (bad.length === 0) return []',
        to: "if (bad.length >= 0) return bad.map(({ id, code }) => ({ state: 'held', id, code }))",
      },
    ],
  },
  {
    name: 'held changes are not offered again after a restore',
    edits: [
      {
        file: local,
        from: "filter((entry) => entry.state !== 'pending').map(toPending)",
        to: "filter((entry) => entry.state === 'accepted').map(toPending)",
      },
      { file: local, from: "entry.state === 'pending' || store.reoffer.has(entry.sequence)", to: "entry.state === 'pending'" },
    ],
  },
  {
    name: 'a void that comes before its sign-in is ignored',
    edits: [
      {
        file: fold,
        from: 'const before = row ?? emptyRow(change.record, change.row)',
        to: "const before = row ?? emptyRow(change.record, change.row)\n  if (!row && 'voidedAt' in change.fields) return before",
      },
    ],
  },
  {
    name: 'a wrong clock is believed',
    edits: [{ file: 'src/server/stamps.ts', from: 'const capped = Math.min(moved, clocks.now + futureMs)', to: 'const capped = moved - moved + ms' }],
  },
  {
    name: 'a reply settles everything that waits',
    edits: [
      {
        file: local,
        from: 'const result = byId.get(own.entry.id)',
        to: "const result: ChangeResult | undefined = byId.get(own.entry.id) ?? { state: 'accepted', id: own.entry.id, revision: 1, effective: own.change.stamp }",
      },
    ],
  },
  {
    name: 'rows are overwritten instead of folded',
    edits: [{ file: fold, from: 'else if (isNewer(at, value, before, field)) set', to: 'else set' }],
  },
  {
    name: 'refused fields stay in the row',
    edits: [
      {
        file: 'src/renderer/data/store.ts',
        from: "own.filter(({ entry }) => entry.state !== 'held' || (!entry.closed && definitionOf(record)?.shownWhileHeld))",
        to: 'own',
      },
    ],
  },
  {
    name: 'the journal is not replayed',
    edits: [{ file: 'src/renderer/data/replay.ts', from: 'if (missing.length > 0) await file(store, missing)', to: '' }],
  },
  {
    name: 'side-by-side values overwrite each other',
    edits: [{ file: fold, from: 'if (beside.includes(field)) keepBeside', to: 'if (beside.length > 99) keepBeside' }],
  },
  {
    name: 'a first load removes rows with unsent changes',
    edits: [{ file: local, from: 'store.own.has(key) || (taken.has(key)', to: '(taken.has(key)' }],
  },
  {
    name: 'durable of another history counts',
    edits: [{ file: local, from: "const forget = moved && reply.device === 'ok' ?", to: 'const forget = reply.durable > 0 ?' }],
  },
  {
    name: 'an exchange that does not follow the last is not noticed',
    edits: [{ file: copies, from: 'return mark.is === marks.is || mark.is === marks.before', to: 'return true' }],
  },
  {
    name: 'a number used twice is not noticed',
    edits: [{ file: copies, from: 'device.copied || twice > 0 ||', to: 'device.copied ||' }],
  },
  {
    name: 'a laptop that once wrote more goes on as it is',
    edits: [{ file: split, from: 'return !isNew && (reply.lastN ?? reply.haveN) > wrote', to: 'return false' }],
  },
  {
    name: 'that numbers a laptop asks for are held is not looked at',
    edits: [{ file: copies, from: 'if (lost) await markCopied', to: 'if (lost && team === id) await markCopied' }],
  },
  {
    name: 'a copy keeps the id of its laptop',
    edits: [{ file: split, from: 'if (!split) return null', to: 'if (split || !split) return null' }],
  },
  {
    name: 'what a laptop wrote under its old id is not let in',
    edits: [{ file: 'src/server/judge.ts', from: 'author.formerly?.has(device) === true', to: 'author.formerly?.has(device) === false' }],
  },
  {
    name: 'that it was found to be a copy does not outlive a crash',
    edits: [{ file: local, from: '...copy,', to: '' }],
  },
  {
    name: 'a split asked for twice is two laptops',
    edits: [{ file: 'src/server/split.ts', from: 'if (made) return { device: made }', to: 'if (made && made === from.id) return { device: made }' }],
  },
  {
    name: 'everything is said before everything is fetched',
    edits: [
      {
        file: 'src/renderer/words/statusInWords.ts',
        from: 'status.lastReached && !status.whole',
        to: 'status.lastReached && !status.whole && status.pending > 0',
      },
    ],
  },
  {
    name: 'nobody looks whose row it is',
    edits: [
      {
        file: 'src/server/reach.ts',
        from: 'return good.length > 0 && !author.revoked && asks(author, good)',
        to: 'return good.length < 0 && asks(author, good)',
      },
      { file: 'src/server/secondLock.ts', from: "if (role !== 'facilitator') return", to: 'if (team) return' },
    ],
  },
  {
    name: 'a lead’s word is judged by the reach of who wrote it',
    edits: [
      {
        file: 'src/server/held.ts',
        from: "by !== 'byRule' ? alone : (await withinReach(tx, team, [{ author, judged: alone }])).flat()",
        to: '(await withinReach(tx, team, [{ author: { ...author, role: held[0]?.role ?? undefined }, judged: alone }])).flat()',
      },
    ],
  },
  {
    name: 'what waits is not let in when it comes',
    edits: [{ file: 'src/server/held.ts', from: 'if (waiting.length === 0) return head', to: 'if (waiting.length >= 0) return head' }],
  },
  {
    name: 'what a newer app wrote is dropped',
    edits: [
      { file: local, from: 'parked: others.filter((change) => !isKnown(change)).map((change) => ({ id: change.id, value: change })),', to: '' },
    ],
  },
  {
    name: 'a laptop is emptied before all it wrote has an answer',
    edits: [
      {
        file: 'src/shared/sync/exchangeOnce.ts',
        from: "else if (device === 'wipe' && outbox.changes.length === 0) return",
        to: "else if (device === 'wipe') return",
      },
      { file: 'src/renderer/data/wipe.ts', from: 'return store.unfiled.length > 0 ||', to: 'return store.unfiled.length < 0 &&' },
    ],
  },
  {
    name: 'a laptop is emptied without offering once more what a restored server has forgotten',
    edits: [{ file: 'src/shared/sync/exchangeOnce.ts', from: "device === 'wipe' && !offeredAll", to: "device === 'wipe' && offeredAll" }],
  },
  {
    name: 'a server restored between a reset and the load is not noticed',
    edits: [
      { file: local, from: "return reply.device === 'ok' && store.state.heardEpoch", to: "return reply.device !== 'ok' && store.state.heardEpoch" },
    ],
  },
  {
    name: 'a server restored after it answered a laptop that was off the team is not noticed',
    edits: [{ file: local, from: '? { heardEpoch: resetIsDue.heardEpoch } : null', to: '? null : null' }],
  },
  {
    name: 'that a reset is due does not outlive a cut',
    edits: [{ file: local, from: '(reset ? resetIsDue : heard(store.state, reply))', to: 'heard(store.state, reply)' }],
  },
  {
    name: 'the lease never ends',
    edits: [{ file: lease, from: "latest - reached >= leaseMs ? 'over'", to: "latest - reached >= leaseMs * 100 ? 'over'" }],
  },
  {
    name: 'an exchange does not renew the lease',
    edits: [{ file: lease, from: '? { reached: now, ahead: this', to: '? { reached: this.current().reached, ahead: this' }],
  },
  { name: 'the lease goes by the laptop’s own clock', edits: [{ file: lease, from: 'ahead: this.store.ports.now() - now,', to: 'ahead: 0,' }] },
  {
    name: 'who was taken off the team keeps the lease',
    edits: [{ file: lease, from: '{ ...this.current(), takenOff: true }', to: '{ ...this.current(), takenOff: false }' }],
  },
  {
    name: 'what is written of somebody who was joined does not follow',
    edits: [{ file: memory, from: 'isOfPerson(name, field) ? this.joins.idsOf(id) : [id]', to: 'isOfPerson(name, field) ? [id] : [id]' }],
  },
  {
    name: 'what was read before a join is shown as it was',
    edits: [{ file: memory, from: "if (changed === 'all') this.entities = new WeakMap()", to: "if (changed === 'all') return" }],
  },
  {
    name: 'a join that comes by the exchange is not looked at',
    edits: [
      { file: 'src/renderer/data/joins.ts', from: "if (record === 'samePerson' ||", to: "if ((record === 'samePerson' && this.named.size === 0) ||" },
    ],
  },
  {
    name: 'a screen of before names whom it was drawn with',
    edits: [
      {
        file: 'src/renderer/data/run.ts',
        from: 'command.ofTwoAsWritten ? checked.data : asShown(store, checked.data)',
        to: 'checked.data',
      },
    ],
  },
  {
    name: 'a text of a plan replaces what nobody had seen',
    edits: [
      { file: 'src/shared/commands/planRows.ts', from: 'seen ? open.filter((stamp) => seen.includes(stamp)) : open', to: 'seen ? open : open' },
    ],
  },
  {
    name: 'of two texts of a plan the newer wins',
    edits: [
      { file: 'src/shared/records/plan.ts', from: 'sideBySide: [...planTexts],', to: "sideBySide: planTexts.filter((one) => one !== 'important')," },
    ],
  },
  {
    name: 'a case is whose it was first read to be',
    edits: [{ file: 'src/shared/rules/cases.ts', from: '(!last || newestFirst(one, last) < 0)) last = one', to: '!last) last = one' }],
  },
  {
    name: 'a hand-over takes what somebody else has by now',
    edits: [
      { file: 'src/shared/commands/cases.ts', from: 'isOpen(found) && ownerNow(rows, id) === fromId ? [found]', to: 'isOpen(found) ? [found]' },
    ],
  },
  {
    name: 'what is of a case stays with somebody who no longer works with cases',
    edits: [
      {
        file: local,
        from: '(taken.has(key) && mayLieOn(store.role(), recordOf(key)))',
        to: 'taken.has(key)',
      },
    ],
  },
  {
    name: 'a store that was lost shows a facilitator again what they wrote of cases',
    edits: [{ file: local, from: 'notForThem(store)])', to: '[]])' }],
  },
  {
    name: 'a journal keeps the words of whoever was erased',
    edits: [{ file: 'src/renderer/data/erase.ts', from: '(goes(change) ? erasedChange(change) : change)', to: 'change' }],
  },
  {
    name: 'what comes later of whoever was erased keeps its words',
    edits: [{ file: 'src/server/erase.ts', from: '[...named, ...written]', to: 'named' }],
  },
  {
    name: 'a row whose owner is named by a held change alone is nobody’s',
    edits: [{ file: 'src/server/erase.ts', from: 'if (unlike.length === 0) return', to: 'if (unlike.length >= 0) return' }],
  },
  {
    name: 'what a laptop has blanked goes over what the server has whole',
    edits: [{ file: fold, from: 'held === erasedText) return false', to: 'held === erasedText) return value === erasedText' }],
  },
  {
    name: 'what a laptop has whole goes over what the server has blanked',
    edits: [{ file: fold, from: 'held === erasedText) return false', to: 'held === erasedText) return held === erasedText' }],
  },
  {
    name: 'a change of whoever was erased is another one under its id',
    edits: [
      { file: 'src/server/takeIn.ts', from: 'if (hash === one.hash || erased.has(one.id)) return one', to: 'if (hash === one.hash) return one' },
    ],
  },
  {
    name: 'what is unsent goes with the register that fell out of time',
    edits: [{ file: 'src/renderer/data/outOfTime.ts', from: 'all.some((one) => waiting.has(one) || ', to: 'all.some((one) => ' }],
  },
  {
    name: 'what fell out of time stays',
    edits: [{ file: local, from: "...(moved && reply.device === 'ok' ? fallenAfter(store.state, reply) : {}),", to: '' }],
  },
]

/** How often each kind of trouble really happened: a simulation in which one never did proves nothing (house 7, 14). */
export const faults = {
  requestLost: 0, replyLost: 0, sentTwice: 0, typedMeanwhile: 0, snapshotCut: 0, lostAfterLoad: 0, restarted: 0, storeLost: 0, storeRefused: 0,
  diskFull: 0, clockWrong: 0, heldNotAllowed: 0, revoked: 0, restored: 0, restoredRevoked: 0, newerApp: 0, parked: 0, doubleSignIn: 0, undoneByAnother: 0,
  sideBySide: 0, outOfReach: 0, letInByLead: 0, notHereYet: 0, sightChanged: 0, putBack: 0, usedOffline: 0, twiceInUse: 0, becameOwn: 0, splitLost: 0,
  typedWhileSplitting: 0, cutWhileBecoming: 0, cutWhileLoading: 0,
  restoredWhileCopied: 0, everything: 0, wantedEmpty: 0, emptied: 0, putBackByOne: 0, cutBeforeReset: 0, leaseOver: 0, leaseKept: 0,
}

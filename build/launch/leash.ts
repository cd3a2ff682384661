/**
 * Loaded into the server before its own code (`node --import`): ends it in good order when the launcher is gone, however that
 * went. The launcher holds the other end of standard input; a process that was killed lets go of it too.
 */
process.stdin.once('close', () => process.emit('SIGTERM')).resume()
process.stdin.once('error', () => undefined)

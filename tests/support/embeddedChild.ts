import { startEmbedded } from '../../src/server/sql/embedded.ts'

/** A server's process as the embedded database sees it: starts it, says where it is, and stays until it is killed. */
const [folder = '', password = ''] = process.argv.slice(2)
const said: string[] = []
try {
  const embedded = await startEmbedded({
    folder,
    password,
    say: (line) => {
      said.push(line)
    },
  })
  process.stdout.write(`${JSON.stringify({ port: embedded.port, pid: embedded.pid(), said })}\n`)
  process.on('SIGTERM', () => {
    void embedded.stop().then(() => process.exit(0))
  })
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
}

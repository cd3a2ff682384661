import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Servers and commands that tests start keep their compiled code there: each is up with half the processor. */
const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'gather-server-compiled') }

/**
 * Two kinds of tests, told apart by the file's name: `x.test.ts` needs nothing but Node; `x.pg.test.ts` needs a real
 * PostgreSQL, which one global set-up starts for the whole run (`npx vitest --project pg`).
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    maxWorkers: 2, // a laptop's two cores; each memory database takes half a gigabyte
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['tests/{shared,data,main,server,sim,ui,scan,support,run,rigs}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.pg.test.ts'],
          setupFiles: 'tests/support/seeds.setup.ts',
          execArgv: ['--max-semi-space-size=64'],
          isolate: false, // each file puts back what it replaces; reading the same modules again for each took a third of the run
          pool: 'forks', // as threads, one crash of V8 under several WebAssembly databases took the whole run with it
          testTimeout: 90_000, // the slowest takes five seconds: only what hangs is ended, not what a busy machine holds up
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'pg',
          env,
          include: ['tests/**/*.pg.test.ts'],
          pool: 'forks',
          globalSetup: 'tests/support/postgresForRun.ts',
          setupFiles: 'tests/support/seeds.setup.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

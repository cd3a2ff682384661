import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { appShell } from './build/appShell.ts'
import { devPage } from './build/devPage.ts'
import { forOldElectron, newerBuiltIns } from './build/forOldElectron.ts'

/**
 * Three bundles: `main` and `preload` as CommonJS (a sandboxed preload cannot be a module), the window as modules with its
 * worker and service worker. `GATHER_BUILD=electron22` builds the same for the Electron that the tests drive where the current
 * one cannot be fetched (tests/electron/README.md), into a folder of its own, so that the two never mix.
 */
const old = process.env['GATHER_BUILD'] === 'electron22'
const out = old ? 'out/electron22' : 'out'
const about = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const define = { __APP_VERSION__: JSON.stringify(about.version) }
const node = old ? 'node16.13' : 'node24.18'
const chrome = old ? 'chrome108' : 'chrome120' // tablets, and browsers a few years old

export default defineConfig({
  main: {
    define,
    build: {
      outDir: `${out}/main`,
      target: node,
      externalizeDeps: false, // `dependencies` are what the server runs on; the shell takes in what it needs of them
      rolldownOptions: {
        external: ['@node-rs/argon2'], // a native module stays a file
        input: { index: resolve('src/main/index.ts') },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          dynamicImportInCjs: false, // by require: a package's archive is closed to import()
        },
      },
    },
  },
  preload: {
    define,
    build: {
      outDir: `${out}/preload`,
      target: node,
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts'), kiosk: resolve('src/preload/kiosk.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    define,
    plugins: [react(), appShell(), devPage(), ...(old ? forOldElectron(out, about.version) : [])],
    worker: { format: 'es', plugins: () => (old ? [newerBuiltIns()] : []) },
    build: {
      outDir: `${out}/renderer`,
      target: chrome,
      cssTarget: chrome,
      minify: true,
      assetsInlineLimit: 0, // data: addresses are not in the window's policy
      rolldownOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          kiosk: resolve('src/renderer/kiosk.html'),
          serviceWorker: resolve('src/renderer/serviceWorker.ts'),
        },
        output: {
          entryFileNames: (chunk) => (chunk.name === 'serviceWorker' ? 'serviceWorker.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  },
})

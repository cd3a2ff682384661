import { defineConfig } from '@playwright/test'

/** Every screen over the shipped worker, in a browser: accessibility, keys, layout. No server: the network is scripted. */
export default defineConfig({
  testDir: 'screens',
  outputDir: '../../test-results/screens',
  globalSetup: './screens/buildGallery.ts',
  workers: 3, // two cores; while a page is closed and the next one opens, a third uses them
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000, // axe looks at every one of 400 rows
  expect: { timeout: 20_000 },
  reporter: 'line',
})

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the gallery: every screen over the shipped worker and a world of tests/world, for looking at and for axe. Never part of the app. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: process.env['GALLERY_OUT'] ?? '../../../node_modules/.cache/gallery',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'kiosk.html'].map((name) => resolve(import.meta.dirname, name)) },
    target: 'chrome108',
    cssTarget: 'chrome108',
  },
  server: { fs: { strict: false } },
})

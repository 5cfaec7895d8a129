import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from '../../../remix.config.js'

/** The reference of the list bench: Remix and nothing else. */
export default defineConfig({ plugins: [remix({ ...remixConfig, buildDirectory: 'build' })], build: { target: 'es2022' } })

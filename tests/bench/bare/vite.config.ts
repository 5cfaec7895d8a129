import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from '../../../remix.config.js'

/** The reference of the list bench: Remix and nothing else. Built from the project's root, whose package names `#app`. */
export default defineConfig({
  plugins: [remix({ ...remixConfig, appDirectory: 'tests/bench/bare/app', buildDirectory: 'tests/bench/bare/build' })],
  build: { target: 'es2022' },
})

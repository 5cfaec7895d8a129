import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * One server bundle: server.ts and the routes share every module, so there is one writer connection (decision 0003). Beside it
 * the thread that plans a wave, which opens no database (decision 0014).
 */
const input = { index: './server.ts', 'plan-worker': './app/services/delivery/plan-worker.ts' }

const serverEntry: Plugin = {
  name: 'commonfield:server-entry',
  enforce: 'post',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input, output: { entryFileNames: '[name].js' } } } } : {}),
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { target: 'node' },
})

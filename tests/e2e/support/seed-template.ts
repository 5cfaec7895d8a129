import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runNode } from '../../../scripts/setup/run-command.mjs'

export const template = path.resolve('.cache/browser-tests/template.db')

/** Playwright's global set-up: the demo alliance as of today, once; every worker sells from a copy. */
export default async function seedTemplate() {
  if (!existsSync('build/server/index.js')) throw new Error('There is no build to test: npm run build, or npm run test:e2e.')
  rmSync(path.dirname(template), { recursive: true, force: true })
  mkdirSync(path.dirname(template), { recursive: true })
  const env = { ...process.env, DATABASE_URL: `file:${template}` }
  const { code, output } = await runNode(['--import', 'tsx', 'scripts/seed.ts'], { env, quiet: true })
  if (code !== 0) throw new Error(`The demo alliance could not be seeded:\n${output}`)
}

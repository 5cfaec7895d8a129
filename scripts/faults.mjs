import { randomInt } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { asCount, closingLine, countVitest } from './setup/count-results.mjs'
import { installPackages } from './setup/install-packages.mjs'
import { openPostgres } from './setup/open-postgres.mjs'
import { requireNode } from './setup/require-node.mjs'
import { root, runTool } from './setup/run-command.mjs'
import { orExplain, Stop, say, seconds } from './setup/say.mjs'

const minute = 60_000
const reports = path.join(root, '.cache/reports')
const wants = (flag) => process.argv.includes(`--${flag}`)

async function drill(name, env) {
  const report = path.join(reports, `faults-${name}.json`)
  const args = ['run', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`, 'tests/faults']
  const { code } = await runTool('vitest/vitest.mjs', args, { env: { ...process.env, ...env }, limitMs: 5 * 60 * minute })
  return asCount(countVitest(report), code === 0)
}

async function onPostgres(env) {
  const { url, close } = await openPostgres()
  try {
    return await drill('postgres', { ...env, DATABASE_URL: url })
  } finally {
    await close()
  }
}

/**
 * `npm run faults`: the fault drills in full on SQLite and on PostgreSQL; `--short` as `npm test` runs them, `--sqlite` or
 * `--postgres` on one of them. FAULTS_SEED does the same again.
 */
await orExplain(async () => {
  requireNode()
  process.chdir(root)
  await installPackages()
  mkdirSync(reports, { recursive: true })
  const seed = process.env.FAULTS_SEED ?? String(randomInt(2 ** 31))
  if (!/^\d+$/.test(seed)) throw new Stop('FAULTS_SEED is a whole number.')
  say(`fault drills, seed ${seed}`)
  const env = { FAULTS: wants('short') ? 'short' : 'full', FAULTS_SEED: seed, DATABASE_URL: '' }
  const stages = { sqlite: () => drill('sqlite', env), postgres: () => onPostgres(env) }
  const chosen = Object.keys(stages).filter(wants)
  const counts = []
  for (const name of chosen.length > 0 ? chosen : Object.keys(stages)) {
    const startedAt = performance.now()
    const count = await stages[name]()
    counts.push(count)
    say(`${count.failed > 0 ? '✗' : '✓'} ${name.padEnd(12)}${seconds(performance.now() - startedAt).padStart(9)}  ${closingLine([count])}`)
  }
  say(`seed ${seed}: ${closingLine(counts)}`)
  process.exit(counts.some(({ failed }) => failed > 0) ? 1 : 0)
})

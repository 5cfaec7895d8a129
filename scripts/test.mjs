import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildShop } from './setup/build-shop.mjs'
import { asCount, closingLine, countPlaywright, countVitest } from './setup/count-results.mjs'
import { hintAtFonts, requireBrowser } from './setup/find-browser.mjs'
import { installPackages } from './setup/install-packages.mjs'
import { openPostgres } from './setup/open-postgres.mjs'
import { requireNode } from './setup/require-node.mjs'
import { root, runTool } from './setup/run-command.mjs'
import { orExplain, Stop, say, seconds } from './setup/say.mjs'

const minute = 60_000
const reports = path.join(root, '.cache/reports')

/** Nothing of the caller's own set-up reaches a test: no database, no keys, no mail server. */
const foreign =
  /^(DATABASE_(URL|MAX_MB)|FAULTS|PORT|PUBLIC_URL|DATA_DIR|NODE_ENV|JOBS|SANDBOX_URL|SMTP_URL|MAIL_FROM|STRIPE_.*|BETTER_AUTH_.*)$/
const ownEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))

/** One program that either agrees or does not. */
const check = (entry, args) => async () => {
  const { code } = await runTool(entry, args, { env: ownEnv, limitMs: 10 * minute })
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function vitest(name, files, env = {}) {
  const report = path.join(reports, `${name}.json`)
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...files]
  const { code } = await runTool('vitest/vitest.mjs', args, { env: { ...ownEnv, ...env }, limitMs: 15 * minute })
  return asCount(countVitest(report), code === 0)
}

/** Tests that open a database, through a world or by themselves: the ones worth running on a second dialect. */
function databaseTests() {
  const files = ['app', 'db', 'scripts', 'tests'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  const reads = (file, name) => new RegExp(`/${name}['.]`).test(readFileSync(path.join(root, file), 'utf8'))
  const openers = new Set(['fresh-database'])
  for (let before = 0; before < openers.size; ) {
    before = openers.size
    for (const file of files.filter((one) => /^tests.support.*[.]ts$/.test(one))) {
      if ([...openers].some((name) => reads(file, name))) openers.add(path.basename(file, '.ts'))
    }
  }
  return files.filter((file) => /[.]test[.]tsx?$/.test(file) && [...openers].some((name) => reads(file, name)))
}

async function onPostgres() {
  const { url, close } = await openPostgres()
  try {
    return await vitest('postgres', databaseTests(), { DATABASE_URL: url })
  } finally {
    await close()
  }
}

async function build() {
  await buildShop()
  return { passed: 1, failed: 0, skipped: 0 }
}

async function browser() {
  hintAtFonts()
  const report = path.join(reports, 'browser.json')
  const env = { ...ownEnv, BROWSER_PATH: await requireBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const { code } = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env, limitMs: 20 * minute })
  return asCount(countPlaywright(report), code === 0)
}

const stages = {
  types: check('typescript/bin/tsc', ['--noEmit']),
  lint: check('@biomejs/biome/bin/biome', ['check', '.']),
  boundaries: check(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'app db scripts tests server.ts --config .dependency-cruiser.mjs --output-type err'.split(' '),
  ),
  unit: () => vitest('unit', []),
  postgres: onPostgres,
  build,
  browser,
}

/** @returns the stages asked for with `--only types,unit`, all of them without */
function chosen(args) {
  const at = args.findIndex((arg) => arg.startsWith('--only'))
  if (at < 0) return Object.keys(stages)
  const names = (args[at].split('=')[1] ?? args[at + 1] ?? '').split(',').filter(Boolean)
  const unknown = names.filter((name) => !(name in stages))
  if (unknown.length > 0 || names.length === 0) throw new Stop(`--only takes some of: ${Object.keys(stages).join(', ')}`)
  return names
}

/** A stage that fails does not stop the next one; only the browser waits for a build. */
async function runStage(name) {
  say(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const startedAt = performance.now()
  let count
  try {
    count = await stages[name]()
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`)
    count = { passed: 0, failed: 1, skipped: 0 }
  }
  return { name, count, ms: performance.now() - startedAt }
}

/** `npm test`: installs what is missing and runs everything, one stage after another. */
await orExplain(async () => {
  requireNode()
  process.chdir(root)
  const names = chosen(process.argv.slice(2))
  const startedAt = performance.now()
  await installPackages()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const done = []
  for (const name of names) {
    const unbuilt = done.some((stage) => stage.name === 'build' && stage.count.failed > 0)
    if (name === 'browser' && unbuilt) done.push({ name, count: { passed: 0, failed: 1, skipped: 0 }, ms: 0 })
    else done.push(await runStage(name))
  }
  say(`\n── summary ${'─'.repeat(53)}`)
  for (const { name, count, ms } of done)
    say(`${count.failed > 0 ? '✗' : '✓'} ${name.padEnd(12)}${seconds(ms).padStart(8)}  ${closingLine([count])}`)
  say(`all together ${seconds(performance.now() - startedAt)}\n`)
  say(closingLine(done.map(({ count }) => count)))
  process.exit(done.some(({ count }) => count.failed > 0) ? 1 : 0)
})

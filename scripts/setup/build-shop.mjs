import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runTool } from './run-command.mjs'
import { Stop, say, seconds } from './say.mjs'

const sources = [
  'app',
  'db',
  'public',
  'server.ts',
  'vite.config.ts',
  'scripts/setup/subset-display-font.mjs',
  'remix.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const markFile = path.join(root, 'build/.commonfield-sources')

function* filesOf(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return
  const entries = path.extname(place) === '' ? readdirSync(full, { recursive: true, withFileTypes: true }) : []
  if (entries.length === 0) return yield full
  for (const entry of entries)
    if (entry.isFile() && !/[.]test[.]tsx?$/.test(entry.name)) yield path.join(entry.parentPath ?? entry.path, entry.name)
}

/** What the build is made from, as one word: names and contents of every source that is not a test. */
export function fingerprintSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((place) => [...filesOf(place)]).sort()) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Builds the shop when there is no build of just these sources. */
export async function buildShop() {
  const wanted = fingerprintSources()
  if (existsSync(markFile) && readFileSync(markFile, 'utf8') === wanted) return say('The build is up to date.')
  say('Building the shop …')
  const startedAt = performance.now()
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await runTool('@remix-run/dev/dist/cli.js', ['vite:build'], { env, quiet: true })
  if (code !== 0) throw new Stop(`${output.split('\n    at ')[0]}\n\nThe shop could not be built: the reason is above.`)
  writeFileSync(markFile, wanted)
  say(`Built in ${seconds(performance.now() - startedAt)}.`)
}

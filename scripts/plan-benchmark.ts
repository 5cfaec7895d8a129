import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { searchRuns } from '../app/domain/delivery/string-removal/search-runs.ts'
import { checkAnswer } from './benchmark/check-answer.ts'
import { poseInstance } from './benchmark/pose-instance.ts'
import { readInstance } from './benchmark/read-instance.ts'

/**
 * `npm run -s plan:benchmark -- FILE --seconds S [--seed N]`: the planner's search on a published instance, for S seconds of one
 * thread's processor time, reading included. One JSON line: the checked cost by the convention of the instance's family.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string' }, seed: { type: 'string' } } })
const [file] = positionals
const seconds = Number(values.seconds ?? 10)
const seed = Number(values.seed ?? 1)
if (!file || !(seconds > 0) || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run -s plan:benchmark -- FILE --seconds S [--seed N]\n')
  process.exit(2)
}

const startedAt = performance.now()
const atStart = process.cpuUsage()
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage(atStart)
  return (user + system) / 1e6
}

/** The processor's clock is dear to ask: once in so many times does, and the search asks every 32 tries. */
const asksBetween = 16
let asked = 0
let part = 0
function spent() {
  if (asked++ % asksBetween === 0) part = cpuSeconds() / seconds
  return part
}

const instance = readInstance(readFileSync(file, 'utf8'))
const { runs, iterations } = searchRuns(poseInstance(instance), { seed, spent })
const routes = runs.flat().filter((route) => route.length > 0)
const cost = checkAnswer(instance, routes)
if (process.env.VERBOSE)
  process.stderr.write(`${iterations} iterations, ${((performance.now() - startedAt) / 1000).toFixed(1)} s by the clock\n`)
process.stdout.write(
  `${JSON.stringify({ instance: instance.name, cost, routes: routes.length, seconds: Math.round(cpuSeconds() * 100) / 100 })}\n`,
)

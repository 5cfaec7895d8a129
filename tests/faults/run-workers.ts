import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'

/** What a process of the shop is to do. `atMs` is the time it is there when it starts. */
export type Work = { atMs: number } & (
  | { kind: 'trade'; run: string; sandboxPort: number }
  | { kind: 'buy'; from: number; until: number; atOnce: number }
  | { kind: 'settle'; period: string; settlementId: string }
)

export type Worker = {
  /** what it has told, line by line, so far */
  told: string[]
  /** resolves when it is at work */
  ready: Promise<void>
  /** resolves when it has ended; rejects when it ended badly by itself */
  ended: Promise<void>
  /** kill -9, whatever it is doing; resolves when it is gone and all it told has been read */
  kill(): Promise<void>
}

let bundled: Promise<string> | undefined

/** The worker as one file, so that a process of it starts at once: made once for all test files of this process, gone with it. */
const bundle = (): Promise<string> => {
  bundled ??= (async () => {
    const folder = path.resolve('.cache/faults')
    mkdirSync(folder, { recursive: true })
    const outfile = path.join(folder, `worker-${process.pid}.mjs`)
    const entry = path.resolve('tests/faults/work-until-killed.ts')
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, logLevel: 'error' })
    process.once('exit', () => rmSync(outfile, { force: true }))
    return outfile
  })()
  return bundled
}

export async function startWorker(databaseUrl: string, work: Work): Promise<Worker> {
  const child = spawn(process.execPath, [await bundle(), JSON.stringify(work)], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told: string[] = []
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const lines = createInterface({ input: child.stdout })
  const read = new Promise<void>((resolve) => lines.once('close', resolve))
  const ready = new Promise<void>((resolve) => lines.once('line', () => resolve()))
  lines.on('line', (line) => told.push(line))
  let killed = false
  const ended = exitOf(child).then(async (code) => {
    await read
    if (!killed && code !== 0) throw new Error(`a worker ended with ${code}:\n${complaint}`)
  })
  ended.catch(() => {})
  return {
    told,
    ready: Promise.race([ready, ended]),
    ended,
    async kill() {
      killed = true
      child.kill('SIGKILL')
      await ended
    },
  }
}

const exitOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', (code) => resolve(code)))

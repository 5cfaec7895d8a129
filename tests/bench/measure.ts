import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

export const say = (line: string) => process.stderr.write(`${line}\n`)

export const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

export type Load = { count: number; seconds: number; perSecond: number; p50Ms: number; p99Ms: number }

/** Runs `total` pieces of work, `clients` at a time, and measures each. A piece that throws fails the bench. */
export async function underLoad({
  clients,
  total,
  work,
}: {
  clients: number
  total: number
  work: (index: number) => Promise<unknown>
}): Promise<Load> {
  const took: number[] = []
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let index = next++; index < total; index = next++) {
        const begunAt = performance.now()
        await work(index)
        took.push(performance.now() - begunAt)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0)
  return { count: total, seconds: round(seconds), perSecond: round(total / seconds), p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** CPU seconds this process has used so far. */
export const ownCpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** CPU seconds another process has used so far, as the system counts them (to a hundredth). */
export function cpuSecondsOf(pid: number): number {
  const text = execFileSync('ps', ['-o', 'cputimes=', '-p', String(pid)], { encoding: 'utf8' })
  return procCpuSeconds(pid) ?? Number(text.trim())
}

function procCpuSeconds(pid: number): number | null {
  try {
    const fields = execFileSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' })
      .split(') ')[1]!
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

export const round = (value: number) => Math.round(value * 1000) / 1000

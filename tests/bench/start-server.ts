import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

export type Running = { origin: string; port: number; pid: number; stop: () => Promise<void> }

/**
 * The built server as a process of its own, as it runs in production; ready when it answers. `SERVER_FLAGS` goes to its
 * Node: `SERVER_FLAGS='--cpu-prof --cpu-prof-dir=…'` shows where a bench's time goes.
 */
export async function startServer(entry: string, settings: Record<string, string> = {}): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [...(process.env.SERVER_FLAGS?.split(' ') ?? []), entry], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', CHANGES_PER_MINUTE: '1000000000', ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://localhost:${port}`
  await answers(`${origin}/healthz`, child)
  return { origin, port, pid: child.pid!, stop: () => ended(child) }
}

/** Before it listens a process reads the whole shelf: seconds where there are many products. */
async function answers(url: string, child: ChildProcess) {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url}`)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

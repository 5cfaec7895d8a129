import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a command in the project's folder to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, limitMs?: number, uid?: number, gid?: number, cwd?: string }} options
 *   `quiet` keeps the output for the answer instead of showing it; past `limitMs` the command and its children are ended
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, quiet = false, limitMs, ...as } = {}) {
  return new Promise((resolve, reject) => {
    const detached = limitMs !== undefined && process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd: root,
      env,
      detached,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...as,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text))
    const end = () => process.kill(detached ? -child.pid : child.pid, 'SIGKILL')
    const timer = limitMs === undefined ? undefined : setTimeout(end, limitMs)
    const stopped = (signal) => {
      end()
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    if (detached) for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopped)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stopped)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Node.js itself, with the same flags nobody gave it. */
export const runNode = (args, options) => run(process.execPath, args, options)

/** The npm that started us, or the one on the PATH. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options)
  return process.platform === 'win32' ? run('npm.cmd', args, { ...options, shell: true }) : run('npm', args, options)
}

/** A tool of node_modules, by the file it starts from. */
export const runTool = (entry, args, options) => runNode([path.join(root, 'node_modules', entry), ...args], options)

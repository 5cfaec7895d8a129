import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runNpm } from './run-command.mjs'
import { Stop, say } from './say.mjs'

const lockFile = path.join(root, 'package-lock.json')
const installedFile = path.join(root, 'node_modules/.package-lock.json')
const markFile = path.join(root, 'node_modules/.commonfield-lock')

const readOrEmpty = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

/**
 * Whether what is installed is what the lock asks for. Packages for other machines may be missing.
 * @param {string} lock package-lock.json
 * @param {string} installed node_modules/.package-lock.json, empty when there is none
 */
export function isInstalled(lock, installed) {
  if (installed === '') return false
  const have = JSON.parse(installed).packages ?? {}
  return Object.entries(JSON.parse(lock).packages).every(
    ([place, wanted]) =>
      place === '' ||
      (have[place]
        ? have[place].version === wanted.version
        : wanted.optional === true || wanted.devOptional === true || wanted.peer === true),
  )
}

/** node-gyp compiles against the headers beside this Node.js when they are there, instead of fetching them. */
function withHeaders(env) {
  const prefix = path.resolve(path.dirname(process.execPath), '..')
  const beside = existsSync(path.join(prefix, 'include/node/node.h'))
  return beside && !env.npm_config_nodedir ? { ...env, npm_config_nodedir: prefix } : env
}

/** Installs exactly what package-lock.json says, development tools included, when it is not there yet. */
export async function installPackages() {
  const wanted = lockHash()
  if (readOrEmpty(markFile) === wanted) return
  if (!isInstalled(readFileSync(lockFile, 'utf8'), readOrEmpty(installedFile))) {
    say('Installing packages (npm ci; the first time this takes a minute or two) …')
    const { code } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], { env: withHeaders(process.env) })
    if (code !== 0) throw new Stop(whyInstallFails)
  }
  writeFileSync(markFile, wanted)
}

const whyInstallFails = `The packages could not be installed. npm's own words are above. The usual reasons:
  - the package registry cannot be reached: check the network or \`npm config get registry\`;
  - better-sqlite3 found no ready-made binary for this machine and had to be compiled:
    that needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++).`

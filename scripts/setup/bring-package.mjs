import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runNpm } from './run-command.mjs'
import { say } from './say.mjs'

/**
 * Installs one package that the project itself does not depend on, into a folder of its own under .cache.
 * Says so, and says why when it fails; whoever asked sees for themselves whether it is there.
 * @param {string} folder under .cache
 * @param {{ name: string, version: string, mayRun?: string[] }} wanted `mayRun`: packages whose install script is needed
 * @returns {Promise<string>} the folder's node_modules
 */
export async function bringPackage(folder, { name, version, mayRun = [] }) {
  const home = path.join(root, '.cache', folder)
  mkdirSync(home, { recursive: true })
  const allowScripts = Object.fromEntries(mayRun.map((one) => [one, true]))
  writeFileSync(
    path.join(home, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [name]: version }, allowScripts }, null, 2),
  )
  say(`Installing ${name} ${version} into .cache/${folder} …`)
  const { code, output } = await runNpm(['install', '--prefix', home, '--include=optional', '--no-audit', '--no-fund'], {
    quiet: true,
    cwd: home,
  })
  if (code !== 0) say(output.trim())
  return path.join(home, 'node_modules')
}

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bringPackage } from './bring-package.mjs'
import { root } from './run-command.mjs'
import { Stop, say } from './say.mjs'

const packed = { name: '@sparticuz/chromium', version: '147.0.0' }
const packedModules = path.join(root, '.cache/browser/node_modules')
const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser that is here already: Playwright's own, else the system's.
 * @returns {Promise<string | null>} where its program lies
 */
export async function findBrowser() {
  if (process.env.BROWSER_PATH) return process.env.BROWSER_PATH
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath(), ...systemPlaces].find((place) => existsSync(place)) ?? null
}

/** The browser to test with, brought by npm when the machine has none. */
export async function requireBrowser() {
  const found = (await findBrowser()) ?? (await unpackBrowser())
  if (!found)
    throw new Stop(
      'No browser to test with: `npx playwright install chromium`, or a system one (Debian: apt-get install chromium), or BROWSER_PATH=…',
    )
  return found
}

async function unpackBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const entryOf = (modules) => path.join(modules, packed.name, 'build/esm/index.js')
  if (!existsSync(entryOf(packedModules))) {
    say('No browser on this machine; npm can bring one (70 MB).')
    await bringPackage('browser', packed)
  }
  if (!existsSync(entryOf(packedModules))) return null
  const { default: chromium } = await import(pathToFileURL(entryOf(packedModules)).href)
  return await chromium.executablePath()
}

/** Whether Chinese is drawn in letters rather than boxes; only looks matter, so this is said and not refused. */
export function hintAtFonts() {
  if (process.platform !== 'linux') return
  try {
    if (execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '') return
  } catch {}
  say('No Chinese font found: pages will show boxes for Chinese text (Debian: apt-get install fonts-noto-cjk).')
}

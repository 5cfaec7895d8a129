import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runNpm } from './run-command.mjs'
import { Stop, say } from './say.mjs'

const packed = '@sparticuz/chromium@147.0.0'
const packedFolder = path.join(root, '.cache/browser')
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
  const entry = path.join(packedFolder, 'node_modules/@sparticuz/chromium/build/index.js')
  if (!existsSync(entry)) {
    say(`No browser on this machine: installing ${packed} into .cache/browser …`)
    await runNpm(['install', '--prefix', packedFolder, '--no-save', '--no-audit', '--no-fund', packed], { quiet: true })
  }
  if (!existsSync(entry)) return null
  const { default: chromium } = await import(pathToFileURL(entry).href)
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

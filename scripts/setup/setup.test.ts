import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asCount, closingLine, countPlaywright, countVitest } from './count-results.mjs'
import { isInstalled } from './install-packages.mjs'
import { requireNode } from './require-node.mjs'
import { requirePort } from './require-port.mjs'
import { run } from './run-command.mjs'

const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { '': {}, ...packages } })
const aReport = (value: unknown) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonfield-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'report.json')
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}

test('an older Node.js is refused in words, the oldest supported and newer ones pass', () => {
  expect(() => requireNode('18.20.4')).toThrow(/needs Node.js 20.19 or newer; this is 18.20.4/)
  expect(() => requireNode('20.18.9')).toThrow()
  for (const version of ['20.19.0', '22.1.0', '24.0.0']) expect(() => requireNode(version)).not.toThrow()
})

test('a port that is taken is refused with another to try', async () => {
  const server = createServer().listen(0)
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  await expect(requirePort(port)).rejects.toThrow(`PORT=${port + 1} npm start`)
  await expect(requirePort(Number('abc'))).rejects.toThrow(/whole number/)
})

test('packages are installed again when one is missing or of another version, not when one is for other machines', () => {
  const wanted = lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-darwin': { version: '1.0.0', optional: true } })
  expect(isInstalled(wanted, '')).toBe(false)
  expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true)
  expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false)
  expect(isInstalled(wanted, lock({}))).toBe(false)
})

test('a development tool left out by an install for production counts as missing', () => {
  expect(isInstalled(lock({ 'node_modules/vite': { version: '6.0.0', dev: true } }), lock({}))).toBe(false)
})

test('results are added up into one closing line', () => {
  const unit = countVitest(aReport({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, testResults: [] }))
  const browser = countPlaywright(aReport({ stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 0 } }))
  expect(closingLine([unit, browser])).toBe('11 passed, 1 failed, 2 skipped')
  expect(closingLine([browser])).toBe('4 passed, 0 failed')
})

test('a test file that cannot be read, a report that is not there and a run of no test are failures', () => {
  const unread = aReport({ numPassedTests: 1, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] })
  expect(countVitest(unread).failed).toBe(1)
  for (const file of ['/nowhere/report.json', aReport('{ not json')]) expect(asCount(countVitest(file), false).failed).toBe(1)
  expect(asCount({ passed: 0, failed: 0, skipped: 4 }, true).failed).toBe(1)
  expect(asCount({ passed: 5, failed: 0, skipped: 0 }, false).failed).toBe(1)
  expect(asCount({ passed: 5, failed: 2, skipped: 0 }, false).failed).toBe(2)
})

test('a command that takes too long is ended, and says so by its exit code', async () => {
  const { code } = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { quiet: true, limitMs: 300 })
  expect(code).not.toBe(0)
})

test('a command’s words and exit code come back', async () => {
  const { code, output } = await run(process.execPath, ['-e', 'console.log("said"); process.exit(3)'], { quiet: true })
  expect({ code, output: output.trim() }).toEqual({ code: 3, output: 'said' })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import boundaries from '../../.dependency-cruiser.mjs'
import { plantViolations, violations } from './plant-violations.ts'

const home = process.cwd()
let tree: string
let caught: Set<string>

beforeAll(async () => {
  tree = mkdtempSync(path.join(tmpdir(), 'commonfield-boundaries-'))
  for (const [file, text] of plantViolations()) {
    mkdirSync(path.join(tree, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(tree, file), text)
  }
  const { options, forbidden = [] } = boundaries
  process.chdir(tree)
  const { output } = await cruise(['app', 'db', 'tests'], { ...(options as ICruiseOptions), ruleSet: { forbidden }, validate: true })
  caught = new Set((output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`))
})

afterAll(() => {
  process.chdir(home)
  rmSync(tree, { recursive: true, force: true })
})

test.each(violations)('%s: %s may not import %s', (rule, from, to) => {
  const found = [...caught].some((line) => line.startsWith(`${rule}: ${from} → `) && line.endsWith(to.replace(/^node:/, '')))
  expect(found, [...caught].join('\n')).toBe(true)
})

test('every boundary has been seen to hold', () => {
  const planted = new Set(violations.map(([rule]) => rule))
  expect(boundaries.forbidden?.filter(({ name }) => !planted.has(name ?? ''))).toEqual([])
})

import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const read = (file) => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  } catch {
    return null
  }
}

/** @returns {Count} what Vitest's JSON report says; a test file that could not even be read counts as one failure */
export function countVitest(file) {
  const report = read(file)
  const unread = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unread,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

/** @returns {Count} what Playwright's JSON report says; a test that needed a second try has passed */
export function countPlaywright(file) {
  const stats = read(file)?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0, skipped: stats?.skipped ?? 0 }
}

/** A stage that failed without one failing test (a crash, a time limit, no test at all) has failed once. */
export const asCount = (count, ok) => {
  const ran = count.passed + count.failed
  if (ok && ran > 0) return count
  return count.failed > 0 ? count : { ...count, failed: 1 }
}

/** The one line that machines read. */
export const closingLine = (counts) => {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

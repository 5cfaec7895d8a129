import { defineConfig, devices, type PlaywrightTestOptions, type PlaywrightWorkerOptions, type Project } from '@playwright/test'
import { findBrowser } from './scripts/setup/find-browser.mjs'
import type { ShopOptions } from './tests/e2e/support/shop-test.ts'

const executablePath = await findBrowser()

/** Debian's browser as root, and nothing of its own that would call home. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const sizes = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 800 } }
/** Whoever reads English sits elsewhere: dates must not depend on the reader's clock. */
const readers = {
  zh: { lang: 'zh-CN', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  en: { lang: 'en', locale: 'en-GB', timezoneId: 'America/New_York' },
} as const

/** `AXE=all`: every page in both languages, at both widths, by day and by night: the whole matrix, for about half an hour. */
const wholeMatrix = process.env.AXE === 'all'

/** Everything runs on a desk in Chinese; what is tagged @everywhere also on a phone and in English, @phone on a phone. */
const tagged: Record<string, RegExp> = wholeMatrix
  ? {}
  : { 'phone-zh': /@everywhere|@phone/, 'phone-en': /@everywhere/, 'desk-en': /@everywhere|@english/ }

/** Someone who has set their browser's letters to twice the size. */
const largeText: Project<ShopOptions & PlaywrightTestOptions, PlaywrightWorkerOptions> = {
  name: 'large-text',
  grep: /@reflow/,
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 360, height: 640 },
    lang: 'en',
    launchOptions: { args: [...args, '--blink-settings=defaultFontSize=32'], ...(executablePath ? { executablePath } : {}) },
  },
}

const project = (size: keyof typeof sizes, reader: keyof typeof readers): Project<ShopOptions & PlaywrightTestOptions> => {
  const name = `${size}-${reader}`
  const only = tagged[name]
  return {
    name,
    ...(only ? { grep: only } : {}),
    use: { ...devices['Desktop Chrome'], viewport: sizes[size], hasTouch: size === 'phone', ...readers[reader] },
  }
}

export default defineConfig<ShopOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/seed-template.ts',
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
  },
  projects: [
    project('desk', 'zh'),
    project('phone', 'zh'),
    project('desk', 'en'),
    project('phone', 'en'),
    ...(wholeMatrix ? [] : [largeText]),
  ],
})

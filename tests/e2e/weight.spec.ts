import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

/** Bytes as a browser of any age gets them, gzipped; pictures and fonts are packed already. */
type Weight = { script: number; stylesheet: number; font: number; whole: number }

async function weigh(page: Page, path: string): Promise<Weight> {
  const weight: Weight = { script: 0, stylesheet: 0, font: 0, whole: 0 }
  const answers: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    answers.push(
      response.body().then((body) => {
        const bytes = kind === 'image' || kind === 'font' ? body.length : gzipSync(body).length
        weight.whole += bytes
        if (kind === 'script' || kind === 'stylesheet' || kind === 'font') weight[kind] += bytes
      }),
    )
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await Promise.all(answers)
  return weight
}

test('a list is no heavier than its bar: 115 KB of scripts, 20 of style, 60 of type, 350 in all', async ({ page }) => {
  const list = await weigh(page, '/products')
  expect(list.script).toBeGreaterThan(50_000)
  expect(list.script).toBeLessThanOrEqual(115_000)
  expect(list.stylesheet).toBeLessThanOrEqual(20_000)
  expect(list.font).toBeGreaterThan(20_000)
  expect(list.font).toBeLessThanOrEqual(60_000)
  expect(list.whole).toBeLessThanOrEqual(350_000)
})

test('no page of a purchase asks for more than a handful of scripts', async ({ page, lang }) => {
  await putIn(page, goods.chilliSauce.slug, lang)
  let scripts = 0
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts += 1
  })
  for (const path of ['/', '/products', '/basket', '/checkout']) {
    scripts = 0
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(scripts, path).toBeGreaterThan(2)
    expect(scripts, path).toBeLessThanOrEqual(16)
  }
})

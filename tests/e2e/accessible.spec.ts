import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { crawl } from './support/crawl.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything axe holds against a page, in daylight; in the dark only the colours differ, so only they are looked at again. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  const light = await new AxeBuilder({ page }).withTags(rules).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze()
  return [
    ...light.violations.map((fault) => ({ scheme: 'light', ...fault })),
    ...dark.violations.map((fault) => ({ scheme: 'dark', ...fault })),
  ].map(
    ({ scheme, id, help, nodes }) =>
      `${path} (${scheme}) ${id}: ${help} — ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

async function expectAccessible(page: Page, paths: readonly string[]) {
  const faults: string[] = []
  for (const path of paths) faults.push(...(await faultsOf(page, path)))
  expect(faults).toEqual([])
}

const publicPages = [
  '/',
  '/products',
  '/products?q=zzzz',
  `/products/${goods.chilliSauce.slug}`,
  '/farms',
  '/f/wujia',
  '/f/wujia/products',
  '/basket',
  '/checkout',
  '/standard',
  '/policies',
  '/sign-in',
  '/register',
  '/no-such-page',
]

test('every public page can be read by everyone @phone @english', async ({ page, watch }) => {
  test.slow()
  watch.expect(/status of 404/)
  await expectAccessible(page, publicPages)
})

test('buying can be done by everyone, with something in the basket @english', async ({ page, lang }) => {
  test.slow()
  await putIn(page, goods.chilliSauce.slug, lang)
  await putIn(page, goods.vermicelli.slug, lang)
  await expectAccessible(page, ['/basket', '/checkout'])
  await fillCheckout(page, aDoor('无障碍', '13900000031', lang), lang)
  const filled = await new AxeBuilder({ page }).withTags(rules).analyze()
  expect(filled.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const orderId = await orderAndPay(page, lang)
  await expectAccessible(page, [`/orders/${orderId}`])
})

/** One page of each kind in a back office, found by its links. */
const offices = { office: '/alliance', wj: '/farm', leader1: '/leader', driver1: '/courier', buyer1: '/account' }

for (const [account, start] of Object.entries(offices)) {
  test(`every page under ${start} can be read by everyone @english`, async ({ newStaff }) => {
    test.slow()
    const { page, context } = await newStaff(account)
    const reached = await crawl(context.request, [start], { perKind: 1, most: 80 })
    const pages = reached.filter(({ path, type, status }) => path.startsWith(start) && type.startsWith('text/html') && status === 200)
    expect(pages.length, `pages under ${start}`).toBeGreaterThan(0)
    await expectAccessible(
      page,
      pages.map(({ path }) => path),
    )
  })
}

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { crawl, isUnder } from './support/crawl.ts'
import { goods } from './support/goods.ts'
import { publicPages } from './support/pages.ts'
import { expect, test } from './support/shop-test.ts'

/** Every walk stands alone, so that two browsers share them. */
test.describe.configure({ mode: 'parallel' })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colourRules = ['color-contrast', 'link-in-text-block']

const look = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
const wholeMatrix = process.env.AXE === 'all'
/** Reckoning contrast is most of the work, and the same in every language and at every width: one project does it. */
const looksAtColours = () => wholeMatrix || test.info().project.name === 'desk-zh'

/** What is further down is laid out only when it is near, and axe would pass over it. */
function layOutWhole() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.further-down { content-visibility: visible !important }')
  document.adoptedStyleSheets.push(sheet)
}

/** What axe holds against the page as it stands: all of it in daylight, the colours alone in the dark where that is asked for. */
async function faultsOf(page: Page, { inTheDarkToo = true } = {}): Promise<string[]> {
  await page.evaluate(layOutWhole)
  const inDaylight = look(page).withTags(rules)
  const found = await (looksAtColours() ? inDaylight : inDaylight.disableRules(colourRules)).analyze()
  const faults = found.violations.map((fault) => ({ scheme: 'light', ...fault }))
  if (looksAtColours() && inTheDarkToo) {
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await look(page).withRules(colourRules).analyze()
    faults.push(...dark.violations.map((fault) => ({ scheme: 'dark', ...fault })))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  const { pathname, search } = new URL(page.url())
  return faults.map(({ scheme, id, help, nodes }) => {
    const examples = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
    return `${pathname}${search} (${scheme}) ${id}: ${help} — ${examples.join(' | ')}`
  })
}

async function expectAccessible(page: Page, paths: readonly string[], how?: { inTheDarkToo: boolean }) {
  const faults: string[] = []
  for (const path of paths) {
    await page.goto(path)
    faults.push(...(await faultsOf(page, how)))
  }
  expect(faults).toEqual([])
}

test('every public page can be read by everyone @phone @english', async ({ page, watch }) => {
  test.slow()
  watch.expect(/status of 404/)
  await expectAccessible(page, [...publicPages, '/no-such-page'])
})

test('buying can be done by everyone, with something in the basket @english', async ({ page, lang }) => {
  test.slow()
  await putIn(page, goods.chilliSauce.slug, lang)
  await putIn(page, goods.vermicelli.slug, lang)
  await expectAccessible(page, ['/basket', '/checkout'])
  await fillCheckout(page, aDoor('无障碍', '13900000031', lang), lang)
  expect(await faultsOf(page)).toEqual([])
  await orderAndPay(page, lang)
  expect(await faultsOf(page)).toEqual([])
})

/** One page of each kind in a back office, found by its links; the frames and parts are the same in both languages. */
const offices = { office: '/alliance', wj: '/farm', leader1: '/leader', driver1: '/courier', buyer1: '/account' }

for (const [account, start] of Object.entries(offices)) {
  test(`every page under ${start} can be read by everyone`, async ({ newStaff }) => {
    test.setTimeout(480_000)
    const { page, context } = await newStaff(account)
    const reached = await crawl(context.request, [start], { perKind: 1, most: 80, follows: (path) => isUnder(path, start) })
    const pages = reached.filter(({ type, status }) => type.startsWith('text/html') && status === 200)
    expect(pages.length, `pages under ${start}`).toBeGreaterThan(0)
    await expectAccessible(
      page,
      pages.map(({ path }) => path),
      { inTheDarkToo: wholeMatrix }, // their colours are the shop's tokens
    )
  })
}

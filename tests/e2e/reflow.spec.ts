import type { Page } from '@playwright/test'
import { putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { publicPages } from './support/pages.ts'
import { expect, test } from './support/shop-test.ts'

/** What stands out to the right of the page, and would have to be scrolled to sideways. */
const standsOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
    return beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))
  })

/** The project large-text reads with letters twice as large on a phone of 360 px; the others try the smallest phone. */
test('no page of a purchase is wider than the smallest phone, nor with letters twice as large @reflow', async ({ page, lang }) => {
  test.slow()
  if (test.info().project.name !== 'large-text') await page.setViewportSize({ width: 320, height: 640 })
  await putIn(page, goods.chilliSauce.slug, lang)
  const wide: Record<string, string[]> = {}
  for (const path of publicPages) {
    await page.goto(path)
    const out = await standsOut(page)
    if (out.length > 0) wide[path] = out
  }
  expect(wide).toEqual({})
})

import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { aDoor, fillCheckout, payButton, putIn, sandboxWords } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

test('of two who want the last box one gets it; the other is told and keeps the basket', async ({ newVisitor, lang, shop }) => {
  shop.withRows((rows) => {
    const { variantId } = goods.oldHen
    rows.prepare('update lots set available = 0 where variant_id = ?').run(variantId)
    const lot = 'select id from lots where variant_id = ? order by best_before_on desc limit 1'
    rows.prepare(`update lots set available = 1 where id = (${lot})`).run(variantId)
  })
  const visitors = [await newVisitor(), await newVisitor()]
  for (const [index, { page, watch }] of visitors.entries()) {
    watch.expect(/status of 409/)
    await putIn(page, goods.oldHen.slug, lang)
    await putIn(page, goods.preservedEggs.slug, lang)
    await fillCheckout(page, aDoor(`抢购${index}`, `1390000001${index}`, lang), lang)
    await expect(payButton(page, lang)).toBeEnabled()
  }
  await Promise.all(visitors.map(({ page }) => payButton(page, lang).click()))

  const won = visitors.map(({ page }) => page.getByRole('button', { name: sandboxWords(lang).succeed, exact: true }))
  const told = visitors.map(({ page }) => page.getByRole('link', { name: checkoutMessages[lang].changeQuantity }))
  await expect
    .poll(async () => await Promise.all(visitors.map(async (_, i) => (await won[i]!.count()) + 2 * (await told[i]!.count()))))
    .toEqual(expect.arrayContaining([1, 2]))

  const loser = visitors[(await told[0]!.count()) > 0 ? 0 : 1]!
  await loser.page.goto('/basket')
  await expect(loser.page.getByRole('listitem').filter({ hasText: lang === 'en' ? 'hen' : '老母鸡' })).toBeVisible()
  const sold = shop.withRows((rows) =>
    rows.prepare('select sum(held + sold) as taken, sum(available) as left from lots where variant_id = ?').get(goods.oldHen.variantId),
  )
  expect(sold).toMatchObject({ left: 0 })
})

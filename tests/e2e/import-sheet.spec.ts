import { addDays, businessDay } from '#app/domain/business-day.ts'
import { farmImportMessages } from '#app/i18n/messages/farm-import.ts'
import { productSheet } from '#tests/support/product-sheets.ts'
import { expect, test } from './support/shop-test.ts'

test('of a sheet with three bad rows the others are listed, and each bad one is named with its reason', async ({
  newStaff,
  request,
  lang,
}) => {
  const t = farmImportMessages[lang]
  const today = businessDay(new Date())
  const lot = { harvestedOn: addDays(today, -1), bestBeforeOn: addDays(today, 30) }
  const row = (number: number, wrong: object = {}) => ({
    ...lot,
    productCode: `HL-NEST${number}`,
    nameZh: `巢里新蛋${number}`,
    nameEn: `Nest eggs ${number}`,
    variantCode: `HL-NEST${number}-E10`,
    ...wrong,
  })
  const sheet = productSheet([
    row(1),
    row(2, { priceYuan: 'about ten' }),
    row(3),
    row(4, { storage: 'in the sun' }),
    row(5, { netWeightG: '900', grossWeightG: '100' }),
  ])
  const { page } = await newStaff('hl')
  await page.goto('/farm/import')
  await page.getByLabel(t.file).setInputFiles({ name: '新蛋.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await page.getByRole('button', { name: t.check }).click()

  await expect(page.getByText(t.goodCount(2))).toBeVisible()
  await expect(page.getByText(t.badCount(3))).toBeVisible()
  const bad = page.getByRole('table', { name: t.badTitle })
  for (const [sheetRow, typed] of [
    [3, 'about ten'],
    [5, 'in the sun'],
    [6, ''],
  ] as const) {
    await expect(
      bad
        .getByRole('row')
        .filter({ hasText: String(sheetRow) })
        .filter({ hasText: typed })
        .first(),
    ).toBeVisible()
  }
  await page.getByRole('button', { name: t.importGood(2) }).click()
  await expect(page.getByText(t.imported)).toBeVisible()

  const shelf = await (await request.get(`/products?q=${encodeURIComponent('巢里新蛋')}`)).text()
  const listed = [1, 2, 3, 4, 5].filter((number) => shelf.includes(lang === 'en' ? `Nest eggs ${number}` : `巢里新蛋${number}`))
  expect(listed).toEqual([1, 3])
})

import { customers, type SeedCustomer } from '#db/seed/data/customers.ts'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { crawl, type Found, isUnder } from './support/crawl.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

/** What gives a person away. Doors are searched without spaces, phones as they are dialled. */
const signsOf = ({ name, phone, street, email }: Pick<SeedCustomer, 'name' | 'phone' | 'street' | 'email'>) =>
  [name, phone, street, ...(email ? [email] : [])].map((sign) => sign.replaceAll(/\s/g, ''))

function leaks(pages: readonly Found[], people: readonly Pick<SeedCustomer, 'name' | 'phone' | 'street' | 'email'>[]) {
  return pages.flatMap(({ path, text }) => {
    const plain = text.replaceAll(/\s/g, '')
    return people
      .flatMap(signsOf)
      .filter((sign) => plain.includes(sign))
      .map((sign) => `${path} shows ${sign}`)
  })
}

const buyer = { name: '哨兵冬至', phone: '13800009991', street: '望不见路 77 号 8 栋 909', email: null }

test('a farm packs what another farm’s customer bought and never learns who eats it', async ({ page, newStaff, lang }) => {
  await page.goto('/f/houdao')
  await putIn(page, goods.rice.slug, lang)
  await fillCheckout(page, { ...aDoor(buyer.name, buyer.phone, lang), street: buyer.street }, lang)
  await orderAndPay(page, lang)

  const producer = await newStaff('wj')
  const pages = await crawl(producer.context.request, ['/farm'])
  expect(pages.filter(({ path, status }) => isUnder(path, '/farm') && status === 200).length, 'pages of the back office').toBeGreaterThan(5)
  expect(pages.filter(({ status }) => status >= 500)).toEqual([])
  const strangers = customers.filter(({ homeId }) => homeId !== 'farm_wj')
  expect(leaks(pages, [buyer, ...strangers])).toEqual([])
})

test('a leader sees no customer of a farm, and the public sees none at all', async ({ newStaff, request }) => {
  const leader = await newStaff('leader1')
  const desk = await crawl(leader.context.request, ['/leader'])
  expect(desk.filter(({ path, status }) => isUnder(path, '/leader') && status === 200).length).toBeGreaterThan(2)
  expect(
    leaks(
      desk,
      customers.filter(({ homeType }) => homeType === 'farm'),
    ),
  ).toEqual([])

  const open = await crawl(request, ['/', '/farms', '/products'])
  expect(open.length).toBeGreaterThan(20)
  expect(leaks(open, [buyer, ...customers])).toEqual([])
})

test('the search for canaries finds one where it may be seen', async ({ newStaff }) => {
  const office = await newStaff('office')
  const pages = await crawl(office.context.request, ['/alliance', '/account'], { perKind: 1 })
  const driver = await newStaff('driver1')
  const stops = await crawl(driver.context.request, ['/courier'])
  expect(leaks([...pages, ...stops], [buyer, ...customers]).length).toBeGreaterThan(0)
})

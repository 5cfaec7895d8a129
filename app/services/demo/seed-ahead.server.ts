import { addDays } from '#app/domain/business-day.ts'
import { variantId } from '#app/domain/catalog/catalog-ids.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type NewAdoption, openAdoption } from '#app/services/ahead/open-adoption.server.ts'
import { openPresale } from '#app/services/ahead/open-presale.server.ts'
import { nameAdoption, postNews } from '#app/services/ahead/tell-adopters.server.ts'
import type { Database } from '#db/connection.ts'
import { findAdoptionsOf } from '#db/queries/ahead/adoptions.server.ts'
import { placeDemoOrder } from './place-demo-order.server.ts'

const orchard = { farmId: 'farm_hcun', userId: 'user_farm_hcun' }
const henhouse = { farmId: 'farm_hl', userId: 'user_farm_hl' }
/** buyer1 of the demo */
const customerId = 'customer_01'
const hours = 3_600_000

/** Oranges sold ahead of a late harvest, a tree and a hen to adopt, and a customer who did both; two letters from each farm. */
export async function seedAhead(db: Database, { today, now }: { today: string; now: Date }): Promise<void> {
  const opened = new Date(now.getTime() - 20 * hours)
  const presale = await openPresale(db, {
    ...orchard,
    presale: {
      ...{ variantId: variantId('HCUN-ORANGETREE-10J'), harvestFromOn: addDays(today, 28), harvestToOn: addDays(today, 40), keepsDays: 20 },
      ...{ forecast: 400, promised: 320, noteZh: '树上挂到十二月下旬，果皮起皱才采，比十一月的甜。' },
      noteEn: 'Left on the tree until late December and picked when the skin wrinkles: sweeter than in November.',
    },
    now: opened,
  })
  invariant(presale.ok, `the demo's pre-sale was refused: ${presale.ok || presale.refusal.code}`)
  await openAdoption(db, { ...henhouse, key: 'hen', adoption: hen(today), now: opened })
  await openAdoption(db, { ...orchard, key: 'tree', adoption: tree(today), now: opened })

  const on = addDays(today, -1)
  const wish = { storefrontId: 'alliance', leaderId: null, pickupPointId: null, on, at: opened, fromOn: today }
  const seasons: [string, number][] = [
    ['adopt-hen', 1],
    ['adopt-tree', 1],
  ]
  await placeDemoOrder(db, { ...wish, id: 'demo-adoption', customerId, items: seasons })
  await placeDemoOrder(db, { ...wish, id: 'demo-presale', customerId: 'customer_02', items: [['HCUN-ORANGETREE-10J', 3]] })
  const [adopted] = (await findAdoptionsOf(db.reader, customerId)).filter(({ kind }) => kind === 'hen')
  if (adopted) await nameAdoption(db, { adoptionId: adopted.id, customerId, nickname: '芦花' })
  for (const [index, letter] of letters.entries()) {
    await postNews(db, {
      ...letter,
      key: `demo-${index + 1}`,
      number: null,
      pictureId: null,
      now: new Date(now.getTime() - (8 - index) * hours),
    })
  }
}

const hen = (today: string): NewAdoption => ({
  ...{ kind: 'hen', nameZh: '认养一只母鸡', nameEn: 'Adopt a hen', places: 40, partVariantId: variantId('HL-HAPPYEGG-E30'), units: 1 },
  textZh: '四平方米草地一只鸡。她一个月下的三十枚蛋，分四次送到您家，当季的蛋，当月送。',
  textEn: 'Four square metres of grass to a hen. Thirty of her eggs a month come to your door, four times this season.',
  ...{ sizeZh: '一季 · 4 次 × 30 枚', sizeEn: 'a season: 4 × 30 eggs', offBp: 800 },
  ...{ whereZh: '崇州，鸡舍三号林', whereEn: 'Chongzhou, wood no. 3' },
  datesOn: [13, 41, 69, 97].map((days) => addDays(today, days)),
})

const tree = (today: string): NewAdoption => ({
  ...{ kind: 'tree', nameZh: '认养一棵冰糖橙树', nameEn: 'Adopt a rock-sugar orange tree', places: 30, units: 2, offBp: 500 },
  partVariantId: variantId('HCUN-ORANGE-10J'),
  textZh: '坡上的老树，一棵一块号牌。采收后二十斤橙子分两箱送到家，余下的果子归农户。',
  textEn: 'An old tree on the slope with a number of its own. Ten kilograms of its oranges come in two cases after the harvest.',
  ...{ sizeZh: '一季 · 20 斤', sizeEn: 'a season: 10 kg', whereZh: '麻阳 H 村，南坡', whereEn: 'H village, Mayang, the south slope' },
  datesOn: [addDays(today, 45)],
})

const letters = [
  {
    ...henhouse,
    offerId: 'adopt-hen',
    textZh: '这周换到三号林，草高，虫多，早上七点就出去了。',
    textEn: 'This week they moved to wood no. 3: tall grass, plenty of insects, out by seven.',
  },
  {
    ...orchard,
    offerId: 'adopt-tree',
    textZh: '给树刷了白，防冻。果子还青，糖度 11。',
    textEn: 'The trunks are limewashed against frost. The fruit is still green at 11 Brix.',
  },
  {
    ...henhouse,
    offerId: 'adopt-hen',
    textZh: '降温了，鸡舍加了稻草。今天捡了一百二十枚。',
    textEn: 'It has turned cold: straw is down. A hundred and twenty eggs today.',
  },
  {
    ...orchard,
    offerId: 'adopt-tree',
    textZh: '昨夜霜轻，没伤果。预计下月中采。',
    textEn: 'A light frost last night, no harm done. We expect to pick in the middle of next month.',
  },
]

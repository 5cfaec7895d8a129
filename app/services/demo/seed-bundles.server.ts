import { addDays } from '#app/domain/business-day.ts'
import { variantId } from '#app/domain/catalog/catalog-ids.ts'
import { invariant } from '#app/domain/invariant.ts'
import { moveBundle } from '#app/services/bundles/move-bundle.server.ts'
import { type BundleFields, createBundle } from '#app/services/bundles/save-bundle.server.ts'
import type { Database } from '#db/client.server.ts'
import { placeDemoOrder } from './place-demo-order.server.ts'

const composer = 'user_office'

type DemoBundle = Omit<BundleFields, 'parts'> & { key: string; codes: readonly (readonly [code: string, units: number])[] }

const bundles: readonly DemoBundle[] = [
  {
    key: 'week-small',
    nameZh: '三口之家蔬菜包',
    nameEn: 'Vegetable box for three',
    textZh: '四家农场这周长得最好的菜，加一盒鸡蛋，三个人吃四五天。',
    textEn: 'The best of four farms this week and a box of eggs: four or five days for three people.',
    sizeZh: '小箱 · 6 样',
    sizeEn: 'Small box · 6 kinds',
    picture: 'vegetable-box',
    offBp: 800,
    codes: [
      ['WJ-BOKCHOY-2J', 1],
      ['WJ-RADISH-2J', 1],
      ['HL-CABBAGE-S1', 1],
      ['LX-GREENPEPPER-1J', 1],
      ['FQ-LOTUS-2J', 1],
      ['ALL-EGG-E15', 1],
    ],
  },
  {
    key: 'week-large',
    nameZh: '一大家子蔬菜包',
    nameEn: 'Vegetable box for a big family',
    textZh: '叶菜、根茎、菌子和三十枚鸡蛋，五六个人吃一个星期。',
    textEn: 'Greens, roots, mushrooms and thirty eggs: a week for five or six people.',
    sizeZh: '大箱 · 8 样',
    sizeEn: 'Large box · 8 kinds',
    picture: 'vegetable-box',
    offBp: 1000,
    codes: [
      ['WJ-BOKCHOY-2J', 2],
      ['WJ-CARROT-2J', 1],
      ['HL-CABBAGE-S3', 1],
      ['HD-POTATO-5J', 1],
      ['HD-SWEETPOTATO-5J', 1],
      ['XC-MUSHROOM-2J', 1],
      ['LX-GARLIC-1J', 1],
      ['ALL-EGG-E30', 1],
    ],
  },
  {
    key: 'gift',
    nameZh: '联盟年礼',
    nameEn: 'The alliance’s New Year gift',
    textZh: '四家的招牌装一箱：辣椒酱、黄金皮蛋、手工粉条、火腿肠和百花蜜，每样写着是谁家做的。',
    textEn:
      'The pride of four farms in one case: chilli sauce, golden eggs, vermicelli, ham sausage and honey, each with its maker’s name.',
    sizeZh: '一箱 · 5 样',
    sizeEn: 'One case · 5 kinds',
    picture: 'gift-box',
    offBp: 600,
    codes: [
      ['LX-LULALA-J230', 2],
      ['HL-GOLDENEGG-E10', 1],
      ['HD-VERMICELLI-B500', 2],
      ['XC-HAMSAUSAGE-S400', 1],
      ['LX-HONEY-J500', 1],
    ],
  },
]

/** Boxes of several farms, composed and put on the shelf as the office would. */
export async function seedBundles(db: Database, now: Date): Promise<void> {
  for (const { key, codes, ...fields } of bundles) {
    const parts = codes.map(([code, units]) => ({ variantId: variantId(code), units }))
    const created = await createBundle(db, { key, bundle: { ...fields, parts }, userId: composer, now })
    invariant(created.ok, `the demo's bundle ${key} was refused: ${created.ok || JSON.stringify(created.refusal)}`)
    await moveBundle(db, { productId: created.value.productId, to: 'listed', userId: composer, now })
  }
}

/** Somebody has ordered one for the next delivery. */
export async function seedBundleOrder(db: Database, { today, now }: { today: string; now: Date }): Promise<void> {
  const wish = { customerId: 'customer_07', storefrontId: 'alliance', leaderId: null, pickupPointId: null }
  await placeDemoOrder(db, { id: 'order_box_1', ...wish, items: [['BOX-WEEK-SMALL', 1]], on: today, at: now, fromOn: addDays(today, 2) })
}

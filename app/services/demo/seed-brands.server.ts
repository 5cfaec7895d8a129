import { addDays } from '#app/domain/business-day.ts'
import { productId } from '#app/domain/catalog/catalog-ids.ts'
import { invariant } from '#app/domain/invariant.ts'
import { recordTest } from '#app/services/brands/record-test.server.ts'
import { describeProduct } from '#app/services/catalog/describe-product.server.ts'
import type { Database } from '#db/client.server.ts'
import { findTests } from '#db/queries/brands/members.server.ts'
import { findDescription } from '#db/queries/farm/product-writes.server.ts'
import { demoTests } from '#db/seed/data/tests.ts'

const [quality, packer] = ['user_office_quality', 'user_farm_xc']

/** What laboratories found, and one listing whose words borrow another county's name, as it would happen: for the office to see. */
export async function seedBrands(db: Database, { today, now }: { today: string; now: Date }): Promise<void> {
  const entered = new Set((await findTests(db.reader, { limit: 100 })).map(({ reportNumber }) => reportNumber))
  for (const { daysAgo, ...test } of demoTests) {
    if (entered.has(test.reportNumber)) continue
    const testedOn = addDays(today, -daysAgo)
    const recorded = await recordTest(db, { ...test, testedOn, userId: quality, now })
    invariant(recorded.ok, `the demo test ${test.reportNumber} was refused`)
  }
  const lemon = { farmId: 'farm_xc', productId: productId('XC-LEMON') }
  const found = await findDescription(db.reader, lemon)
  invariant(found, 'the demo has lemons')
  const { giCode, seasonFrom, seasonTo, certifications, ...description } = found.description
  const fields = {
    ...description,
    certifications: certifications as never,
    geographicalIndication: giCode,
    season: seasonFrom === null || seasonTo === null ? null : { from: seasonFrom, to: seasonTo },
    textZh: '正宗安岳柠檬，香味重，籽也多。',
  }
  const described = await describeProduct(db, { ...lemon, userId: packer, fields, seenAt: found.changedAt, now })
  invariant(described.ok, 'the demo lemons were not described')
}

import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { choosePromotions } from '#app/domain/pricing/choose-promotions.ts'
import type { Database } from '#db/client.server.ts'
import { findPromotions } from '#db/queries/catalog/promotions.server.ts'
import { auditEntries } from '#db/schema/index.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { createPromotion, type NewPromotion } from './create-promotion.server.ts'
import { stopPromotion } from './stop-promotion.server.ts'

const autumn: NewPromotion = {
  code: 'AUTUMN',
  nameZh: '秋收券',
  nameEn: 'Autumn coupon',
  fundedBy: 'alliance',
  off: { amountFen: fen(500) },
  fromGoodsFen: fen(2000),
  startsOn: '2026-11-22',
  endsOn: '2026-11-30',
  uses: 100,
}
const create = (db: Database, change: Partial<NewPromotion> = {}) =>
  createPromotion(db, { promotion: { ...autumn, ...change }, userId: 'user_office', now: marketDay })

async function askedAt(db: Database, at: string) {
  const now = new Date(at)
  const promotions = await findPromotions(db.reader, { code: 'AUTUMN', now })
  const chosen = choosePromotions({ promotions, code: 'AUTUMN', goodsFen: fen(3000), now })
  return chosen.ok ? 'off' : chosen.refusal.code
}

test('one that begins today holds at once, and on its last day until midnight in Chengdu', async () => {
  const db = await openMarket()
  await create(db)
  expect(await askedAt(db, marketDay.toISOString())).toBe('off')
  expect(await askedAt(db, '2026-11-30T23:59:59+08:00')).toBe('off')
  expect(await askedAt(db, '2026-12-01T00:00:00+08:00')).toBe('coupon_ended')
})

test('a code is given out once; nothing begins in the past or ends before it begins', async () => {
  const db = await openMarket()
  await create(db)
  expect(await create(db)).toMatchObject({ refusal: { code: 'code_taken' } })
  expect(await create(db, { code: 'B', startsOn: '2026-11-21' })).toMatchObject({ refusal: { code: 'start_passed' } })
  expect(await create(db, { code: 'B', endsOn: '2026-11-21' })).toMatchObject({ refusal: { code: 'ends_before_it_begins' } })
})

test('stopped once, it is on record and no order takes it any more', async () => {
  const db = await openMarket()
  const created = await create(db, { off: { rateBp: 1000 } })
  const promotionId = created.ok ? created.value.promotionId : ''
  expect((await stopPromotion(db, { promotionId, userId: 'user_office', now: marketDay })).ok).toBe(true)
  expect((await stopPromotion(db, { promotionId, userId: 'user_office', now: marketDay })).ok).toBe(false)
  expect(await askedAt(db, marketDay.toISOString())).toBe('coupon_ended')
  expect((await db.reader.select().from(auditEntries)).map(({ action }) => action)).toEqual(['promotion_created', 'promotion_stopped'])
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries, commissionTerms, farms } from '#db/schema/index.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { agreeTerms } from './agree-terms.server.ts'
import { previewTerms } from './preview-terms.server.ts'
import { type ProposedTerms, proposeTerms } from './propose-terms.server.ts'
import { withdrawTerms } from './withdraw-terms.server.ts'

const nextMonth = new Date('2026-12-01T00:00:00+08:00')
const forAll: ProposedTerms = {
  homeType: 'farm',
  producerId: '',
  category: '',
  productId: '',
  effectiveFrom: nextMonth,
  effectiveUntil: null,
  distributionBp: 600,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: 20,
  leaderSavingBp: 2000,
  floorFenPerKg: null,
  premiumShareBp: null,
}
const ofHill: ProposedTerms = { ...forAll, producerId: 'hill' }
const clerk = { userId: 'user_clerk', farmId: null }
const second = { userId: 'user_second', farmId: null }
const hill = { userId: 'user_hill', farmId: 'hill' }

const propose = (db: Database, proposed: ProposedTerms) => proposeTerms(db, { proposed, userId: clerk.userId, now: marketDay })
async function proposedId(db: Database, proposed: ProposedTerms) {
  const answer = await propose(db, proposed)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.termsId
}
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) => (answer.ok ? 'accepted' : answer.refusal.code)
const termsOf = async (db: Database, termsId: string) =>
  (await db.reader.select().from(commissionTerms).where(eq(commissionTerms.id, termsId)))[0]

test('the farm an agreement names agrees to it; who did and when is on record', async () => {
  const db = await openMarket()
  const termsId = await proposedId(db, ofHill)
  expect(codeOf(await agreeTerms(db, { termsId, by: second, now: marketDay }))).toBe('producer_agrees')
  expect(codeOf(await agreeTerms(db, { termsId, by: { userId: 'user_brook', farmId: 'brook' }, now: marketDay }))).toBe('unknown_terms')
  expect(codeOf(await agreeTerms(db, { termsId, by: hill, now: marketDay }))).toBe('accepted')
  expect(await termsOf(db, termsId)).toMatchObject({
    status: 'agreed',
    proposedBy: 'user_clerk',
    agreedBy: 'user_hill',
    agreedAt: marketDay,
  })
  const actions = (await db.reader.select().from(auditEntries)).map(({ action, actorId }) => [action, actorId])
  expect(actions).toEqual([
    ['terms_proposed', 'user_clerk'],
    ['terms_agreed', 'user_hill'],
  ])
})

test('one for all takes two persons of the office, and nobody agrees twice', async () => {
  const db = await openMarket()
  const termsId = await proposedId(db, forAll)
  expect(codeOf(await agreeTerms(db, { termsId, by: clerk, now: marketDay }))).toBe('same_person')
  const answers = await Promise.all(
    [second, { ...second, userId: 'user_third' }].map((by) => agreeTerms(db, { termsId, by, now: marketDay })),
  )
  expect(answers.map(codeOf).sort()).toEqual(['accepted', 'not_proposed'])
})

test('what waited until its beginning had passed cannot be agreed on any more', async () => {
  const db = await openMarket()
  const termsId = await proposedId(db, forAll)
  expect(codeOf(await agreeTerms(db, { termsId, by: second, now: nextMonth }))).toBe('back_dated')
})

test('of one scope and beginning there is one; withdrawn, it makes room', async () => {
  const db = await openMarket()
  const termsId = await proposedId(db, ofHill)
  expect(codeOf(await propose(db, { ...ofHill, serviceBp: 300 }))).toBe('overlapping')
  expect(codeOf(await withdrawTerms(db, { termsId, by: hill, now: marketDay }))).toBe('accepted')
  expect(codeOf(await withdrawTerms(db, { termsId, by: clerk, now: marketDay }))).toBe('not_proposed')
  expect(codeOf(await propose(db, { ...ofHill, serviceBp: 300 }))).toBe('accepted')
})

test('what has been agreed on is not withdrawn by one side', async () => {
  const db = await openMarket()
  const termsId = await proposedId(db, ofHill)
  await agreeTerms(db, { termsId, by: hill, now: marketDay })
  expect(codeOf(await withdrawTerms(db, { termsId, by: clerk, now: marketDay }))).toBe('not_proposed')
})

test('rates over the whole, back-dated beginnings and scopes that are not there are refused', async () => {
  const db = await openMarket()
  const codes = async (change: Partial<ProposedTerms>) => codeOf(await propose(db, { ...forAll, ...change }))
  expect(await codes({ serviceBp: 9500 })).toBe('over_whole_together')
  expect(await codes({ effectiveFrom: marketDay })).toBe('back_dated')
  expect(await codes({ producerId: 'nobody' })).toBe('unknown_producer')
  expect(await codes({ productId: 'nothing' })).toBe('unknown_product')
  expect(await codes({ category: 'gold' })).toBe('unknown_category')
  expect(await codes({ productId: 'prd_hill', producerId: 'brook' })).toBe('scope_contradicts')
  expect(await codes({ productId: 'prd_hill', category: 'fruit' })).toBe('scope_contradicts')
  expect(await codes({ floorFenPerKg: fen(440) })).toBe('floor_without_premium')
})

test('a product’s producer is named with it, so that the farm is asked', async () => {
  const db = await openMarket()
  expect((await termsOf(db, await proposedId(db, { ...forAll, productId: 'prd_hill' })))?.producerId).toBe('hill')
  expect((await termsOf(db, await proposedId(db, { ...forAll, productId: 'prd_eggs' })))?.producerId).toBe('')
})

test('what happens to ¥100 is shown before anyone agrees, beside what happens today', async () => {
  const db = await openMarket()
  await db.transact((tx) => tx.update(farms).set({ greenYears: 3 }).where(eq(farms.id, 'hill')))
  const preview = await previewTerms(db.reader, { proposed: { ...ofHill, productId: 'prd_hill' }, weightG: null })
  const kept = (steps: typeof preview.current) => steps?.find(({ part }) => part === 'kept')?.amountFen
  expect(preview.weightG).toBe(10_000)
  expect(kept(preview.current)).toBe(8600)
  expect(kept(preview.proposed)).toBe(8500)
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/client.server.ts'
import { sumAccount } from '#db/queries/ledger/reserve.server.ts'
import { accounts, reserveClaims } from '#db/schema/index.ts'
import { marketDay as now, openMarket } from '#tests/support/open-market.ts'
import { decideClaim } from './decide-claim.server.ts'
import { proposeClaim } from './propose-claim.server.ts'
import { receiveMatch } from './receive-match.server.ts'

/** As much from the farms as from the state, the state's still due. */
async function fillReserve(db: Database, halfFen: number) {
  const amountFen = fen(halfFen)
  const transfers = [
    { debit: '2110:hill', credit: '2610', amountFen },
    { debit: '1110', credit: '2610', amountFen },
  ] as const
  await db.transact((tx) =>
    post(tx, { key: 'fill', event: 'line_accepted', orderId: null, effectiveAt: now, transfers: [...transfers] }, now),
  )
}
async function propose(db: Database, amountFen: number) {
  const proposed = await proposeClaim(db, { farmId: 'hill', amountFen: fen(amountFen), reason: '冰雹', userId: 'user_clerk', now })
  return proposed.ok ? proposed.value.claimId : ''
}
const decide = async (db: Database, claimId: string, userId = 'user_second', pay = true) => {
  const decided = await decideClaim(db, { claimId, pay, userId, now })
  return decided.ok ? 'decided' : decided.refusal.code
}
const owedTo = async (db: Database, farmId: string) =>
  0 -
  Number(
    (
      await db.reader
        .select()
        .from(accounts)
        .where(eq(accounts.id, `2120:${farmId}`))
    )[0]?.balanceFen ?? 0,
  )

test('a claim is paid by a second person, out of the reserve and once', async () => {
  const db = await openMarket()
  await fillReserve(db, 212)
  const claimId = await propose(db, 200)
  expect(await decide(db, claimId, 'user_clerk')).toBe('same_person')
  expect(await owedTo(db, 'hill')).toBe(0)
  expect(await decide(db, claimId)).toBe('decided')
  expect(await decide(db, claimId)).toBe('already_decided')
  expect(await owedTo(db, 'hill')).toBe(200)
  expect(await sumAccount(db.reader, '2610')).toBe(-224)
})

test('the reserve never goes below zero, not even when two claims are paid at once', async () => {
  const db = await openMarket()
  await fillReserve(db, 100)
  expect(await decide(db, await propose(db, 201))).toBe('over_reserve')
  const claims = [await propose(db, 150), await propose(db, 150), await propose(db, 150)]
  const answers = await Promise.all(claims.map((claimId) => decide(db, claimId)))
  expect(answers.filter((answer) => answer === 'decided')).toHaveLength(1)
  expect(await sumAccount(db.reader, '2610')).toBe(-50)
})

test('a declined claim moves no money', async () => {
  const db = await openMarket()
  await fillReserve(db, 100)
  const claimId = await propose(db, 50)
  expect(await decide(db, claimId, 'user_second', false)).toBe('decided')
  expect((await db.reader.select().from(reserveClaims))[0]).toMatchObject({ status: 'declined', decidedBy: 'user_second' })
  expect(await sumAccount(db.reader, '2610')).toBe(-200)
})

test('the state’s match is received once by its reference, and never more than is due', async () => {
  const db = await openMarket()
  await fillReserve(db, 212)
  const receive = async (reference: string, amountFen: number) => {
    const received = await receiveMatch(db, { reference, amountFen: fen(amountFen), userId: 'user_clerk', now })
    return received.ok ? 'received' : received.refusal.code
  }
  expect(await receive('2026H1', 213)).toBe('more_than_due')
  expect(await receive('2026H1', 112)).toBe('received')
  expect(await receive('2026H1', 112)).toBe('known_reference')
  expect(await receive('2026H2', 100)).toBe('received')
  expect([await sumAccount(db.reader, '1030'), await sumAccount(db.reader, '1110')]).toEqual([212, 0])
})

test('a farm nobody knows claims nothing', async () => {
  const db = await openMarket()
  const claim = { farmId: 'nobody', amountFen: fen(1), reason: 'x', userId: 'user_clerk', now }
  expect(await proposeClaim(db, claim)).toMatchObject({ refusal: { code: 'unknown_farm' } })
})

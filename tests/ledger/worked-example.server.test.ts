import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closePeriod } from '#app/services/ledger/close-period.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { postings, transfers } from '#db/schema/index.ts'
import { exampleBalances, examplePostings } from './example-postings.ts'
import { at, done, playExample } from './play-example.ts'

test('the worked example, played through the services, is in the books to the fen', async () => {
  const { db, names } = await playExample()
  const booked: Record<string, [debit: string, credit: string, amountFen: number][]> = {}
  const balances = new Map<string, number>()
  const add = (account: string, amountFen: number) => balances.set(account, (balances.get(account) ?? 0) + amountFen)
  const moved = await db.reader.select().from(transfers).orderBy(asc(transfers.postingKey), asc(transfers.position))
  for (const { postingKey, debit, credit, amountFen } of moved) {
    const [key, from, to] = [names.read(postingKey), names.read(debit), names.read(credit)]
    booked[key] = [...(booked[key] ?? []), [from, to, amountFen]]
    add(from, amountFen)
    add(to, -amountFen)
  }
  expect(booked).toEqual(examplePostings)
  expect(Object.fromEntries([...balances].filter(([, balanceFen]) => balanceFen !== 0))).toEqual(exampleBalances)
  // the example's 106, and two for money that was pending before it was available
  expect(await db.reader.$count(transfers)).toBe(108)
  expect(await db.reader.$count(postings)).toBe(Object.keys(examplePostings).length)

  expect((await verifyLedger(db.reader)).differences).toEqual([])
  for (const period of ['2026-12', '2027-01']) await done(closePeriod(db, { period, userId: 'ana', now: at('2027-02-03T10:00') }))
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

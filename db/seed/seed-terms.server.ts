import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import type { Tx } from '#db/connection.ts'
import { commissionTerms, periods } from '#db/schema/index.ts'
import { historyDays } from './history-days.ts'
import { insertMissing } from './insert-missing.server.ts'

const agreedOn = '2026-01-01'

/** The same rates whoever the home is; a reserve of 0.20 yuan a kg (S1), matched by the state. */
export const foundingRates = {
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: 20,
  leaderSavingBp: 2000,
}

/** What the members agreed on, and the months the books are open for. */
export async function seedTerms(tx: Tx, { today }: { today: string }): Promise<void> {
  const effectiveFrom = shanghaiInstant(agreedOn)
  await insertMissing(
    tx,
    commissionTerms,
    (['alliance', 'farm', 'leader'] as const).map((homeType) => ({
      id: `terms_${homeType}_${agreedOn}`,
      homeType,
      effectiveFrom,
      ...foundingRates,
      agreedBy: '联盟成员大会 · 2025-12-20 · 8 家农场一致同意',
    })),
  )
  const months = new Set<string>()
  for (let days = -historyDays; days <= 31; days++) months.add(addDays(today, days).slice(0, 7))
  await insertMissing(
    tx,
    periods,
    [...months].map((id) => ({ id, closedAt: null })),
  )
}

import type { OrderToReckon } from '#app/domain/delivery/reckon-wave.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { findSavingRates } from '#db/queries/ordering/acceptance.server.ts'
import * as reckoning from '#db/queries/wave-costs/wave-reckoning.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>
type Rows = Awaited<ReturnType<typeof reckoning.findLinesOfWaveOrders>>

/** The wave's orders with what is left of each one's fee and leader's part, and the drop each was in. */
export async function readWaveOrders(db: Db, waveId: string) {
  const rows = await reckoning.findWaveOrders(db, waveId)
  const lines = groupBy(await reckoning.findLinesOfWaveOrders(db, waveId), ({ orderId }) => orderId)
  const elsewhere = new Map((await reckoning.findReckonedElsewhere(db, waveId)).map((row) => [row.orderId, row]))
  const refunded = new Map((await reckoning.findFeesRefunded(db, waveId)).map((row) => [row.orderId, row.sumFen]))
  const leaders = new Map((await reckoning.findLeadersPaid(db, waveId)).map((row) => [row.postingKey, row.amountFen]))
  const rates = await findSavingRates(
    db,
    [...lines.values()].flat().map(({ terms }) => terms.termsId),
  )
  const orders = rows.map((row): OrderToReckon => {
    const own = lines.get(row.orderId) ?? []
    const before = elsewhere.get(row.orderId)
    const leaderId = own[0]?.terms.leaderId ?? null
    return {
      orderId: row.orderId,
      feeLeftFen: fen(row.deliveryFen - (refunded.get(row.orderId) ?? 0) - (before?.feeFen ?? 0)),
      open: openWavesOf(waveId, own, row.deliveryFees),
      leader:
        leaderId === null
          ? null
          : {
              paidFen: row.completedAt === null ? null : (leaders.get(`${row.orderId}:delivery`) ?? fen(0)),
              reckonedFen: fen(before?.leaderFen ?? 0),
              directFen: row.directFen,
              elsewhereFen: fen(before?.costFen ?? 0),
              parts: own.map(({ grossWeightG: weightG, terms }) => ({ weightG, savingBp: rates.get(terms.termsId) ?? 0 })),
            },
    }
  })
  return { rows, orders }
}

/** Waves its lines come in that are not reckoned, this one always; by the fee that was charged for each, where that was kept. */
function openWavesOf(waveId: string, lines: Rows, charged: reckoning.WaveOrderRow['deliveryFees']) {
  const open = new Map([[waveId, 0]])
  for (const line of lines) if (line.reckonedAt === null || line.waveId === waveId) open.set(line.waveId, line.dropFeeFen)
  return [...open].map(([id, dropFeeFen]) => ({
    waveId: id,
    feeFen: charged ? (charged.find((fee) => fee.waveId === id)?.feeFen ?? 0) : dropFeeFen,
  }))
}

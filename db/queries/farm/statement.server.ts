import { and, eq, inArray } from 'drizzle-orm'
import type { AcceptanceMove } from '#app/domain/ledger/farm-statement.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { consignments, farms, orderLines, postings, products, transfers, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const codeOf = (account: typeof transfers.debit | typeof transfers.credit) => sql<string>`substr(${account}, 1, 4)`

/** All transfers of these acceptances, accounts by code alone: whose customer bought, or which leader gathered, is not read. */
export const findAcceptances = (db: Db, postingKeys: readonly string[]) =>
  db
    .select({
      postingKey: transfers.postingKey,
      debitCode: codeOf(transfers.debit),
      creditCode: codeOf(transfers.credit),
      amountFen: transfers.amountFen,
    })
    .from(transfers)
    .innerJoin(postings, and(eq(postings.key, transfers.postingKey), eq(postings.event, 'line_accepted')))
    .where(inArray(transfers.postingKey, postingKeys.length === 0 ? ['—'] : [...postingKeys])) satisfies PromiseLike<
    (AcceptanceMove & { postingKey: string })[]
  >

/** What was sold in these lines. The consignment is named where the farm packed it itself; another farm's stays that farm's. */
export const findSoldLines = (db: Db, { farmId, lineIds }: { farmId: string; lineIds: readonly string[] }) =>
  db
    .select({
      lineId: orderLines.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      quantity: orderLines.quantity,
      producerZh: farms.nameZh,
      producerEn: farms.nameEn,
      alias: consignments.alias,
      waveId: consignments.waveId,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .leftJoin(
      consignments,
      and(
        eq(consignments.orderId, orderLines.orderId),
        eq(consignments.farmId, orderLines.farmId),
        eq(consignments.waveId, orderLines.waveId),
        eq(consignments.farmId, farmId),
      ),
    )
    .where(inArray(orderLines.id, lineIds.length === 0 ? ['—'] : [...lineIds]))
export type SoldLine = Awaited<ReturnType<typeof findSoldLines>>[number]

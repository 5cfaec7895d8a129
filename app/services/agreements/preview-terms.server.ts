import { type AgreedTerms, chooseTerms, type TermsScope } from '#app/domain/commission/choose-terms.ts'
import { floorOf, freezeTerms, type TermsRates } from '#app/domain/commission/freeze-terms.ts'
import { layOutWaterfall, type WaterfallStep } from '#app/domain/commission/lay-out-waterfall.ts'
import type { Home } from '#app/domain/commission/line-terms.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { findAgreedTerms, findFirstSize, findProducer, findTermsProduct } from '#db/queries/ledger/terms.server.ts'

type Db = Pick<Reader, 'select'>

/** What happens to ¥100 today, and what would: null where nothing holds yet. `weightG` is what ¥100 of goods weigh. */
export type TermsPreview = { weightG: number; current: WaterfallStep[] | null; proposed: WaterfallStep[] }

const sampleFen = fen(10_000)
/** Where no product says what ¥100 of it weigh: 20 yuan a kilogram. */
const usualWeightG = 5000
const homes: Record<Home['type'], Home> = {
  alliance: { type: 'alliance', id: 'alliance' },
  farm: { type: 'farm', id: 'another farm' },
  leader: { type: 'leader', id: 'leader' },
}

type Question = {
  proposed: TermsScope & TermsRates & { effectiveFrom: Date }
  /** null: by the product's first size, or the usual */
  weightG: number | null
}

/**
 * The waterfall of ¥100 by a proposal, beside the agreement whose place it would take when it begins: a customer of that kind of
 * home buys through a leader, from another farm than their own. Reckoned by the split that pays accepted lines.
 */
export async function previewTerms(db: Db, { proposed, weightG }: Question): Promise<TermsPreview> {
  const { homeType, producerId, category, productId, effectiveFrom: at } = proposed
  const product = productId === '' ? undefined : await findTermsProduct(db, productId)
  const producer = producerId === '' ? undefined : await findProducer(db, producerId)
  const sampleG = weightG ?? (await weightOfSample(db, productId))
  const line = {
    home: homes[homeType],
    leaderId: 'leader',
    greenYears: producer?.greenYears ?? 0,
    productFloor: product ? floorOf(product) : null,
  }
  const waterfall = (terms: TermsRates) =>
    layOutWaterfall({
      amountFen: sampleFen,
      weightG: sampleG,
      producerId: producerId || 'producer',
      terms: freezeTerms({ ...terms, id: 'preview' }, line),
    })
  const sale = { homeType, producerId, category: product?.category ?? category, productId, at }
  const current = chooseTerms<AgreedTerms & TermsRates>(await findAgreedTerms(db, at), sale)
  return { weightG: sampleG, current: current ? waterfall(current) : null, proposed: waterfall(proposed) }
}

async function weightOfSample(db: Db, productId: string): Promise<number> {
  const size = productId === '' ? undefined : await findFirstSize(db, productId)
  return size ? Math.round((sampleFen * size.netWeightG) / size.priceFen) : usualWeightG
}

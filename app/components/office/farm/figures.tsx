import { FigureBars } from '#app/components/shop/figure-bars.tsx'
import { RangeBars } from '#app/components/shop/range-bars.tsx'
import type { Fen } from '#app/domain/money/fen.ts'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Figures = {
  landMuBefore: number
  landMuNow: number
  customersBefore: number
  customersNow: number
  productsBefore: number
  productsNow: number
  soldOutsideBeforePct: number
  soldOutsideNowPct: number
  logisticsBeforeLowFen: Fen
  logisticsBeforeHighFen: Fen
  logisticsNowLowFen: Fen
  logisticsNowHighFen: Fen
}

/** S0 table 2 for this farm: how it stood alone and stands in the alliance. */
export function FarmFigures({ figures: f }: { figures: Figures }) {
  const t = useMessages(farmPartnersMessages)
  return (
    <>
      <FigureBars
        figures={[
          { label: t.land, before: f.landMuBefore, now: f.landMuNow },
          { label: t.customers, before: f.customersBefore, now: f.customersNow },
          { label: t.products, before: f.productsBefore, now: f.productsNow },
          { label: t.soldOutside, before: f.soldOutsideBeforePct, now: f.soldOutsideNowPct },
        ]}
      />
      <RangeBars
        caption={t.logistics}
        rows={[
          { label: t.before, range: { lowFen: f.logisticsBeforeLowFen, highFen: f.logisticsBeforeHighFen }, isNow: false },
          { label: t.now, range: { lowFen: f.logisticsNowLowFen, highFen: f.logisticsNowHighFen }, isNow: true },
        ]}
      />
    </>
  )
}

import type { BillParts } from '#app/components/shop/bill.tsx'
import { IndicationMark } from '#app/components/shop/indication-mark.tsx'
import type { ContentsWave } from '#app/components/shop/order-contents.tsx'
import { sealPath } from '#app/components/shop/picture-paths.ts'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type Receipt = {
  order: { number: string; paidAt: Date | null; totalFen: number; creditFen: number }
  contact: { recipient: string; addressZh: string; addressEn: string }
  waves: readonly ContentsWave[]
  bill: BillParts
  refundedFen: number
  keptFen: number
  /** null before the order has been booked to its parties */
  vatFen: number | null
}

/** One sheet of A4: who sold what to whom, by farm and delivery, what was paid for it, what went back, and the VAT as it is booked. */
export function ReceiptSheet({ receipt }: { receipt: Receipt }) {
  const t = useMessages(receiptMessages)
  const locale = useLocale()
  const pick = usePick()
  const { order, contact, waves, vatFen } = receipt
  const facts: [string, string][] = [
    [t.seller, t.sellerName],
    [t.buyer, `${contact.recipient} · ${pick(contact.addressZh, contact.addressEn)}`],
    [t.number, order.number],
    ...(order.paidAt ? [[t.paidOn, formatMoment(order.paidAt, locale)] satisfies [string, string]] : []),
  ]
  return (
    <article className="flex flex-col gap-4 rounded-md border border-rule bg-paper p-4 print:border-0 print:p-0 print:text-sm">
      <dl className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-2">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {waves.map((wave) => (
        <WaveItems key={wave.waveId} wave={wave} />
      ))}
      <Sums receipt={receipt} />
      <p className="text-sm text-ink-2">{vatFen === null ? t.vatNone : t.vat(formatFen(vatFen))}</p>
      <p className="text-sm text-ink-2">{t.notInvoice}</p>
    </article>
  )
}

function WaveItems({ wave }: { wave: ContentsWave }) {
  const t = useMessages(receiptMessages)
  const shop = useMessages(shopMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <section className="break-inside-avoid">
      <h2 className="text-lg font-semibold">{formatDay(wave.deliversOn, locale)}</h2>
      {wave.farms.map((farm) => (
        <table key={farm.farmId} className="mt-2 w-full border-collapse text-sm">
          <caption className="text-left font-semibold">
            <span className="flex items-center gap-2">
              {farm.licensed ? <img src={sealPath} alt={shop.licensed} width={20} height={20} /> : null}
              {t.grownBy(pick(farm.farmZh, farm.farmEn))}
            </span>
          </caption>
          <thead>
            <tr className="border-b border-control text-left">
              <th scope="col" className="py-1 pr-2">
                {t.item}
              </th>
              <th scope="col" className="py-1 pr-2 text-right">
                {t.quantity}
              </th>
              <th scope="col" className="hidden py-1 pr-2 text-right sm:table-cell print:table-cell">
                {t.price}
              </th>
              <th scope="col" className="py-1 text-right">
                {t.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {farm.lines.map((line) => (
              <tr key={line.id} className="border-b border-rule align-top">
                <td className="py-1 pr-2">
                  {pick(line.productZh, line.productEn)} {pick(line.variantZh, line.variantEn)}
                  {line.indication ? <IndicationMark name={pick(line.indication.nameZh, line.indication.nameEn)} /> : null}
                </td>
                <td className="py-1 pr-2 text-right tabular-nums">{line.quantity}</td>
                <td className="hidden py-1 pr-2 text-right tabular-nums sm:table-cell print:table-cell">{formatFen(line.unitPriceFen)}</td>
                <td className="py-1 text-right tabular-nums">{formatFen(line.amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

function Sums({ receipt: { order, bill, refundedFen, keptFen } }: { receipt: Receipt }) {
  const t = useMessages(receiptMessages)
  const locale = useLocale()
  const pick = usePick()
  const goodsFen = bill.goods.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const deliveries: [string, number][] = bill.deliveries?.map(({ deliversOn, feeFen }) => [
    t.delivery(formatDay(deliversOn, locale)),
    feeFen,
  ]) ?? [[t.deliveryAll, bill.deliveryFen]]
  const reductions: [string, number][] = [
    ...bill.bundles.map(({ nameZh, nameEn, savedFen }): [string, number] => [`${t.bundleSaving} · ${pick(nameZh, nameEn)}`, -savedFen]),
    ...bill.reductions.map(({ fundedBy, nameZh, nameEn, offFen }): [string, number] => [
      `${fundedBy === 'alliance' ? t.coupon : t.discount} · ${pick(nameZh, nameEn)}`,
      -offFen,
    ]),
  ]
  const paid: [string, number][] =
    order.paidAt === null
      ? []
      : [
          ...(order.creditFen > 0 ? [[t.credit, order.creditFen] satisfies [string, number]] : []),
          [t.paidOnline, order.totalFen - order.creditFen],
          ...(refundedFen > 0 ? [[t.refunded, -refundedFen] satisfies [string, number], [t.kept, keptFen] satisfies [string, number]] : []),
        ]
  return (
    <dl className="flex break-inside-avoid flex-col gap-1">
      <Sum term={t.goods} amountFen={goodsFen} />
      {[...deliveries, ...reductions].map(([term, amountFen]) => (
        <Sum key={term} term={term} amountFen={amountFen} />
      ))}
      <Sum term={t.total} amountFen={order.totalFen} isStrong />
      {paid.map(([term, amountFen]) => (
        <Sum key={term} term={term} amountFen={amountFen} isStrong={term === t.kept} />
      ))}
    </dl>
  )
}

const Sum = ({ term, amountFen, isStrong = false }: { term: string; amountFen: number; isStrong?: boolean }) => (
  <div className={`flex justify-between gap-4 ${isStrong ? 'border-t border-control pt-1 font-semibold' : ''}`}>
    <dt>{term}</dt>
    <dd className="whitespace-nowrap tabular-nums">{formatFen(amountFen)}</dd>
  </div>
)

import { FarmQrCode } from '#app/components/office/qr-code.tsx'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Bill, type BillParts } from './bill.tsx'
import { type BoughtBundleShown, BoughtBundles } from './bundles/bought-bundles.tsx'
import { type ContentsWave, OrderContents } from './order-contents.tsx'
import { type Saving, SavingChip } from './saving-chip.tsx'
import { useSupportPhone } from './use-support-phone.ts'

export type ReceiptContact = {
  recipient: string
  phone: string
  addressZh: string
  addressEn: string
  note: string
  pickupCode: string
  /** the same as a QR code; null at a door */
  pickupQr: { size: number; path: string } | null
  windowFrom: string | null
  windowTo: string | null
}
type Order = {
  number: string
  delivery: 'door' | 'pickup'
  payment: 'online' | 'on_account' | 'on_pickup'
  substitution: 'call' | 'similar' | 'refund'
}

const card = 'rounded-md border border-rule bg-paper p-4 print:border-0 print:p-0'

/** What was ordered, for how much and for whom: the part of the page that is also the receipt. */
export function OrderReceipt({
  order,
  contact,
  bundles,
  waves,
  bill,
  saving,
  isComing,
}: {
  order: Order
  contact: ReceiptContact
  bundles: readonly BoughtBundleShown[]
  waves: readonly ContentsWave[]
  bill: BillParts
  saving: Saving
  /** paid or on account, and not yet completed */
  isComing: boolean
}) {
  const t = useMessages(orderPageMessages)
  return (
    <>
      {isComing && order.delivery === 'pickup' ? <PickupCode code={contact.pickupCode} qr={contact.pickupQr} /> : null}
      <section className={`${card} flex flex-col gap-3`}>
        <h2 className="text-xl">{t.contents}</h2>
        <BoughtBundles bundles={bundles} />
        <OrderContents waves={waves} isExpected={isComing} />
      </section>
      <section className={`${card} flex flex-col gap-3`}>
        <h2 className="text-xl">{t.amounts}</h2>
        <Bill {...bill} />
        {order.payment === 'online' ? null : (
          <p className="text-sm text-ink-2">{order.payment === 'on_account' ? t.onAccountNote : t.onPickupNote}</p>
        )}
        <SavingChip {...saving} />
      </section>
      <section className={card}>
        <h2 className="mb-2 text-xl">{t.to}</h2>
        <Destination order={order} contact={contact} />
      </section>
      <Help number={order.number} />
    </>
  )
}

function PickupCode({ code, qr }: { code: string; qr: ReceiptContact['pickupQr'] }) {
  const t = useMessages(orderPageMessages)
  return (
    <section className="rounded-md border-2 border-ink bg-rape-tint p-4 text-center">
      <h2 className="text-base font-semibold">{t.pickupCode}</h2>
      <p className="font-display text-4xl font-semibold tabular-nums">{code}</p>
      {qr ? <FarmQrCode code={qr} label={t.pickupCode} className="mx-auto my-2 size-32" /> : null}
      <p className="text-sm">{t.pickupCodeHint}</p>
    </section>
  )
}

function Destination({ order, contact }: { order: Order; contact: ReceiptContact }) {
  const t = useMessages(orderPageMessages)
  const pick = usePick()
  const { windowFrom, windowTo } = contact
  const substitution = { call: t.call, similar: t.similar, refund: t.refund }[order.substitution]
  const rows: [string, string][] = [
    [t.recipient, contact.recipient],
    [t.phone, contact.phone],
    [order.delivery === 'pickup' ? t.pickupAt : t.address, pick(contact.addressZh, contact.addressEn)],
    ...(windowFrom && windowTo ? [[t.pickupHours, t.pickupWindow(windowFrom, windowTo)] satisfies [string, string]] : []),
    ...(contact.note ? [[t.note, contact.note] satisfies [string, string]] : []),
    [t.substitution, substitution],
  ]
  return (
    <dl className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 gap-y-1">
      {rows.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Help({ number }: { number: string }) {
  const t = useMessages(orderPageMessages)
  const { hours } = useMessages(shopMessages)
  const phone = useSupportPhone()
  return (
    <section className={card}>
      <h2 className="mb-2 text-xl">{t.help}</h2>
      <p>
        {phone === null ? null : (
          <a href={`tel:${phone}`} className="mr-2 inline-flex min-h-11 items-center text-lg font-semibold text-indigo">
            {phone}
          </a>
        )}
        <span className="text-ink-2">{hours}</span>
      </p>
      <p className="text-sm text-ink-2">{t.helpWith(number)}</p>
      <p className="text-sm text-ink-2 print:hidden">{t.print}</p>
    </section>
  )
}

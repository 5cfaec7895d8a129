import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { BackOfficeShell } from '#app/components/office/back-office-shell.tsx'
import { requireOffice } from '#app/http/viewer.server.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { redeliveryMessages } from '#app/i18n/messages/redelivery.ts'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return null
}

/** The frame says the same on every page. */
export const shouldRevalidate = () => false

export default function AllianceLayout() {
  const t = useMessages(allianceMessages)
  const afterSales = useMessages(afterSalesMessages)
  const bundles = useMessages(bundleMessages)
  const brands = useMessages(brandDeskMessages)
  const buyers = useMessages(buyerMessages)
  const terms = useMessages(agreementMessages)
  const dock = useMessages(dockMessages)
  const promotions = useMessages(promotionMessages)
  const wanting = useMessages(wantingMessages)
  const receipts = useMessages(receiptMessages)
  const redelivery = useMessages(redeliveryMessages)
  const reserve = useMessages(reserveMessages)
  const reviews = useMessages(reviewMessages)
  const settlement = useMessages(settlementMessages)
  const books = useMessages(booksMessages)
  const network = useMessages(networkMessages)
  const waveCosts = useMessages(waveCostMessages)
  return (
    <BackOfficeShell
      title={t.office}
      groups={[
        {
          label: t.operations,
          sections: [
            { to: '/alliance', label: t.controlRoom, end: true },
            { to: '/alliance/waves', label: t.waves },
            { to: '/alliance/dock', label: dock.dockTitle },
            { to: '/alliance/network', label: network.title },
            { to: '/alliance/orders', label: t.orders },
            { to: '/alliance/subscriptions', label: wanting.expectedTitle },
            { to: '/alliance/redeliveries', label: redelivery.title },
            { to: '/alliance/refunds', label: afterSales.refundsTitle },
            { to: '/alliance/disputes', label: afterSales.disputesTitle },
            { to: '/alliance/invoices', label: receipts.office },
            { to: '/alliance/reviews', label: reviews.title },
          ],
        },
        {
          label: t.people,
          sections: [
            { to: '/alliance/members', label: t.members },
            { to: '/alliance/quality', label: brands.qualityTitle },
            { to: '/alliance/indications', label: brands.indicationsTitle },
            { to: '/alliance/tests', label: brands.testsTitle },
            { to: '/alliance/pictures', label: brands.alliancePicturesTitle },
            { to: '/alliance/buyers', label: buyers.title },
            { to: '/alliance/agreements', label: terms.title },
            { to: '/alliance/bundles', label: bundles.title },
            { to: '/alliance/promotions', label: promotions.title },
            { to: '/alliance/audit', label: t.audit },
          ],
        },
        {
          label: t.money,
          sections: [
            { to: '/alliance/settlements', label: settlement.settlements },
            { to: '/alliance/logistics', label: waveCosts.logistics },
            { to: '/alliance/reserve', label: reserve.reserveTitle },
            { to: '/alliance/surplus', label: reserve.surplusTitle },
            { to: '/alliance/books', label: books.title },
            { to: '/alliance/ledger', label: t.ledger },
          ],
        },
      ]}
    >
      <Outlet />
    </BackOfficeShell>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { BackOfficeShell } from '#app/components/office/back-office-shell.tsx'
import { found } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findFarmProfile } from '#db/queries/farm/profile.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return { farm: found(await findFarmProfile(db().reader, farmId)) }
}

/** The frame says the same on every page. */
export const shouldRevalidate = () => false

export default function FarmLayout() {
  const { farm } = useLoaderData<typeof loader>()
  const t = useMessages(farmMessages)
  const ahead = useMessages(farmAheadMessages)
  const settlement = useMessages(settlementMessages)
  const books = useMessages(booksMessages)
  const reviews = useMessages(reviewMessages)
  const terms = useMessages(agreementMessages)
  const waveCosts = useMessages(waveCostMessages)
  const dock = useMessages(dockMessages)
  const pick = usePick()
  return (
    <BackOfficeShell
      title={pick(farm.nameZh, farm.nameEn)}
      mark={`/marks/farm-${farm.code.toLowerCase()}.svg`}
      sections={[
        { to: '/farm', label: t.today, end: true },
        { to: '/farm/consignments', label: t.consignments },
        { to: '/farm/handover', label: dock.handoverTitle },
        { to: '/farm/listings', label: t.listings },
        { to: '/farm/ahead', label: ahead.title },
        { to: '/farm/adoptions', label: ahead.adoptions },
        { to: '/farm/distribution', label: t.distribution },
        { to: '/farm/statement', label: t.statement },
        { to: '/farm/delivery', label: waveCosts.farmTitle },
        { to: '/farm/settlements', label: settlement.settlements },
        { to: '/farm/books', label: books.title },
        { to: '/farm/agreements', label: terms.farmTitle },
        { to: '/farm/shop', label: t.shop },
        { to: '/farm/customers', label: t.customers },
        { to: '/farm/reviews', label: reviews.title },
      ]}
    >
      <Outlet />
    </BackOfficeShell>
  )
}

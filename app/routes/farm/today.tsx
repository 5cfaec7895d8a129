import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmStockAlerts } from '#app/components/office/farm-stock-alerts.tsx'
import { FarmWaveCard } from '#app/components/office/farm-wave-card.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { bestBeforeWithinDays, lowStockBelow } from '#app/domain/catalog/stock-alerts.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findStockWorries } from '#db/queries/farm-listings.server.ts'
import { findPicking, findWavesAtWork } from '#db/queries/farm-work.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmMessages[locale].todayTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { reader } = db()
  const today = businessDay(now())
  const [waves, worries] = await Promise.all([
    findWavesAtWork(reader, { farmId }),
    findStockWorries(reader, { farmId, today, soonOn: addDays(today, bestBeforeWithinDays), lowBelow: lowStockBelow }),
  ])
  const picking = groupBy(await findPicking(reader, { farmId, waveIds: waves.map(({ id }) => id) }), (lot) => lot.waveId)
  return { today, worries, waves: waves.map((wave) => ({ ...wave, picking: picking.get(wave.id) ?? [] })) }
}

export default function Today() {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const { today, worries, waves } = useLoaderData<typeof loader>()
  return (
    <>
      <header>
        <h1 className="text-3xl">{t.todayTitle}</h1>
        <p className="text-ink-2">{formatDay(today, locale)}</p>
      </header>
      <FarmStockAlerts {...worries} today={today} />
      {waves.length === 0 ? (
        <Empty
          action={
            <ButtonLink to="/farm/shop" look="plain">
              {t.toShop}
            </ButtonLink>
          }
        >
          {t.noWork}
        </Empty>
      ) : (
        waves.map((wave) => <FarmWaveCard key={wave.id} wave={wave} />)
      )}
    </>
  )
}

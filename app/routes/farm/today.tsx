import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmStockAlerts } from '#app/components/office/farm/stock-alerts.tsx'
import { FarmWaveCard } from '#app/components/office/farm/wave-card.tsx'
import { ExpectedWave } from '#app/components/office/wanting/expected-wave.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { bestBeforeWithinDays, lowStockBelow } from '#app/domain/catalog/stock-alerts.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { expectBoxes } from '#app/services/wanting/expect-boxes.server.ts'
import { findStockWorries } from '#db/queries/farm/listings.server.ts'
import { findPicking, findWavesAtWork } from '#db/queries/farm/work.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmMessages[locale].todayTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { reader } = db()
  const today = businessDay(now())
  const [waves, expected, worries] = await Promise.all([
    findWavesAtWork(reader, { farmId }),
    expectBoxes(reader, { farmId, now: now() }),
    findStockWorries(reader, { farmId, today, soonOn: addDays(today, bestBeforeWithinDays), lowBelow: lowStockBelow }),
  ])
  const picking = groupBy(await findPicking(reader, { farmId, waveIds: waves.map(({ id }) => id) }), (lot) => lot.waveId)
  return { today, worries, expected, waves: waves.map((wave) => ({ ...wave, picking: picking.get(wave.id) ?? [] })) }
}

export default function Today() {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const w = useMessages(wantingMessages)
  const { today, worries, expected, waves } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
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
      {expected.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-xl font-semibold">{w.expectedTitle}</summary>
          <p className="text-ink-2">{w.expectedLead}</p>
          <div className="flex flex-col gap-4 pt-3">
            {expected.map((wave) => (
              <ExpectedWave key={wave.waveId} wave={wave} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}

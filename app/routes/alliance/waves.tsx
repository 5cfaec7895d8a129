import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { WaveTable } from '#app/components/office/waves/wave-table.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findWaves } from '#db/queries/delivery/waves.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => allianceMessages[locale].waves)

const From = z.iso.date().nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const fromOn = From.parse(new URL(request.url).searchParams.get('from')) ?? businessDay(now())
  const untilOn = addDays(fromOn, 6)
  return { fromOn, untilOn, waves: await findWaves(db().reader, { fromOn, untilOn }) }
}

export default function Waves() {
  const { fromOn, untilOn, waves } = useLoaderData<typeof loader>()
  const t = useMessages(allianceMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-2">
          <h1 className="text-3xl">{t.waves}</h1>
          <p className="text-ink-2">{t.wavesLead}</p>
        </div>
        <nav aria-label={t.waves} className="flex flex-wrap items-center gap-2">
          <ButtonLink look="plain" to={`?from=${addDays(fromOn, -7)}`}>
            {t.earlierWeek}
          </ButtonLink>
          <span aria-current="page">{t.week(formatShortDay(fromOn, locale), formatShortDay(untilOn, locale))}</span>
          <ButtonLink look="plain" to={`?from=${addDays(fromOn, 7)}`}>
            {t.laterWeek}
          </ButtonLink>
        </nav>
      </header>
      {waves.length === 0 ? <Empty>{t.noWaves}</Empty> : <WaveTable caption={t.waves} waves={waves} />}
    </>
  )
}

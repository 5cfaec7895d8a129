import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SeasonCalendar } from '#app/components/shop/ahead/season-calendar.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { harvestMonthsOf, type Season } from '#app/domain/catalog/season.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { cropNames, crops } from '#app/domain/woodcut/crop-names.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findCropSeasons } from '#db/queries/ahead/seasons.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageHead(matches, (locale) => {
    const { seasonsTitle: title, seasonsLead: description } = aheadMessages[locale]
    return { title, description, path: '/seasons' }
  })

export async function loader() {
  const seasonsOf = groupBy(await findCropSeasons(db().reader), (row) => row.crop)
  const rows = crops.flatMap((crop) => {
    const found = seasonsOf.get(crop)
    if (!found) return []
    const seasons = found.map(({ from, to }): Season | null => (from === null || to === null ? null : { from, to }))
    return [{ crop, ...cropNames[crop], months: [...harvestMonthsOf(seasons)] }]
  })
  return { rows, month: Number(businessDay(now()).slice(5, 7)) }
}

export default function Seasons() {
  const t = useMessages(aheadMessages)
  const page = useLoaderData<typeof loader>()
  return (
    <ShopShell>
      <div className="mx-auto flex max-w-5xl flex-col gap-4 px-4 pt-6">
        <h1 className="text-3xl">{t.seasonsTitle}</h1>
        <p className="max-w-2xl text-ink-2">{t.seasonsLead}</p>
        <SeasonCalendar {...page} />
      </div>
    </ShopShell>
  )
}

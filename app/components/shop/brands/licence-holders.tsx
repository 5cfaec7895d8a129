import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { farmMarkOf } from '../picture-paths.ts'

type Holder = {
  slug: string
  code: string
  nameZh: string
  nameEn: string
  countyZh: string
  countyEn: string
  licensedUntilOn: string | null
}

/** Who may use the seal today, and until when. */
export function LicenceHolders({ holders }: { holders: readonly Holder[] }) {
  const t = useMessages(brandMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <section id="holders">
      <h2 className="mb-2 text-2xl">{t.holdersTitle}</h2>
      <p className="mb-3 text-ink-2">{t.holdersLead}</p>
      {holders.length === 0 ? <p>{t.noHolders}</p> : null}
      <ul className="overflow-hidden rounded-md border-2 border-ink bg-paper">
        {holders.map(({ slug, code, nameZh, nameEn, countyZh, countyEn, licensedUntilOn }) => (
          <li
            key={slug}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 border-b border-rule px-4 py-2 last:border-b-0 sm:grid-cols-[auto_minmax(0,1fr)_auto_14rem]"
          >
            <img src={farmMarkOf(code)} alt="" width={36} height={36} loading="lazy" className="row-span-3 sm:row-span-1" />
            <Link to={`/f/${slug}/about`} className="inline-flex min-h-11 items-center font-semibold text-indigo">
              {pick(nameZh, nameEn)}
            </Link>
            <span className="text-sm text-ink-2">{pick(countyZh, countyEn)}</span>
            <span className="text-sm sm:text-right">
              {licensedUntilOn === null ? t.openEnded : t.licensedUntil(formatDay(licensedUntilOn, locale))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Link } from '@remix-run/react'
import { usePick } from '#app/i18n/use-messages.ts'
import { farmMarkOf } from './picture-paths.ts'
import { ArrowIcon } from './shop-icons.tsx'

export type RolledFarm = {
  slug: string
  code: string
  nameZh: string
  nameEn: string
  countyZh: string
  countyEn: string
  flagshipZh: string
  flagshipEn: string
}

/** The farms as a roll of names and places: whose field, where, and what it is known for. */
export function FarmRoll({ farms }: { farms: readonly RolledFarm[] }) {
  const pick = usePick()
  return (
    <ul className="grid overflow-hidden rounded-md border-2 border-ink bg-paper md:grid-cols-2">
      {farms.map((farm) => (
        <li key={farm.slug} className="-mr-px -mb-px border-r border-b border-rule">
          <Link to={`/f/${farm.slug}`} className="flex min-h-20 items-center gap-4 px-4 py-3 no-underline hover:bg-ground">
            <img src={farmMarkOf(farm.code)} alt="" width={56} height={56} loading="lazy" />
            <span className="min-w-0 flex-1">
              <span className="block font-given text-lg leading-tight font-semibold">{pick(farm.nameZh, farm.nameEn)}</span>
              <span className="block text-sm text-ink-2">{pick(farm.countyZh, farm.countyEn)}</span>
              <span className="block text-sm">{pick(farm.flagshipZh, farm.flagshipEn)}</span>
            </span>
            <ArrowIcon />
          </Link>
        </li>
      ))}
    </ul>
  )
}

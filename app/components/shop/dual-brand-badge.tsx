import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { farmMarkOf, indicationMarkPath, sealPath } from './picture-paths.ts'

type Marks = { farm: { code: string; name: string; licensed: boolean } | null; indication: string | null }

/**
 * Two brands on every product: the alliance's seal vouches (only while the farm is licensed), the farm's own mark names it;
 * the geographical indication where there is one. An alliance product carries the seal alone.
 */
export function DualBrandBadge({ farm, indication, place }: Marks & { place?: string | undefined }) {
  const t = useMessages(shopMessages)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1 text-xs text-ink-2">
      {farm === null || farm.licensed ? <img src={sealPath} alt={farm ? t.licensed : ''} width={20} height={20} loading="lazy" /> : null}
      {farm ? <img src={farmMarkOf(farm.code)} alt="" width={20} height={20} loading="lazy" /> : null}
      {indication ? <img src={indicationMarkPath} alt={`${t.indicationMark} ${indication}`} width={20} height={20} loading="lazy" /> : null}
      <span className="min-w-0 flex-1 basis-20 leading-tight">
        <span className="block">{farm ? farm.name : t.allianceProduct}</span>
        {place ? <span className="block truncate">{place}</span> : null}
      </span>
    </span>
  )
}

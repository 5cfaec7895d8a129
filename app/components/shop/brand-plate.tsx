import { Link } from '@remix-run/react'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { farmMarkOf, indicationMarkPath, sealPath } from './picture-paths.ts'

type Plate = {
  farm: { slug: string; code: string; name: string; licensed: boolean; county: string } | null
  indication: { name: string; area: string } | null
}

/** The two brands of a product at full size, and its geographical indication: who vouches, who grew it, which place is protected. */
export function BrandPlate({ farm, indication }: Plate) {
  const t = useMessages(shopMessages)
  const p = useMessages(productMessages)
  return (
    <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {farm === null || farm.licensed ? (
        <Brand src={sealPath} to="/standard" name={farm ? t.licensed : t.allianceProduct} note={t.standard} />
      ) : null}
      {farm ? <Brand src={farmMarkOf(farm.code)} to={`/f/${farm.slug}`} name={farm.name} note={farm.county} /> : null}
      {indication ? <Brand src={indicationMarkPath} name={indication.name} note={`${p.indication} · ${indication.area}`} /> : null}
    </ul>
  )
}

function Brand({ src, to, name, note }: { src: string; to?: string; name: string; note: string }) {
  return (
    <li className="flex items-center gap-3">
      <img src={src} alt="" width={48} height={48} />
      <span>
        {to ? (
          <Link to={to} className="font-semibold text-indigo">
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        )}
        <span className="block text-sm text-ink-2">{note}</span>
      </span>
    </li>
  )
}

import { Link } from '@remix-run/react'
import { formatFen } from '#app/i18n/format.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type BoughtBundleShown = {
  variantId: string
  slug: string
  nameZh: string
  nameEn: string
  sizeZh: string
  sizeEn: string
  quantity: number
  unitPriceFen: number
  savedFen: number
}

/** Above an order's items: which of them came as bundles, at what price, and what that saved. */
export function BoughtBundles({ bundles }: { bundles: readonly BoughtBundleShown[] }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  if (bundles.length === 0) return null
  return (
    <div className="rounded-sm border border-rule bg-ground px-3 py-2">
      <h3 className="text-base font-semibold">{t.bought}</h3>
      <ul>
        {bundles.map((bundle) => (
          <li key={bundle.variantId} className="flex justify-between gap-4 py-1">
            <span className="min-w-0">
              <Link to={`/products/${bundle.slug}`}>{pick(bundle.nameZh, bundle.nameEn)}</Link>
              <span className="block text-sm text-ink-2">
                {pick(bundle.sizeZh, bundle.sizeEn)} · {t.boughtLine(formatFen(bundle.unitPriceFen), bundle.quantity)}
              </span>
              {bundle.savedFen > 0 ? (
                <span className="block text-sm font-semibold text-leaf">{t.savedIn(formatFen(bundle.savedFen))}</span>
              ) : null}
            </span>
            <span className="whitespace-nowrap">{formatFen(bundle.unitPriceFen * bundle.quantity)}</span>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-2">{t.boughtText}</p>
    </div>
  )
}

import { Link } from '@remix-run/react'
import { formatFen, formatShortDay } from '#app/i18n/format.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { farmMarkOf, sealPath } from '../picture-paths.ts'

/** One thing in a bundle, as its buyer reads it. */
export type ShownPart = {
  variantId: string
  units: number
  notBeforeOn: string | null
  slug: string
  nameZh: string
  nameEn: string
  sizeZh: string
  sizeEn: string
  priceFen: number
  farmSlug: string | null
  farmCode: string | null
  farmZh: string | null
  farmEn: string | null
}

/** What is in a bundle in one column: the farm's mark, how many of what, and when it comes where that is not now. */
export function BundleParts({ parts, quantity = 1 }: { parts: readonly ShownPart[]; quantity?: number }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  const locale = useLocale()
  if (parts.length === 0) return null
  return (
    <ul aria-label={t.contains} className="my-2 flex flex-col gap-1 border-l-2 border-rule pl-3 text-sm">
      {parts.map((part) => (
        <li key={`${part.variantId} ${part.notBeforeOn ?? ''}`} className="flex items-start gap-2">
          <img src={part.farmCode ? farmMarkOf(part.farmCode) : sealPath} alt="" width={20} height={20} loading="lazy" />
          <span className="min-w-0">
            {pick(part.nameZh, part.nameEn)} <span className="text-ink-2">{pick(part.sizeZh, part.sizeEn)}</span> × {part.units * quantity}
            <span className="block text-xs text-ink-2">
              {part.farmZh && part.farmEn ? pick(part.farmZh, part.farmEn) : t.fromAlliance}
              {part.notBeforeOn ? ` · ${t.fromDay(formatShortDay(part.notBeforeOn, locale))}` : null}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

export type BundleSize = { id: string; nameZh: string; nameEn: string; priceFen: number; parts: readonly (ShownPart & { left: number })[] }

/** On the bundle's own page: each part with its farm, its price by itself, a way to it; and what the bundle saves. */
export function BundleContents({ sizes }: { sizes: readonly BundleSize[] }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  return (
    <section aria-labelledby="inside" className="flex flex-col gap-3">
      <h2 id="inside" className="text-2xl">
        {t.inside}
      </h2>
      <p className="text-sm text-ink-2">{t.insideLead}</p>
      {sizes.map((size) => (
        <div key={size.id} className="overflow-hidden rounded-md border-2 border-ink bg-paper">
          {sizes.length > 1 ? <h3 className="border-b border-rule px-4 py-2 text-base">{pick(size.nameZh, size.nameEn)}</h3> : null}
          <ul>
            {size.parts.map((part) => (
              <PartRow key={`${part.variantId} ${part.notBeforeOn ?? ''}`} part={part} />
            ))}
          </ul>
          <SavingLine size={size} />
        </div>
      ))}
    </section>
  )
}

function PartRow({ part }: { part: ShownPart & { left: number } }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  const locale = useLocale()
  const farm = part.farmZh && part.farmEn ? pick(part.farmZh, part.farmEn) : t.fromAlliance
  return (
    <li className="grid grid-cols-[2.5rem_1fr_auto] items-center gap-3 border-b border-rule px-4 py-2">
      <img src={part.farmCode ? farmMarkOf(part.farmCode) : sealPath} alt="" width={40} height={40} loading="lazy" />
      <span className="min-w-0">
        <Link to={`/products/${part.slug}`} className="inline-flex min-h-6 items-center font-semibold text-indigo">
          {pick(part.nameZh, part.nameEn)}
        </Link>
        <span className="block text-sm text-ink-2">
          {pick(part.sizeZh, part.sizeEn)} · {part.farmSlug ? <Link to={`/f/${part.farmSlug}`}>{farm}</Link> : farm}
        </span>
        {part.notBeforeOn ? <span className="block text-sm text-ink-2">{t.fromDay(formatShortDay(part.notBeforeOn, locale))}</span> : null}
        {part.left < part.units ? <span className="block text-sm font-semibold text-pepper">{t.partGone}</span> : null}
      </span>
      <span className="text-right whitespace-nowrap">
        <span className="block font-semibold">{t.units(part.units)}</span>
        <span className="block text-xs text-ink-2">{t.each(formatFen(part.priceFen))}</span>
      </span>
    </li>
  )
}

const singleFenOf = (parts: readonly ShownPart[]) => parts.reduce((sum, part) => sum + part.priceFen * part.units, 0)

function SavingLine({ size }: { size: BundleSize }) {
  const t = useMessages(bundleMessages)
  const singleFen = singleFenOf(size.parts)
  const savedFen = singleFen - size.priceFen
  return (
    <p className="flex flex-wrap justify-between gap-x-4 bg-leaf-tint px-4 py-2">
      <span>{t.apart(formatFen(singleFen))}</span>
      <strong className="text-leaf">{savedFen > 0 ? t.saves(formatFen(savedFen)) : t.noSaving}</strong>
    </p>
  )
}

/** In a basket: what so many bundles save against their parts one by one. */
export function BundleSaving({ parts, priceFen, quantity }: { parts: readonly ShownPart[]; priceFen: number; quantity: number }) {
  const t = useMessages(bundleMessages)
  const savedFen = (singleFenOf(parts) - priceFen) * quantity
  return savedFen > 0 ? <p className="text-sm font-semibold text-leaf">{t.saves(formatFen(savedFen))}</p> : null
}

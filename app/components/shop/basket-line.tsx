import { Form, Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import type { ShownPicture } from '#app/domain/catalog/product-card.ts'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import type { LineProblem } from '#app/domain/ordering/basket-groups.ts'
import { formatFen } from '#app/i18n/format.ts'
import { basketMessages } from '#app/i18n/messages/shop-basket.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { BasketStepper } from './basket-stepper.tsx'
import { BundleParts, BundleSaving, type ShownPart } from './bundles/bundle-parts.tsx'
import { DualBrandBadge } from './dual-brand-badge.tsx'
import { ProducePicture } from './produce-picture.tsx'
import { UnitPrice } from './unit-price.tsx'

export type BasketLineProps = {
  variantId: string
  slug: string
  nameZh: string
  nameEn: string
  variantZh: string
  variantEn: string
  crop: string | null
  category: Category
  picture: ShownPicture | null
  farm: { code: string; nameZh: string; nameEn: string; licensed: boolean } | null
  /** only where a registration covers it */
  indication: { nameZh: string; nameEn: string } | null
  quantity: number
  priceFen: number
  seenPriceFen: number
  netWeightG: number
  available: number
  /** what is in it, where it is a bundle */
  parts: readonly ShownPart[]
  problem: LineProblem | null
}

/** One line: what it is, what it costs now, how many, and what is wrong with it. */
export function BasketLine(line: BasketLineProps) {
  const pick = usePick()
  const name = pick(line.nameZh, line.nameEn)
  const isGone = line.problem === 'off' || line.problem === 'sold_out'
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-2 px-4 py-3 sm:grid-cols-[6rem_1fr_9rem]">
      <ProducePicture
        picture={line.picture}
        sizes="96px"
        crop={line.crop}
        category={line.category}
        alt=""
        faded={isGone}
        className="self-start rounded-sm border-2 border-ink"
      />
      <div className="min-w-0">
        {line.problem === 'off' ? (
          <span className="font-semibold">{name}</span>
        ) : (
          <Link to={`/products/${line.slug}`} className="font-semibold no-underline hover:underline">
            {name}
          </Link>
        )}
        <p className="text-sm text-ink-2">{pick(line.variantZh, line.variantEn)}</p>
        <UnitPrice priceFen={line.priceFen} netWeightG={line.netWeightG} />
        <DualBrandBadge
          farm={line.farm && { ...line.farm, name: pick(line.farm.nameZh, line.farm.nameEn) }}
          indication={line.indication && pick(line.indication.nameZh, line.indication.nameEn)}
        />
        <BundleParts parts={line.parts} quantity={line.quantity} />
        {line.parts.length > 0 ? <BundleSaving {...line} /> : null}
        <ProblemText line={line} />
      </div>
      <div className="col-span-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 sm:col-span-1 sm:flex-col sm:items-end">
        <p className={classNames('whitespace-nowrap', isGone ? 'text-ink-2 line-through' : 'text-lg font-bold')}>
          {formatFen(line.priceFen * line.quantity)}
        </p>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
          <RemoveForm variantId={line.variantId} name={name} />
          {isGone ? null : (
            <div className="w-32 sm:w-36">
              <BasketStepper variantId={line.variantId} name={name} left={line.available} />
            </div>
          )}
        </div>
      </div>
    </li>
  )
}

function ProblemText({ line }: { line: BasketLineProps }) {
  const t = useMessages(basketMessages)
  if (line.problem === null) return null
  const [before, now] = [formatFen(line.seenPriceFen), formatFen(line.priceFen)]
  const texts: Record<LineProblem, string> = {
    off: t.lineOff,
    sold_out: t.lineSoldOut,
    short: t.lineShort(line.available),
    price_changed: line.priceFen > line.seenPriceFen ? t.priceUp(before, now) : t.priceDown(before, now),
  }
  return (
    <p className="text-sm font-semibold text-pepper">
      <span aria-hidden="true">! </span>
      {texts[line.problem]}
    </p>
  )
}

function RemoveForm({ variantId, name }: { variantId: string; name: string }) {
  const t = useMessages(basketMessages)
  return (
    <Form method="post" action="/basket" preventScrollReset>
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="returnTo" value="/basket" />
      <button
        type="submit"
        name="quantity"
        value="0"
        aria-label={t.removeNamed(name)}
        className="min-h-11 px-2 text-sm whitespace-nowrap text-indigo underline"
      >
        {t.remove}
      </button>
    </Form>
  )
}

import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatMoment } from '#app/i18n/format.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { farmMarkOf } from '../picture-paths.ts'
import { StarRow } from '../star-row.tsx'

export function StorySection({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mx-auto w-full max-w-6xl px-4 pt-10">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {lead ? <p className="text-ink-2">{lead}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  )
}

/** A farm's land before the alliance and now, as two squares to scale. */
export function FarmLand({ before, now }: { before: number; now: number }) {
  const t = useMessages(brandMessages)
  const side = (mu: number) => Math.max(6, Math.round(120 * Math.sqrt(mu / Math.max(before, now, 1))))
  const [was, is] = [side(before), side(now)]
  return (
    <figure className="mt-3 flex flex-wrap items-end gap-6">
      <svg viewBox={`0 0 ${was + is + 24} 124`} role="img" aria-label={t.landLabel(before, now)} className="h-32 w-auto max-w-full">
        <rect x="2" y={122 - was} width={was} height={was} className="fill-ground stroke-ink" strokeWidth="2" />
        <rect x={was + 20} y={122 - is} width={is} height={is} className="farm-fill stroke-ink" strokeWidth="2" />
      </svg>
      <figcaption>
        <p className="text-ink-2">{t.landBefore(before)}</p>
        <p className="text-xl font-semibold">{t.landNow(now)}</p>
      </figcaption>
    </figure>
  )
}

type Word = { id: string; stars: number; text: string; writtenAt: Date; answer: string | null; slug: string; product: string }

/** What buyers said last of whatever they bought from the farm. */
export function FarmWord({ word, ratings, stars }: { word: readonly Word[]; ratings: number; stars: number }) {
  const t = useMessages(brandMessages)
  const locale = useLocale()
  if (ratings === 0) return <p className="text-ink-2">{t.noWord}</p>
  return (
    <>
      <p className="flex flex-wrap items-center gap-3 font-semibold">
        <StarRow stars={stars / ratings} />
        {t.average((stars / ratings).toFixed(1), ratings)}
      </p>
      <ul className="grid gap-x-10 md:grid-cols-2">
        {word.map(({ id, stars: given, text, writtenAt, slug, product }) => (
          <li key={id} className="border-b border-rule py-3">
            <StarRow stars={given} />
            <p>{text}</p>
            <p className="text-sm text-ink-2">
              <Link to={`/products/${slug}`} className="inline-flex min-h-11 items-center text-indigo">
                {t.aboutProduct(product)}
              </Link>{' '}
              · {formatMoment(writtenAt, locale)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

type Partner = { slug: string; code: string; nameZh: string; nameEn: string; products: number }

/** Whose products the farm chose for its own shop. */
export function FarmPartners({ partners }: { partners: readonly Partner[] }) {
  const t = useMessages(brandMessages)
  const pick = usePick()
  if (partners.length === 0) return <p className="text-ink-2">{t.noPartners}</p>
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {partners.map(({ slug, code, nameZh, nameEn, products }) => (
        <li key={slug}>
          <Link to={`/f/${slug}`} className="flex min-h-11 items-center gap-2">
            <img src={farmMarkOf(code)} alt="" width={36} height={36} loading="lazy" />
            {pick(nameZh, nameEn)}
            <span className="text-sm text-ink-2">{t.partnerProducts(products)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

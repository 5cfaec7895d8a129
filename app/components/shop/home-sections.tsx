import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '#app/components/ui/button.tsx'
import type { FenRange } from '#app/domain/pricing/saving-figures.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { homeMessages } from '#app/i18n/messages/shop-home.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CategoryGlyph } from './category-glyph.tsx'
import { shelfCategories } from './category-row.tsx'
import { sealPath } from './picture-paths.ts'
import { RangeBars } from './range-bars.tsx'
import { WaveCountdown } from './wave-countdown.tsx'

type Wave = { deliversOn: string; minutesLeft: number; zoneZh: string; zoneEn: string }

const wide = 'mx-auto w-full max-w-6xl px-4'

/** From the field to the city gate, as one long block; a phone sees the farm and the carriers. */
export function HomeHero({ farmCount, wave }: { farmCount: number; wave: Wave | null }) {
  const t = useMessages(homeMessages)
  return (
    <section className="border-b-2 border-ink bg-paper">
      <img
        src="/art/frieze.svg"
        alt=""
        width={1200}
        height={220}
        fetchPriority="high"
        className="h-40 w-full object-cover object-[33%_100%] sm:h-auto sm:max-h-80 sm:object-bottom"
      />
      <div className={`${wide} flex flex-col gap-5 py-6 lg:flex-row lg:items-end lg:justify-between lg:py-10`}>
        <div className="max-w-2xl">
          <h1 className="text-3xl sm:text-4xl lg:text-5xl">{t.title}</h1>
          <p className="mt-3 text-lg text-ink-2">{t.lead(farmCount)}</p>
        </div>
        <div className="flex flex-col items-start gap-3 lg:items-end">
          {wave ? <WaveCountdown wave={wave} /> : null}
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/products?sort=harvest">{t.seeHarvest}</ButtonLink>
            <ButtonLink to="/farms" look="plain">
              {t.seeFarms}
            </ButtonLink>
          </div>
        </div>
      </div>
    </section>
  )
}

export function HomeCategories() {
  const t = useMessages(shopMessages)
  const { categoriesTitle } = useMessages(homeMessages)
  return (
    <nav aria-label={categoriesTitle} className={`${wide} pt-6`}>
      <ul className="grid grid-cols-4 gap-y-3 lg:grid-cols-8">
        {shelfCategories.map((category) => (
          <li key={category}>
            <Link
              to={`/products?category=${category}`}
              className="flex min-h-20 flex-col items-center justify-center gap-1 text-center text-sm no-underline"
            >
              <span className="flex size-14 items-center justify-center rounded-full border-2 border-ink bg-rape-tint">
                <CategoryGlyph category={category} size={30} />
              </span>
              {t[category]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type SectionProps = { title: string; note?: string; more: { to: string; label: string }; children: ReactNode }

export function HomeSection({ title, note, more, children }: SectionProps) {
  return (
    <section className={`${wide} further-down pt-10`}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-2xl">{title}</h2>
        {note ? <p className="mr-auto hidden text-ink-2 sm:block">{note}</p> : null}
        <Link to={more.to} className="flex min-h-11 items-center font-semibold text-indigo">
          {more.label} →
        </Link>
      </div>
      {children}
    </section>
  )
}

const yuan = ({ lowFen, highFen }: FenRange) => (lowFen === highFen ? `${lowFen / 100}` : `${lowFen / 100}–${highFen / 100}`)

/** Three honest sentences, numbered as on a printed sheet; the second with the figures it speaks of. */
export function HowItWorks({ logistics }: { logistics: { before: FenRange; now: FenRange } | null }) {
  const t = useMessages(homeMessages)
  return (
    <section className={`${wide} further-down pt-10`}>
      <h2 className="mb-4 text-2xl">{t.howTitle}</h2>
      <ol className="grid overflow-hidden rounded-md border-2 border-ink bg-paper lg:grid-cols-3">
        <Sentence number="一">{t.how1}</Sentence>
        {logistics ? (
          <Sentence
            number="二"
            figure={
              <RangeBars
                caption={t.savingCaption}
                rows={[
                  { label: t.before, range: logistics.before, isNow: false },
                  { label: t.now, range: logistics.now, isNow: true },
                ]}
              />
            }
          >
            {t.how2(yuan(logistics.before), yuan(logistics.now))}
          </Sentence>
        ) : null}
        <Sentence number="三">{t.how3}</Sentence>
      </ol>
    </section>
  )
}

function Sentence({ number, figure, children }: { number: string; figure?: ReactNode; children: string }) {
  return (
    <li className="-mr-px -mb-px flex gap-4 border-r border-b border-rule p-5">
      <span
        aria-hidden="true"
        className="flex size-11 shrink-0 items-center justify-center rounded-sm bg-ink font-display text-2xl text-paper"
      >
        {number}
      </span>
      <div className="flex flex-1 flex-col gap-4">
        <p>{children}</p>
        {figure}
      </div>
    </li>
  )
}

export function HomeGuarantee() {
  const t = useMessages(homeMessages)
  return (
    <section className={`${wide} further-down pt-10`}>
      <div className="flex items-start gap-4 rounded-md border-2 border-pepper bg-paper p-4 sm:items-center sm:gap-5 sm:p-5">
        <img src={sealPath} alt="" width={88} height={88} loading="lazy" className="size-14 -rotate-3 sm:size-22" />
        <div>
          <h2 className="text-2xl">{t.guaranteeTitle}</h2>
          <p className="mt-1">{t.guaranteeText}</p>
          <Link to="/standard" className="flex min-h-11 items-center font-semibold text-indigo">
            {t.guaranteeLink} →
          </Link>
        </div>
      </div>
    </section>
  )
}

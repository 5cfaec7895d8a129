import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LicenceHolders } from '#app/components/shop/brands/licence-holders.tsx'
import { PaperPage, PaperSection } from '#app/components/shop/paper-page.tsx'
import { indicationMarkPath, sealPath } from '#app/components/shop/picture-paths.ts'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { holdsLicence } from '#app/domain/brands/marks-of.ts'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { standardMessages } from '#app/i18n/messages/shop-standard.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findHolders } from '#db/queries/brands/members.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageHead(matches, (locale) => ({
    title: standardMessages[locale].title,
    description: shareMessages[locale].aboutStandard,
    path: '/standard',
  }))

/** Who may use the seal today. */
export async function loader() {
  const today = businessDay(now())
  const holders = (await findHolders(db().reader)).filter((farm) => holdsLicence(farm, today))
  return { holders: holders.map(({ licensed: _, ...farm }) => farm) }
}

const numbers = ['一', '二', '三', '四']

export default function Standard() {
  const { holders } = useLoaderData<typeof loader>()
  const t = useMessages(standardMessages)
  const brands = useMessages(brandMessages)
  const rules = [
    [t.rule1, t.rule1Text],
    [t.rule2, t.rule2Text],
    [t.rule3, t.rule3Text],
    [t.rule4, t.rule4Text],
  ] as const
  return (
    <ShopShell>
      <PaperPage title={t.title} lead={t.lead}>
        <ul className="grid overflow-hidden rounded-md border-2 border-ink bg-paper sm:grid-cols-3">
          <Mark src={sealPath} title={t.sealTitle} text={t.sealText} />
          <Mark src="/marks/farm-wj.svg" title={t.markTitle} text={t.markText} />
          <Mark src={indicationMarkPath} title={t.indicationTitle} text={t.indicationText} />
        </ul>
        <PaperSection title={t.rulesTitle}>
          <ol>
            {rules.map(([title, text], i) => (
              <li key={title} className="flex gap-4 border-b border-rule p-5 last:border-b-0">
                <span
                  aria-hidden="true"
                  className={`flex size-11 shrink-0 items-center justify-center rounded-sm font-display text-2xl text-paper ${i === 3 ? 'bg-pepper' : 'bg-ink'}`}
                >
                  {numbers[i]}
                </span>
                <div>
                  <h3 className="font-semibold">{title}</h3>
                  <p className="text-ink-2">{text}</p>
                </div>
              </li>
            ))}
          </ol>
        </PaperSection>
        <section>
          <h2 className="mb-2 text-2xl">{brands.checkedTitle}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {[brands.lose1, brands.lose2, brands.lose3, brands.lose4].map((how) => (
              <li key={how}>{how}</li>
            ))}
          </ul>
        </section>
        <LicenceHolders holders={holders} />
        <section>
          <h2 className="mb-2 text-2xl">{t.notTitle}</h2>
          <p>{t.notText}</p>
        </section>
      </PaperPage>
    </ShopShell>
  )
}

function Mark({ src, title, text }: { src: string; title: string; text: string }) {
  return (
    <li className="-mr-px -mb-px flex items-center gap-4 border-r border-b border-rule p-5 sm:flex-col sm:items-start">
      <img src={src} alt="" width={72} height={72} />
      <div>
        <h2 className="font-sans text-base font-semibold">{title}</h2>
        <p className="text-sm text-ink-2">{text}</p>
      </div>
    </li>
  )
}

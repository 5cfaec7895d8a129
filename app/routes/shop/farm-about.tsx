import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FarmMap } from '#app/components/shop/brands/farm-map.tsx'
import { FarmLand, FarmPartners, FarmWord, StorySection } from '#app/components/shop/brands/farm-story.tsx'
import { TestList } from '#app/components/shop/brands/test-list.tsx'
import { FarmFigures, FarmPortrait } from '#app/components/shop/farm-portrait.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { hostFarm } from '#app/http/farm-hosts.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findPartners, findStanding, findWordOfFarm } from '#db/queries/brands/farm-page.server.ts'
import { findTests } from '#db/queries/brands/members.server.ts'
import { findFarm } from '#db/queries/catalog/farms.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { describeFarm } from './describe-farm.server.ts'

const Params = z.object({ slug: z.string().min(1).max(64) })
const testsShown = 30
const wordShown = 6

/** A farm as a brand: its people and land, what was tested, what buyers say, whose goods it sells beside its own, and where it lies. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = parseParams(params, Params)
  const { reader } = db()
  const at = now()
  const farm = found(await findFarm(reader, slug))
  const locale = localeOf(request)
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  const [{ hubs }, tests, word, standing, partners] = await Promise.all([
    findNetwork(reader, at.getTime()),
    findTests(reader, { farmId: farm.id, limit: testsShown }),
    findWordOfFarm(reader, { farmId: farm.id, limit: wordShown }),
    findStanding(reader, farm.id),
    findPartners(reader, farm.id),
  ])
  const hub = hubs[0]
  const distanceM = hub ? Math.round(haversineM(farm, hub)) : null
  return {
    ...describeFarm(farm, { locale, distanceM, now: at, onOwnHost: (await hostFarm(request))?.id === farm.id }),
    tests,
    word: word.map(({ productZh, productEn, ...one }) => ({ ...one, product: say(productZh, productEn) })),
    standing,
    partners,
    map: hub ? { farm: { lat: farm.lat, lon: farm.lon }, hub: { lat: hub.lat, lon: hub.lon } } : null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageHead(matches, (locale) => ({
    title: brandMessages[locale].aboutFarm(page?.front.name ?? ''),
    description: page?.portrait.story ?? '',
    path: page ? `/f/${page.front.slug}/about` : null,
    ...(page?.front.ownSite ? { site: page.front.ownSite } : {}),
    ...(page ? { picture: `/share/farms/${page.front.slug}/card.png?lang=${locale}` } : {}),
  }))

export default function FarmAbout() {
  const { front, portrait, figures, tests, word, standing, partners, map } = useLoaderData<typeof loader>()
  const t = useMessages(brandMessages)
  const [before, landNow] = figures.land
  return (
    <ShopShell front={front}>
      <FarmPortrait front={front} portrait={portrait} />
      <p className="mx-auto w-full max-w-6xl px-4 pt-4">
        <Link to={front.home} className="inline-flex min-h-11 items-center font-semibold text-indigo">
          {t.backToShop(front.name)} →
        </Link>
      </p>
      <StorySection id="land" title={t.landTitle}>
        <FarmLand before={before} now={landNow} />
      </StorySection>
      <StorySection id="tests" title={t.testsTitle} lead={t.testsLead}>
        {tests.length === 0 ? <p className="text-ink-2">{t.noTests}</p> : <TestList tests={tests} />}
      </StorySection>
      <StorySection id="word" title={t.wordTitle}>
        <FarmWord word={word} {...standing} />
      </StorySection>
      <StorySection id="partners" title={t.partnersTitle}>
        <FarmPartners partners={partners} />
      </StorySection>
      {map && portrait.distanceM !== null ? (
        <StorySection id="where" title={t.whereTitle} lead={t.whereText(portrait.county, Math.round(portrait.distanceM / 1000))}>
          <FarmMap {...map} name={front.name} />
          <p className="pt-1 text-sm text-ink-2">{t.mapNote}</p>
        </StorySection>
      ) : null}
      <FarmFigures figures={figures} />
    </ShopShell>
  )
}

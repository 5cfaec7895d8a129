import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { StorySection } from '#app/components/shop/brands/farm-story.tsx'
import { TestList } from '#app/components/shop/brands/test-list.tsx'
import { DishList } from '#app/components/shop/finding/dish-list.tsx'
import { ProductGrid } from '#app/components/shop/product-grid.tsx'
import { ProductSheet } from '#app/components/shop/product-sheet.tsx'
import { ReviewList } from '#app/components/shop/review-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { KeepWanting } from '#app/components/shop/wanting/keep-wanting.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import type { ProductCard as Card } from '#app/domain/catalog/product-card.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { picturePath } from '#app/domain/media/picture-files.ts'
import { logisticsRange } from '#app/domain/pricing/saving-figures.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { cookingMessages } from '#app/i18n/messages/cooking.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { BeforeSchema } from '#app/schemas/before.ts'
import { findTests } from '#db/queries/brands/members.server.ts'
import { findPictures } from '#db/queries/brands/pictures.server.ts'
import { findProductPage } from '#db/queries/catalog/product.server.ts'
import { findReviewsOfProduct } from '#db/queries/catalog/reviews.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { findSoldAhead } from '#db/queries/wanting/boxes.server.ts'
import { findWish } from '#db/queries/wanting/wishes.server.ts'
import { breadcrumbs, productThing } from './name-things.ts'
import { readAhead } from './read-ahead.server.ts'
import { readCompanions } from './read-companions.server.ts'

const Params = z.object({ slug: z.string().min(1).max(120) })
const reviewsShown = 6
const testsShown = 5

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = parseParams(params, Params)
  const { reader } = db()
  const at = now()
  const today = businessDay(at)
  const { product, farm, indication, marks, sizes } = found(await findProductPage(reader, { slug, today }))
  const { hubs } = await findNetwork(reader, at.getTime())
  const before = BeforeSchema.parse(new URL(request.url).searchParams.get('before'))
  const said = await findReviewsOfProduct(reader, { productId: product.id, before, limit: reviewsShown + 1 })
  const pictures = product.pictureId === null ? [] : await findPictures(reader, product.id)
  const tests = await findTests(reader, { productId: product.id, limit: testsShown })
  const customer = await customerOf(request)
  const sizeIds = sizes.map(({ id }) => id)
  const waiting = product.kind === 'adoption' ? new Set(sizeIds) : await findSoldAhead(reader, sizeIds)
  const locale = localeOf(request)
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  const lots = sizes.flatMap((size) => size.lots)
  const harvested = lots.filter(({ forecast }) => !forecast)
  const lot = harvested.toSorted((a, b) => b.harvestedOn.localeCompare(a.harvestedOn))[0] ?? null
  const holders = [...lots, ...sizes.flatMap((size) => size.parts)]
  const growers = farm
    ? [farm]
    : holders.flatMap(({ farmSlug, farmZh, farmEn }) =>
        farmSlug && farmZh && farmEn ? { slug: farmSlug, nameZh: farmZh, nameEn: farmEn } : [],
      )
  return {
    product: {
      slug,
      name: say(product.nameZh, product.nameEn),
      text: say(product.textZh, product.textEn),
      origin: say(product.originZh, product.originEn),
      category: product.category,
      crop: drawnCrop(product.crop),
      certifications: product.certifications,
      season: product.seasonFrom === null || product.seasonTo === null ? null : { from: product.seasonFrom, to: product.seasonTo },
      picture: product.pictureId === null ? null : { id: product.pictureId, colour: product.pictureColour },
      pictures: pictures.map(({ mediaId, altZh, altEn }) => ({ mediaId, alt: say(altZh, altEn) })),
      indication: indication && { name: say(indication.nameZh, indication.nameEn), area: say(indication.areaZh, indication.areaEn) },
    },
    farm: farm && {
      slug: farm.slug,
      code: farm.code,
      name: say(farm.nameZh, farm.nameEn),
      licensed: marks.seal,
      county: say(farm.countyZh, farm.countyEn),
    },
    growers: [...new Map(growers.map((grower) => [grower.slug, { slug: grower.slug, name: say(grower.nameZh, grower.nameEn) }])).values()],
    distanceM: farm && hubs[0] ? Math.round(haversineM(farm, hubs[0])) : null,
    logistics: farm && logisticsRange([farm]),
    lot: lot && { id: lot.id, harvestedOn: lot.harvestedOn, bestBeforeOn: lot.bestBeforeOn },
    daysSinceHarvest: lot && daysBetween(lot.harvestedOn, today),
    sizes: sizes.map(({ lots: ofSize, ...size }) => ({
      ...size,
      isAhead: product.kind === 'adoption' || ofSize.some(({ forecast }) => forecast),
    })),
    ...(await readAhead(product, locale)),
    month: Number(today.slice(5, 7)),
    wanting: {
      productId: product.id,
      isBox: product.kind === 'bundle',
      canSubscribe: product.kind !== 'adoption',
      brought: sizes.flatMap(({ id, nameZh, nameEn }) => (waiting.has(id) ? [] : [{ id, nameZh, nameEn }])),
      wish: customer && (await findWish(reader, { customerId: customer.customerId, productId: product.id })),
    },
    tests,
    reviews: {
      reviews: said.slice(0, reviewsShown).map(({ farmZh, farmEn, ...review }) => ({ ...review, farm: say(farmZh, farmEn) })),
      ratings: product.ratings,
      stars: product.stars,
      isPaged: before !== null,
      older: said.length > reviewsShown ? (said[reviewsShown - 1]?.writtenAt.toISOString() ?? null) : null,
    },
    ...(await readCompanions(product, { language: locale === 'en' ? 'en' : 'zh', today })),
  }
}

/** Where a product's photographs lie, the largest of each. */
const photosOf = (pictures: readonly { mediaId: string }[]) => pictures.map(({ mediaId }) => picturePath(mediaId, '960.webp'))

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageHead(matches, (locale, origin) => {
    if (!data) return { title: '', description: '', path: null }
    const { product, farm, sizes, reviews } = data
    const path = `/products/${encodeURIComponent(product.slug)}`
    const picture = `/share/products/${encodeURIComponent(product.slug)}/card.png?lang=${locale}`
    const { brand } = commonMessages[locale]
    const steps = [
      { name: brand, path: '/' },
      { name: shopMessages[locale][product.category], path: `/products?category=${product.category}` },
      { name: product.name, path },
    ]
    const sold = sizes.map((size) => ({ ...size, name: locale === 'en' ? size.nameEn : size.nameZh }))
    const things = [
      productThing(brand, origin, {
        ...product,
        path,
        pictures: [...photosOf(product.pictures), picture],
        farm,
        sizes: sold,
        ratings: reviews.ratings,
        stars: reviews.stars,
      }),
      breadcrumbs(origin, steps),
    ]
    return { title: farm ? `${product.name} · ${farm.name}` : product.name, description: product.text, path, picture, things }
  })

export default function Product() {
  const t = useMessages(productMessages)
  const brands = useMessages(brandMessages)
  const c = useMessages(cookingMessages)
  const { took, dishes, others, reviews, tests, wanting, ...sheet } = useLoaderData<typeof loader>()
  return (
    <ShopShell>
      <ProductSheet {...sheet} below={<KeepWanting {...wanting} sizes={sheet.sizes} />} />
      {tests.length > 0 ? (
        <StorySection id="tests" title={brands.testsTitle}>
          <TestList tests={tests} />
        </StorySection>
      ) : null}
      <ReviewList {...reviews} />
      <div className="mx-auto flex max-w-6xl flex-col gap-12 px-4 pt-12 empty:hidden">
        <DishList title={c.cookWith} dishes={dishes} />
        {took.length > 0 ? <Companions title={c.othersTook} cards={took} /> : null}
        {others.length > 0 ? <Companions title={t.others} cards={others} /> : null}
      </div>
    </ShopShell>
  )
}

function Companions({ title, cards }: { title: string; cards: readonly Card[] }) {
  return (
    <section className="further-down">
      <h2 className="mb-3 text-2xl">{title}</h2>
      <ProductGrid cards={cards} />
    </section>
  )
}

import { type Fen, fen } from '#app/domain/money/fen.ts'
import { kilogramG, unitPriceFen } from '#app/domain/pricing/unit-price.ts'

type Thing = Record<string, unknown>

const yuan = (amount: Fen) => `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
const priced = (amount: Fen) => ({ price: yuan(amount), priceCurrency: 'CNY' })

type OfferedProduct = {
  name: string
  text: string
  path: string
  /** paths, the first its main one */
  pictures: readonly string[]
  farm: { slug: string; name: string } | null
  origin: string
  /** how many reviews, and their stars together */
  ratings: number
  stars: number
  sizes: readonly { name: string; priceFen: number; netWeightG: number; left: number; isAhead: boolean }[]
}

/** A product on sale in schema.org's words: each size an offer, with its price for a kilogram beside it. */
export function productThing(brand: string, site: string, product: OfferedProduct): Thing {
  const url = `${site}${product.path}`
  return {
    '@type': 'Product',
    name: product.name,
    description: product.text,
    url,
    ...(product.pictures.length === 0 ? {} : { image: product.pictures.map((path) => `${site}${path}`) }),
    brand: { '@type': 'Brand', name: product.farm ? `${brand} · ${product.farm.name}` : brand },
    countryOfOrigin: { '@type': 'Country', name: 'CN' },
    additionalProperty: [{ '@type': 'PropertyValue', name: 'origin', value: product.origin }],
    ...(product.ratings === 0
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: (product.stars / product.ratings).toFixed(1),
            reviewCount: product.ratings,
          },
        }),
    offers: product.sizes.map(({ name, priceFen, netWeightG, left, isAhead }) => ({
      '@type': 'Offer',
      name,
      url,
      ...priced(fen(priceFen)),
      availability: `https://schema.org/${left === 0 ? 'OutOfStock' : isAhead ? 'PreOrder' : 'InStock'}`,
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        ...priced(unitPriceFen(fen(priceFen), netWeightG, kilogramG)),
        referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: 'KGM' },
      },
      seller: { '@type': 'Organization', name: product.farm?.name ?? brand },
    })),
  }
}

/** Where a page stands: from the front page down, each with its path. */
export const breadcrumbs = (site: string, steps: readonly { name: string; path: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: `${site}${path}` })),
})

/** The alliance, and how its shop is searched. */
export const allianceThings = (brand: string, site: string, about: string): Thing[] => [
  { '@type': 'Organization', name: brand, url: `${site}/`, logo: `${site}/marks/icon-512.png`, description: about },
  {
    '@type': 'WebSite',
    name: brand,
    url: `${site}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site}/products?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  },
]

type ShownFarm = { slug: string; name: string; story: string; place: string; ownSite: string | null }

/** A member farm with a shop of its own under the alliance's mark. */
export const farmThing = (brand: string, site: string, { slug, name, story, place, ownSite }: ShownFarm): Thing => ({
  '@type': 'LocalBusiness',
  name,
  description: story,
  url: ownSite === null ? `${site}/f/${slug}` : `${ownSite}/`,
  address: { '@type': 'PostalAddress', addressLocality: place, addressCountry: 'CN' },
  parentOrganization: { '@type': 'Organization', name: brand },
})

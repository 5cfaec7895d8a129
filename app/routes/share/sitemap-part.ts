import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { type MappedPage, writeSitemap } from '#app/domain/share/write-sitemap.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, publicUrl } from '#app/http/runtime.server.ts'
import { defaultLocale, locales } from '#app/i18n/locale.ts'
import { pageAddress } from '#app/i18n/page-address.ts'
import { findFarms } from '#db/queries/catalog/farms.server.ts'
import { findMappedProducts } from '#db/queries/catalog/sitemap.server.ts'
import { xmlResponse } from './xml-response.ts'

const Params = z.object({ part: z.union([z.literal('pages.xml'), z.string().regex(/^products-[1-9]\d{0,3}[.]xml$/)]) })

/** One sitemap: the standing pages with the farms, or some thousands of products. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { part } = parseParams(params, Params)
  const pages = part === 'pages.xml' ? await standingPages() : await productPages(Number(part.match(/\d+/)?.[0]))
  return xmlResponse(writeSitemap(pages))
}

async function standingPages() {
  const farms = await findFarms(db().reader)
  const shelves = Object.keys(CATEGORY_WORDS).map((category) => `/products?category=${category}`)
  return ['/', '/products', ...shelves, '/farms', ...farms.map(({ slug }) => `/f/${slug}`), '/standard', '/policies'].map((path) =>
    mapped(path),
  )
}

const productPages = async (part: number) =>
  (await findMappedProducts(db().reader, part)).map(({ slug, changedAt }) => mapped(`/products/${encodeURIComponent(slug)}`, changedAt))

const mapped = (path: string, changedAt?: Date): MappedPage => ({
  href: pageAddress(publicUrl(), path, defaultLocale),
  ...(changedAt && { changedAt }),
  inLanguages: locales.map((locale) => ({ language: locale, href: pageAddress(publicUrl(), path, locale) })),
})

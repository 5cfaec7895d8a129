import type { MetaDescriptor } from '@remix-run/node'
import { defaultLocale, type Locale, locales } from './locale.ts'
import { commonMessages } from './messages/common.ts'
import { pageAddress } from './page-address.ts'
import { type Match, rootFacts } from './page-title.ts'

/**
 * What a public page says of itself to search engines and to whoever shares it. `path` is its one address without the
 * language, null for a page nobody should find; `picture` is a path to 1200 × 630; `things` are schema.org objects.
 */
export type PageHead = {
  title: string
  description: string
  path: string | null
  /** where that address lies, if not on the main site: a farm's own host */
  site?: string
  picture?: string
  things?: readonly Record<string, unknown>[]
}

/**
 * Title, description, the page's address in each language (the default language's is the plain path), Open Graph, and what
 * it is in schema.org's words.
 */
export function pageHead(matches: readonly Match[], headIn: (locale: Locale, origin: string) => PageHead): MetaDescriptor[] {
  const { locale, origin } = rootFacts(matches)
  const { title, description, path, site = origin, picture = '/share.png', things = [] } = headIn(locale, origin)
  const { brand } = commonMessages[locale]
  return [
    { title: `${title} · ${brand}` },
    { name: 'description', content: description },
    ...(path === null ? [{ name: 'robots', content: 'noindex' }] : addresses(site, path, locale)),
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: brand },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:locale', content: locale === 'en' ? 'en_GB' : 'zh_CN' },
    { property: 'og:image', content: `${origin}${picture}` },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...things.map((thing) => ({ 'script:ld+json': { '@context': 'https://schema.org', ...thing } })),
  ] as MetaDescriptor[]
}

function addresses(origin: string, path: string, locale: Locale): MetaDescriptor[] {
  const link = (rel: string, href: string, hrefLang?: string) => ({ tagName: 'link', rel, href, ...(hrefLang && { hrefLang }) })
  return [
    link('canonical', pageAddress(origin, path, locale)),
    ...locales.map((one) => link('alternate', pageAddress(origin, path, one), one)),
    link('alternate', pageAddress(origin, path, defaultLocale), 'x-default'),
    { property: 'og:url', content: pageAddress(origin, path, locale) },
  ]
}

/** A page to be found: its address, and when what it says last changed. */
export type MappedPage = { href: string; changedAt?: Date; inLanguages?: readonly { language: string; href: string }[] }

const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const changed = (at?: Date) => (at ? `<lastmod>${at.toISOString()}</lastmod>` : '')

/** Pages as sitemaps.org asks for them, each with its address in every language. At most 50,000 in one file. */
export const writeSitemap = (pages: readonly MappedPage[]): string =>
  `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${pages
    .map(({ href, changedAt, inLanguages = [] }) => {
      const alternates = inLanguages.map(
        (one) => `<xhtml:link rel="alternate" hreflang="${escaped(one.language)}" href="${escaped(one.href)}"/>`,
      )
      return `<url><loc>${escaped(href)}</loc>${changed(changedAt)}${alternates.join('')}</url>`
    })
    .join('')}</urlset>\n`

/** The list of a site's sitemaps. */
export const writeSitemapIndex = (hrefs: readonly string[]): string =>
  `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${hrefs
    .map((href) => `<sitemap><loc>${escaped(href)}</loc></sitemap>`)
    .join('')}</sitemapindex>\n`

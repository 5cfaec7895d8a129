import { type RouteConfigEntry, route } from '@remix-run/route-config'

/** Pictures to share and what search engines ask for. */
export const shareRoutes: RouteConfigEntry[] = [
  route('share.png', 'routes/share/alliance-card.ts'),
  route('share/products/:slug/:file', 'routes/share/product-picture.ts'),
  route('share/farms/:slug/:file', 'routes/share/farm-picture.ts'),
  route('sitemap.xml', 'routes/share/sitemap.ts'),
  route('sitemaps/:part', 'routes/share/sitemap-part.ts'),
  route('robots.txt', 'routes/share/robots.ts'),
]

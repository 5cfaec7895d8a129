import { writeSitemapIndex } from '#app/domain/share/write-sitemap.ts'
import { db, publicUrl } from '#app/http/runtime.server.ts'
import { countMappedProducts, productsInPart } from '#db/queries/catalog/sitemap.server.ts'
import { xmlResponse } from './xml-response.ts'

/** Which sitemaps there are: the standing pages, and the products in parts. */
export async function loader() {
  const parts = Math.ceil((await countMappedProducts(db().reader)) / productsInPart)
  const names = ['pages.xml', ...Array.from({ length: parts }, (_, index) => `products-${index + 1}.xml`)]
  return xmlResponse(writeSitemapIndex(names.map((name) => `${publicUrl()}/sitemaps/${name}`)))
}

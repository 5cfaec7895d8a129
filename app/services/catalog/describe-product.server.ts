import type { ProductFields } from '#app/domain/catalog/product-row.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { weighOrigins } from '#app/services/brands/weigh-origins.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { type Description, findDescription, describeProduct as writeDescription } from '#db/queries/farm/product-writes.server.ts'
import { indexProducts } from './index-product.server.ts'

type Describe = {
  farmId: string
  userId: string
  productId: string
  fields: Omit<ProductFields, 'code'>
  /** the product as the farm saw it */
  seenAt: Date
  now: Date
}

/** `changed_meanwhile`: somebody changed the product, or its price or stock, since it was shown. */
export type DescribeRefusal = { code: 'not_found' } | { code: 'changed_meanwhile' }

/** Changes what is said of a product: names, texts, origin, season, marks. Its code and address stay. */
export function describeProduct(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, productId, fields, seenAt, now }: Describe,
): Promise<Result<{ changed: boolean }, DescribeRefusal>> {
  return transact(async (tx) => {
    const found = await findDescription(tx, { farmId, productId })
    if (found === null) return refuse({ code: 'not_found' })
    const description = descriptionOf(fields)
    const changed = differences(found.description, description)
    if (changed.length === 0) return accept({ changed: false })
    if (!(await writeDescription(tx, { farmId, productId, description, seenAt, now }))) return refuse({ code: 'changed_meanwhile' })
    await indexProducts(tx, [productId])
    await weighOrigins(tx, [productId], now)
    const detail = { changed }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'product_described', subject: productId, detail, at: now })
    return accept({ changed: true })
  })
}

const descriptionOf = ({
  season,
  geographicalIndication,
  category,
  crop,
  nameZh,
  nameEn,
  certifications,
  ...texts
}: Describe['fields']): Description => ({
  category,
  crop,
  nameZh,
  nameEn,
  certifications,
  textZh: texts.textZh,
  textEn: texts.textEn,
  originZh: texts.originZh,
  originEn: texts.originEn,
  giCode: geographicalIndication,
  seasonFrom: season?.from ?? null,
  seasonTo: season?.to ?? null,
})

const differences = (before: Description, after: Description) =>
  (Object.keys(after) as (keyof Description)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))

import { businessDay } from '#app/domain/business-day.ts'
import { db } from '#app/http/runtime.server.ts'
import {
  type FieldProblems,
  readLotFields,
  readProductFields,
  readSizeFields,
  readStepFields,
  SeenAtSchema,
  VariantIdSchema,
} from '#app/schemas/product-form.ts'
import { type AddLotRefusal, addLot } from '#app/services/catalog/add-lot.server.ts'
import { type AddSizeRefusal, addSize } from '#app/services/catalog/add-size.server.ts'
import { type DescribeRefusal, describeProduct } from '#app/services/catalog/describe-product.server.ts'
import { type CellRefusal, editListings } from '#app/services/catalog/edit-listings.server.ts'
import { setPricedByWeight } from '#app/services/catalog/set-priced-by-weight.server.ts'
import { type StepRefusal, setStepPrices } from '#app/services/catalog/set-step-prices.server.ts'
import type { FarmProduct } from '#db/queries/farm/listings.server.ts'

/** What one of the product page's forms asks for; each is a form of its own. */
export const productIntents = ['texts', 'size', 'lot', 'steps', 'weight', 'off', 'listed'] as const
export type ProductIntent = (typeof productIntents)[number]

export type EditRefusal = AddLotRefusal | AddSizeRefusal | DescribeRefusal | StepRefusal | CellRefusal
export type EditOutcome = { problems: FieldProblems } | { refusal: EditRefusal } | { done: 'saved' | 'none' | 'size' | 'lot' | 'steps' }

type Editing = { farmId: string; userId: string; product: FarmProduct; indications: ReadonlySet<string>; saveKey: string; now: Date }

const unreadable = (problems: FieldProblems): EditOutcome => ({ problems })

/** Reads the form the intent names and asks the service that does it. */
export async function editProduct(intent: ProductIntent, form: FormData, editing: Editing): Promise<EditOutcome> {
  const { farmId, userId, product, now } = editing
  const who = { farmId, userId, now }
  const context = { today: businessDay(now), geographicalIndications: editing.indications }
  switch (intent) {
    case 'texts': {
      form.set('productCode', product.code)
      const { read, problems } = readProductFields(form, context)
      if (read === null) return unreadable(problems)
      const seenAt = SeenAtSchema.catch(new Date(0)).parse(form.get('seenAt'))
      const said = await describeProduct(db(), { ...who, productId: product.id, fields: read, seenAt })
      return said.ok ? { done: said.value.changed ? 'saved' : 'none' } : said
    }
    case 'size': {
      const { read, problems } = readSizeFields(form, context)
      if (read === null) return unreadable(problems)
      const added = await addSize(db(), { ...who, productId: product.id, ...read })
      return added.ok ? { done: 'size' } : added
    }
    case 'lot': {
      const { read, problems } = readLotFields(form, context)
      const variant = VariantIdSchema.safeParse(form.get('variantId'))
      if (read === null) return unreadable(problems)
      if (!variant.success) return { refusal: { code: 'not_found' } }
      const added = await addLot(db(), { ...who, variantId: variant.data, lot: read })
      return added.ok ? { done: 'lot' } : added
    }
    case 'steps': {
      const size = product.sizes.find(({ id }) => id === form.get('variantId'))
      if (!size) return { refusal: { code: 'not_found' } }
      const { read, problems } = readStepFields(form, size.priceFen)
      if (read === null) return unreadable(problems)
      const set = await setStepPrices(db(), { ...who, variantId: size.id, steps: read })
      return set.ok ? { done: set.value.changed ? 'steps' : 'none' } : set
    }
    case 'weight': {
      const variant = VariantIdSchema.safeParse(form.get('variantId'))
      if (!variant.success) return { refusal: { code: 'not_found' } }
      const byWeight = form.get('byWeight') === 'yes'
      const set = await setPricedByWeight(db(), { ...who, variantId: variant.data, byWeight })
      return set.ok ? { done: set.value.changed ? 'saved' : 'none' } : set
    }
    case 'off':
    case 'listed': {
      const move = { kind: 'shelf' as const, id: product.id, from: intent === 'off' ? ('listed' as const) : ('off' as const), to: intent }
      const { refused } = await editListings(db(), { ...who, saveKey: editing.saveKey, changes: [move] })
      const refusal = refused[0]?.refusal
      return refusal ? { refusal } : { done: 'saved' }
    }
  }
}

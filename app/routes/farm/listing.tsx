import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DoubtNotice } from '#app/components/office/brands/doubt-notice.tsx'
import { ProductPicturesPanel } from '#app/components/office/brands/product-pictures-panel.tsx'
import { FarmFormFields } from '#app/components/office/farm/form-fields.tsx'
import { FarmLotPanel } from '#app/components/office/farm/lot-panel.tsx'
import { FarmProductFields } from '#app/components/office/farm/product-fields.tsx'
import { FarmSizeFields } from '#app/components/office/farm/size-fields.tsx'
import { FarmStepPanel } from '#app/components/office/farm/step-panel.tsx'
import { FarmWeightPanel } from '#app/components/office/farm/weight-panel.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { SaveKeySchema, typedIn } from '#app/schemas/listing.ts'
import { ProductIdSchema } from '#app/schemas/product-form.ts'
import { findOwnPictures } from '#db/queries/brands/pictures.server.ts'
import { findFarmProduct } from '#db/queries/farm/listings.server.ts'
import { findIndications } from '#db/queries/farm/product-writes.server.ts'
import { type EditRefusal, editProduct, productIntents } from './edit-product.server.ts'
import { showAsItIs } from './show-as-it-is.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmProductMessages[locale].editTitle)

const Params = z.object({ productId: ProductIdSchema })
const Done = z.enum(['published', 'saved', 'none', 'size', 'lot', 'steps']).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { productId } = parseParams(params, Params)
  const { reader } = db()
  const today = businessDay(now())
  const [product, indications, pictures] = await Promise.all([
    findFarmProduct(reader, { farmId, productId, today }),
    findIndications(reader),
    findOwnPictures(reader, { farmId, productId }),
  ])
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { product: found(product), indications, pictures, today, done, saveKey: randomUUID() }
}

export const shouldRevalidate = showAsItIs

export async function action({ request, params }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const { productId } = parseParams(params, Params)
  const form = await request.formData()
  const intent = parseParams(form.get('intent'), z.enum(productIntents))
  const { reader } = db()
  const at = now()
  const product = found(await findFarmProduct(reader, { farmId, productId, today: businessDay(at) }))
  const indications = new Set((await findIndications(reader)).map(({ code }) => code))
  const saveKey = SaveKeySchema.catch(() => randomUUID()).parse(form.get('saveKey'))
  const outcome = await editProduct(intent, form, { farmId, userId, product, indications, saveKey, now: at })
  if ('done' in outcome) throw redirect(`/farm/listings/${productId}?done=${outcome.done}`)
  const answer = { intent, of: String(form.get('variantId') ?? ''), values: typedValues(form) }
  if ('problems' in outcome) return data({ ...answer, problems: outcome.problems, refusal: null, confirmAt: null }, { status: 400 })
  const { refusal } = outcome
  const isPromised = refusal.code === 'promised_ahead' && 'forecastId' in refusal
  const problems = isPromised ? { harvestedOn: 'promised_ahead' as const } : {}
  return data({ ...answer, problems, refusal: refusal.code, confirmAt: isPromised ? confirmAt(refusal, form) : null }, { status: 409 })
}

type Promised = { by: 'presale' | 'adoption'; forecastId: string }

/** Where a promised harvest is confirmed, with what was typed of it. */
function confirmAt({ by, forecastId }: Promised, form: FormData): { by: Promised['by']; path: string } {
  if (by === 'adoption') return { by, path: '/farm/adoptions' }
  const typed = ['harvestedOn', 'bestBeforeOn', 'quantity'].map((name) => [name, String(form.get(name) ?? '')])
  return { by, path: `/farm/ahead?${new URLSearchParams([['lot', forecastId], ...typed])}` }
}

/** What was typed; ticks of one name come together. */
const typedValues = (form: FormData) => ({ ...typedIn(form), certifications: form.getAll('certifications').join(';') })

type Texts = (typeof farmProductMessages)['en']

const refusalText = {
  not_found: (t) => t.sizeNotFound,
  code_taken: (t) => t.codeTaken,
  lot_exists: (t) => t.lotExists,
  changed_meanwhile: (t) => t.changedMeanwhile,
  not_below_price: (t) => t.tier_price_not_falling,
  not_above_step: (t) => t.tier_price_not_falling,
  not_licensed: (t) => t.notLicensed,
  promised_ahead: (t) => t.promised_ahead,
} satisfies Record<EditRefusal['code'], (t: Texts) => string>

const doneText = {
  published: (t) => t.published,
  saved: (t) => t.saved,
  none: (t) => t.noneSaved,
  size: (t) => t.sizeAdded,
  lot: (t) => t.lotAdded,
  steps: (t) => t.stepsSaved,
} satisfies Record<string, (t: Texts) => string>

export default function Listing() {
  const t = useMessages(farmProductMessages)
  const pick = usePick()
  const { product, indications, pictures, today, done, saveKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const answerTo = (intent: string, of = '') =>
    answer?.intent === intent && answer.of === of ? { problems: answer.problems, values: answer.values } : { problems: {}, values: {} }
  const texts = answerTo('texts')
  const size = answerTo('size')
  const { nameZh, nameEn, textZh, textEn, originZh, originEn, category } = product
  const said = {
    ...{ nameZh, nameEn, textZh, textEn, originZh, originEn, category },
    crop: product.crop ?? '',
    gi: product.giCode ?? '',
    certifications: product.certifications.join(';'),
    seasonFrom: String(product.seasonFrom ?? ''),
    seasonTo: String(product.seasonTo ?? ''),
  }
  return (
    <>
      <header className="flex flex-col gap-2">
        <Link to="/farm/listings" className="flex min-h-11 items-center self-start text-indigo underline">
          {t.backToListings}
        </Link>
        <h1 className="text-3xl">{pick(nameZh, nameEn)}</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-ink-2">{product.code}</span>
          {product.status === 'listed' ? (
            <Link to={`/products/${product.slug}`} className="flex min-h-11 items-center text-indigo underline">
              {t.seeInShop}
            </Link>
          ) : null}
          <Form method="post">
            <input type="hidden" name="saveKey" value={saveKey} />
            <Button type="submit" name="intent" value={product.status === 'listed' ? 'off' : 'listed'} look="plain">
              {product.status === 'listed' ? t.takeOff : t.putBack}
            </Button>
          </Form>
        </div>
      </header>
      {answer ? (
        <Notice tone="bad" title={answer.refusal === null ? t.problems : refusalText[answer.refusal](t)}>
          {answer.confirmAt ? (
            <Link to={answer.confirmAt.path} className="inline-flex min-h-11 items-center text-indigo underline">
              {answer.confirmAt.by === 'presale' ? t.toPresale : t.toAdoption}
            </Link>
          ) : null}
        </Notice>
      ) : null}
      {!answer && done ? <Notice tone="good">{doneText[done](t)}</Notice> : null}
      <FarmLotPanel sizes={product.sizes} today={today} {...answerTo('lot', answer?.of)} chosen={answer?.of ?? ''} />
      <ProductPicturesPanel productId={product.id} pictures={pictures} />
      <FarmWeightPanel sizes={product.sizes} />
      <FarmStepPanel sizes={product.sizes} answerTo={(variantId) => answerTo('steps', variantId)} />
      <Panel id="texts" title={t.texts}>
        <Form method="post" className="flex flex-col gap-4">
          {product.originDoubt ? <DoubtNotice product={{ ...product, word: product.originDoubt }} /> : null}
          <input type="hidden" name="seenAt" value={product.changedAt.getTime()} />
          <FarmFormFields form="texts" problems={texts.problems} values={{ ...said, ...texts.values }}>
            <FarmProductFields indications={indications} />
          </FarmFormFields>
          <Button type="submit" name="intent" value="texts" className="self-start">
            {t.saveTexts}
          </Button>
        </Form>
      </Panel>
      <Panel id="add-size" title={t.addSize}>
        <Form method="post" className="flex flex-col gap-4">
          <FarmFormFields form="size" {...size}>
            <FarmSizeFields />
          </FarmFormFields>
          <Button type="submit" name="intent" value="size" className="self-start">
            {t.addSizeButton}
          </Button>
        </Form>
      </Panel>
    </>
  )
}

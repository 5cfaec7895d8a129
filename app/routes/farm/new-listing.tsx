import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { FarmField, FarmFormFields } from '#app/components/office/farm/form-fields.tsx'
import { FarmProductFields } from '#app/components/office/farm/product-fields.tsx'
import { FarmSizeFields } from '#app/components/office/farm/size-fields.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { SaveKeySchema, typedIn } from '#app/schemas/listing.ts'
import { type FieldProblems, readNewListing } from '#app/schemas/product-form.ts'
import { type ListRefusal, listProduct } from '#app/services/catalog/list-product.server.ts'
import { findIndications } from '#db/queries/farm/product-writes.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmProductMessages[locale].newTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireFarm(request)
  return { formKey: randomUUID(), indications: await findIndications(db().reader) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const form = await request.formData()
  const values = typedIn(form)
  const indications = await findIndications(db().reader)
  const context = { today: businessDay(now()), geographicalIndications: new Set(indications.map(({ code }) => code)) }
  const { read, problems } = readNewListing(form, context)
  if (read === null) return data({ problems, values, refusal: null }, { status: 400 })

  const formKey = SaveKeySchema.catch(() => randomUUID()).parse(form.get('formKey'))
  const listed = await listProduct(db(), { farmId, userId, formKey, rows: read, now: now() })
  if (listed.ok) throw redirect(`/farm/listings/${listed.value.productId}?done=published`)
  return data({ problems: problemsOf(listed.refusal, values), values, refusal: listed.refusal.code }, { status: 422 })
}

/** A code that is taken, said at the field it was typed in. */
function problemsOf(refusal: ListRefusal, values: Record<string, string>): Record<string, FieldProblems[string] | 'codeTaken'> {
  if (refusal.code !== 'code_taken') return {}
  const sizes = Object.keys(values).filter(
    (name) => name.startsWith('variantCode') && refusal.variantCodes.includes(values[name]?.trim().toUpperCase() ?? ''),
  )
  return Object.fromEntries([...(refusal.productCode ? ['productCode'] : []), ...sizes].map((name) => [name, 'codeTaken' as const]))
}

const refusalText = {
  code_taken: (t) => t.codeTaken,
  not_licensed: (t) => t.notLicensed,
} satisfies Record<ListRefusal['code'], (t: (typeof farmProductMessages)['en']) => string>

const suffixes = ['.0', '.1', '.2']

export default function NewListing() {
  const t = useMessages(farmProductMessages)
  const { formKey, indications } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <Link to="/farm/listings" className="flex min-h-11 items-center self-start text-indigo underline">
          {t.backToListings}
        </Link>
        <h1 className="text-3xl">{t.newTitle}</h1>
        <p className="text-ink-2">{t.newLead}</p>
      </header>
      {answer ? <Notice tone="bad">{answer.refusal === null ? t.problems : refusalText[answer.refusal](t)}</Notice> : null}
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="formKey" value={formKey} />
        <FarmFormFields form="new" problems={answer?.problems ?? {}} values={answer?.values ?? {}}>
          <Panel id="about" title={t.aboutProduct}>
            <FarmField column="productCode" hint={t.codeHint} required maxLength={40} />
            <FarmProductFields indications={indications} />
          </Panel>
          {suffixes.map((suffix, index) => (
            <Panel key={suffix} id={`size${index}`} title={t.sizeNumber(index + 1)} {...(index > 0 ? { lead: t.sizeOptional } : {})}>
              <FarmSizeFields suffix={suffix} />
            </Panel>
          ))}
        </FarmFormFields>
        <Button type="submit" className="self-start">
          {t.publish}
        </Button>
      </Form>
    </>
  )
}

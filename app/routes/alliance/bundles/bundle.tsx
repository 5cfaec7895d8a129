import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PartDates } from '#app/components/office/bundles/part-dates.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { changeBundle } from '#app/services/bundles/save-bundle.server.ts'
import { type BundleToChange, findBundle } from '#db/queries/bundles/bundle-desk.server.ts'
import { BundleEditor } from './bundle-editor.tsx'
import { partChoices, readBundle } from './read-bundle.server.ts'
import { readParts } from './read-parts.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => bundleMessages[locale].title)

const Params = z.object({ productId: IdSchema })

async function theBundle(params: ActionFunctionArgs['params']) {
  const { productId } = parseParams(params, Params)
  return found(await findBundle(db().reader, { productId, today: businessDay(now()) }))
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const bundle = await theBundle(params)
  const { productId, nameZh, nameEn } = bundle
  const parts = await readParts(bundle, businessDay(now()))
  return { productId, nameZh, nameEn, first: typedOf(bundle), choices: await partChoices(), parts }
}

/** What the form would have to say for the bundle to be as it is. */
function typedOf({ nameZh, nameEn, textZh, textEn, sizeZh, sizeEn, crop, offBp, parts }: BundleToChange): Record<string, string> {
  const rows = parts.flatMap((part, index) => [
    [`part${index + 1}`, `${part.code} ${part.nameZh} ${part.sizeZh}`],
    [`units${index + 1}`, String(part.units)],
  ])
  return { nameZh, nameEn, textZh, textEn, sizeZh, sizeEn, off: String(offBp / 100), picture: crop ?? '', ...Object.fromEntries(rows) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { productId, variantId } = await theBundle(params)
  const typed = typedIn(await request.formData())
  const read = await readBundle(typed)
  const { preview } = read
  const version = now().getTime()
  if (!read.ok) return data({ typed, problems: read.problems, preview, version }, { status: 400 })
  if (typed.intent !== 'save') return data({ typed, problems: {}, preview, version })
  const saved = await changeBundle(db(), { productId, variantId, bundle: read.bundle, userId, now: now() })
  if (saved.ok) return redirect('/alliance/bundles?done=saved')
  return data({ typed, problems: { part1: 'unknown_part' as const }, preview, version }, { status: 409 })
}

export default function Bundle() {
  const { nameZh, nameEn, first, choices, productId, parts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(bundleMessages)
  const title = t.editTitle(usePick()(nameZh, nameEn))
  return (
    <>
      <h1 className="text-3xl">{title}</h1>
      <Panel id="dates" title={t.datesTitle} lead={t.datesLead}>
        <PartDates parts={parts} />
      </Panel>
      <BundleEditor key={productId} title={t.partsLegend} choices={choices} formKey={null} first={first} answer={answer} />
      <ButtonLink to="/alliance/bundles" look="quiet" className="self-start">
        {t.cancel}
      </ButtonLink>
    </>
  )
}

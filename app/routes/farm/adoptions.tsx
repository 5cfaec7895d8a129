import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { AdoptionForm } from '#app/components/office/ahead/adoption-form.tsx'
import { DrawnBar } from '#app/components/office/drawn-bar.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { AdoptionSchema } from '#app/schemas/ahead-forms.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { openAdoption } from '#app/services/ahead/open-adoption.server.ts'
import { findFarmOffers } from '#db/queries/ahead/farm-adoptions.server.ts'
import { findSizesToPresell } from '#db/queries/ahead/presales.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmAheadMessages[locale].adoptions)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { reader } = db()
  const today = businessDay(now())
  const [offers, sizes] = await Promise.all([findFarmOffers(reader, { farmId }), findSizesToPresell(reader, { farmId, today })])
  return { offers, sizes, key: randomUUID() }
}

export async function action({ request }: ActionFunctionArgs) {
  const own = await requireFarm(request)
  const typed = typedIn(await request.formData())
  const parsed = AdoptionSchema.safeParse(typed)
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0]))
    return data({ code: 'check' as const, typed, fields }, { status: 400 })
  }
  const { key, offPct, ...adoption } = parsed.data
  const season = { sizeZh: `一季 · ${adoption.datesOn.length} 次`, sizeEn: `a season, ${adoption.datesOn.length} deliveries` }
  const opened = await openAdoption(db(), { ...own, key, adoption: { ...adoption, ...season, offBp: offPct * 100 }, now: now() })
  if (opened.ok) throw redirect(`/farm/adoptions/${opened.value.offerId}`)
  return data({ code: opened.refusal.code, typed, fields: [] as string[] }, { status: 409 })
}

export default function FarmAdoptions() {
  const t = useMessages(farmAheadMessages)
  const pick = usePick()
  const { offers, sizes, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.adoptions}</h1>
        <p className="text-ink-2">{t.adoptionsLead}</p>
      </header>
      {offers.length === 0 ? <Empty>{t.noOffers}</Empty> : null}
      <ul className="flex flex-col gap-3">
        {offers.map(({ id, nameZh, nameEn, taken, places }) => (
          <li key={id} className="flex flex-col gap-1 rounded-md border border-rule bg-paper px-4 py-3">
            <Link to={`/farm/adoptions/${id}`} className="inline-flex min-h-11 items-center self-start font-semibold text-indigo underline">
              {pick(nameZh, nameEn)}
            </Link>
            <p className="text-sm">{t.taken(taken.length, places)}</p>
            <DrawnBar part={taken.length / places} />
          </li>
        ))}
      </ul>
      <AdoptionForm
        sizes={sizes}
        formKey={answer?.typed.key ?? key}
        typed={answer?.typed ?? {}}
        fields={answer?.fields ?? []}
        problem={answer?.code ?? null}
      />
    </>
  )
}

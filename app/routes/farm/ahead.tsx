import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PresaleForm } from '#app/components/office/ahead/presale-form.tsx'
import { RunningPresale } from '#app/components/office/ahead/running-presale.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { isBold } from '#app/domain/catalog/sold-ahead.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { PresaleSchema } from '#app/schemas/ahead-forms.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { openPresale } from '#app/services/ahead/open-presale.server.ts'
import { findFarmPresales, findSizesToPresell } from '#db/queries/ahead/presales.server.ts'
import { settleHarvest } from './settle-harvest.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmAheadMessages[locale].title)

const Done = z.enum(['opened', 'bold', 'harvest', 'put_off', 'close', 'call_off']).nullable().catch(null)

/** A harvest that was entered elsewhere and belongs to a forecast: shown ready to be confirmed. */
const Harvested = z
  .object({ lot: z.string().max(140), harvestedOn: z.iso.date(), bestBeforeOn: z.iso.date(), quantity: z.string().regex(/^\d{1,6}$/) })
  .nullable()
  .catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { reader } = db()
  const today = businessDay(now())
  const [presales, sizes] = await Promise.all([findFarmPresales(reader, { farmId }), findSizesToPresell(reader, { farmId, today })])
  const said = new URL(request.url).searchParams
  const harvest = Harvested.parse(Object.fromEntries(said))
  return { presales, sizes, today, tomorrow: addDays(today, 1), harvest, done: Done.parse(said.get('done')) }
}

export async function action({ request }: ActionFunctionArgs) {
  const own = await requireFarm(request)
  const form = await request.formData()
  if (form.get('intent') !== 'open') {
    const settled = await settleHarvest(form, own)
    if ('done' in settled) throw redirect(`/farm/ahead?done=${settled.done}`)
    return data({ lotId: settled.lotId, code: settled.code, typed: {}, fields: [] as string[] }, { status: settled.status })
  }
  const typed = typedIn(form)
  const parsed = PresaleSchema.safeParse(typed)
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0]))
    return data({ lotId: '', code: 'check' as const, typed, fields }, { status: 400 })
  }
  const opened = await openPresale(db(), { ...own, presale: parsed.data, now: now() })
  if (opened.ok) throw redirect(`/farm/ahead?done=${isBold(parsed.data) ? 'bold' : 'opened'}`)
  return data({ lotId: '', code: opened.refusal.code, typed, fields: [] as string[] }, { status: 409 })
}

export default function Ahead() {
  const t = useMessages(farmAheadMessages)
  const { presales, sizes, today, tomorrow, harvest, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      {done && !answer ? (
        <Notice tone={done === 'bold' ? 'warn' : 'good'} title={done === 'opened' || done === 'bold' ? t.opened : t[`done_${done}`]}>
          {done === 'bold' ? t.bold : null}
        </Notice>
      ) : null}
      <section className="flex flex-col gap-4">
        <h2 className="text-xl">{t.running}</h2>
        {presales.length === 0 ? <Empty>{t.none}</Empty> : null}
        {presales.map((presale) => (
          <RunningPresale
            key={presale.variantId}
            presale={presale}
            today={today}
            entered={harvest?.lot === presale.lotId ? harvest : null}
            problem={answer?.lotId === presale.lotId ? answer.code : null}
          />
        ))}
      </section>
      <PresaleForm
        sizes={sizes}
        tomorrow={tomorrow}
        typed={answer?.typed ?? {}}
        fields={answer?.fields ?? []}
        problem={answer && answer.lotId === '' ? answer.code : null}
      />
    </>
  )
}

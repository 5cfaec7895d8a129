import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NewsForm } from '#app/components/office/ahead/news-form.tsx'
import { OfferHarvests } from '#app/components/office/ahead/offer-harvests.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { AdoptionNews } from '#app/components/shop/ahead/adoption-news.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { keepFormPicture } from '#app/http/keep-form-picture.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { readForm } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { NewsSchema } from '#app/schemas/ahead-forms.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { postNews } from '#app/services/ahead/tell-adopters.server.ts'
import { mostPictureBytes } from '#app/services/media/keep-picture.server.ts'
import { findFarmNews, findFarmOffer } from '#db/queries/ahead/farm-adoptions.server.ts'
import { settleHarvest } from './settle-harvest.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmAheadMessages[locale].adoptions)

const Params = z.object({ offerId: z.string().regex(/^[\w-]{1,80}$/) })
const Done = z.enum(['posted', 'harvest', 'put_off', 'close', 'call_off']).nullable().catch(null)
const mostFormBytes = mostPictureBytes + 65_536

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { offerId } = parseParams(params, Params)
  const { reader } = db()
  const [offer, news] = await Promise.all([findFarmOffer(reader, { farmId, offerId }), findFarmNews(reader, { farmId, offerId })])
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { offer: found(offer), news, today: businessDay(now()), key: randomUUID(), done }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const own = await requireFarm(request)
  const { offerId } = parseParams(params, Params)
  const refused = (code: 'check' | 'pictureRefused' | 'not_found' | 'number_free', typed: Record<string, string>) =>
    data({ lotId: '', code, typed }, { status: code === 'check' ? 400 : 409 })
  const read = await readForm(request, { maxBytes: mostFormBytes })
  if (!read.ok) return refused('pictureRefused', {})
  const form = read.value
  if (form.has('lotId')) {
    const settled = await settleHarvest(form, own)
    if ('done' in settled) throw redirect(`/farm/adoptions/${offerId}?done=${settled.done}`)
    return data({ lotId: settled.lotId, code: settled.code, typed: {} as Record<string, string> }, { status: settled.status })
  }
  const typed = typedIn(form)
  const parsed = NewsSchema.safeParse(typed)
  if (!parsed.success) return refused('check', typed)
  const picture = await keepFormPicture(form, { field: 'picture', use: 'news', ownerId: own.farmId })
  if (!picture.ok) return refused('pictureRefused', typed)
  const posted = await postNews(db(), { ...own, ...parsed.data, offerId, pictureId: picture.value.mediaId, now: now() })
  if (posted.ok) throw redirect(`/farm/adoptions/${offerId}?done=posted`)
  return refused(posted.refusal.code, typed)
}

export default function FarmAdoption() {
  const t = useMessages(farmAheadMessages)
  const pick = usePick()
  const { offer, news, today, key, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{pick(offer.nameZh, offer.nameEn)}</h1>
        <p className="text-ink-2">{t.taken(offer.taken.length, offer.places)}</p>
      </header>
      {done && !answer ? <Notice tone="good" title={done === 'posted' ? t.posted : t[`done_${done}`]} /> : null}
      <Panel id="numbers" title={t.numbers} lead={t.adoptionsLead}>
        <p className="tabular-nums">{offer.taken.length === 0 ? t.noNumbers : offer.taken.join(' · ')}</p>
      </Panel>
      <NewsForm taken={offer.taken} formKey={key} typed={answer?.typed ?? {}} problem={answer?.lotId === '' ? answer.code : null} />
      <OfferHarvests harvests={offer.harvests} today={today} answer={answer ?? null} />
      <AdoptionNews news={news} />
    </>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FarmOffer } from '#app/components/office/farm/offer.tsx'
import { FarmOfferSearch } from '#app/components/office/farm/offer-search.tsx'
import { Pager } from '#app/components/office/pager.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { queryTermsOf } from '#app/domain/catalog/search-terms.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { OfferSearchSchema, readChoice } from '#app/schemas/distribution.ts'
import { type ChoiceRefusal, chooseDistributions } from '#app/services/catalog/choose-distributions.server.ts'
import { countDistributed, findDistributionBp, findOffers, findPartners } from '#db/queries/farm/distribution.server.ts'
import { showAsItIs } from './show-as-it-is.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmPartnersMessages[locale].distributionTitle)

const pageSize = 48
const searchOf = (request: Request) => OfferSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams))

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { q, farm, chosen, page, added, removed } = searchOf(request)
  const { reader } = db()
  const question = { farmId, terms: queryTermsOf(q), producer: farm, chosenOnly: chosen !== null, page, pageSize }
  const [found, partners, count, distributionBp] = await Promise.all([
    findOffers(reader, question),
    findPartners(reader, farmId),
    countDistributed(reader, farmId),
    findDistributionBp(reader, now()),
  ])
  const saved = added === null || removed === null ? null : { added, removed }
  return { ...found, partners, count, distributionBp, saved, search: { q, farm, chosenOnly: chosen !== null, page } }
}

export const shouldRevalidate = showAsItIs

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const choice = readChoice(await request.formData())
  const chosen = await chooseDistributions(db(), { farmId, userId, ...choice, now: now() })
  if (!chosen.ok) return data({ refusal: chosen.refusal.code }, { status: 409 })
  const params = new URL(request.url).searchParams
  params.set('added', String(chosen.value.added))
  params.set('removed', String(chosen.value.removed))
  params.delete('index')
  throw redirect(`/farm/distribution?${params}`)
}

const refusalText = {
  not_offered: (t) => t.notOffered,
} satisfies Record<ChoiceRefusal['code'], (t: (typeof farmPartnersMessages)['en']) => string>

export default function Distribution() {
  const t = useMessages(farmPartnersMessages)
  const { offers, hasNext, partners, count, distributionBp, saved, search } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.distributionTitle}</h1>
        <p className="text-ink-2">{t.distributionLead}</p>
        <p className="flex flex-wrap gap-x-4 font-semibold">
          <span>{t.distributionRate(String(distributionBp / 100))}</span>
          <span>{t.chosenCount(count)}</span>
        </p>
      </header>
      {refusal ? <Notice tone="bad">{refusalText[refusal](t)}</Notice> : null}
      {!refusal && saved ? <Notice tone="good">{t.savedChoice(saved.added, saved.removed)}</Notice> : null}
      <FarmOfferSearch partners={partners} {...search} />
      {offers.length === 0 ? (
        <Empty
          action={
            <ButtonLink to="/farm/distribution" look="plain">
              {t.showAll}
            </ButtonLink>
          }
        >
          {t.noOffers}
        </Empty>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {offers.map((offer) => (
              <FarmOffer key={offer.id} offer={offer} distributionBp={distributionBp} />
            ))}
          </ul>
          <div className="sticky bottom-0 -mx-4 border-t border-rule bg-paper px-4 py-3">
            <Button type="submit">{t.saveChoice}</Button>
          </div>
        </Form>
      )}
      <Pager page={search.page} hasNext={hasNext} />
    </>
  )
}

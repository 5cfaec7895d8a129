import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BuyerForm } from '#app/components/office/members/buyer-form.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { yuanText } from '#app/domain/money/yuan-text.ts'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type BuyerProblems, readBuyerTerms } from '#app/schemas/buyer.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { amendBuyer } from '#app/services/buyers/amend-buyer.server.ts'
import { findBuyer, findPickupPoints } from '#db/queries/leader/buyers.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => buyerMessages[locale].title)

const ParamsSchema = z.object({ leaderId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { leaderId } = parseParams(params, ParamsSchema)
  const { reader } = db()
  const [buyer, points] = await Promise.all([findBuyer(reader, leaderId), findPickupPoints(reader)])
  const { nameZh, nameEn, pickupPointId, creditLimitFen, invoiceTitle, taxNumber } = found(buyer)
  return { points, terms: { nameZh, nameEn, pickupPointId, invoiceTitle, taxNumber, creditLimitFen: yuanText(creditLimitFen) } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { leaderId } = parseParams(params, ParamsSchema)
  const typed = typedIn(await request.formData())
  const answer = (problems: BuyerProblems, refused: 'unknown_point' | null) => ({ typed, problems, refused, version: now().getTime() })
  const read = readBuyerTerms(typed)
  if (!read.ok) return data(answer(read.problems, null), { status: 400 })
  const amended = await amendBuyer(db(), { leaderId, terms: read.value, userId, now: now() })
  if (amended.ok) return redirect('/alliance/buyers?done=amended')
  if (amended.refusal.code === 'unknown_buyer') throw notFound()
  return data(answer({}, amended.refusal.code), { status: 422 })
}

export default function Buyer() {
  const { points, terms } = useLoaderData<typeof loader>()
  const t = useMessages(buyerMessages)
  const pick = usePick()
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.amendTitle(pick(terms.nameZh, terms.nameEn))}</h1>
        <Link to="/alliance/buyers" className="inline-flex min-h-11 items-center text-indigo underline">
          {t.backToList}
        </Link>
      </header>
      <Panel id="terms" title={t.change} lead={t.amendLead}>
        <BuyerForm points={points} terms={terms} answer={useActionData<typeof action>()} />
      </Panel>
    </>
  )
}

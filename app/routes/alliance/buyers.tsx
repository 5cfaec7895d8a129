import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BuyerForm } from '#app/components/office/members/buyer-form.tsx'
import { BuyerTable } from '#app/components/office/members/buyer-table.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type BuyerProblems, readBuyerForm } from '#app/schemas/buyer.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { type AdmitBuyerRefusal, admitBuyer } from '#app/services/buyers/admit-buyer.server.ts'
import { findBuyers, findPickupPoints } from '#db/queries/leader/buyers.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => buyerMessages[locale].title)

const Done = z.enum(['admitted', 'amended']).nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const [rows, points] = await Promise.all([findBuyers(reader), findPickupPoints(reader)])
  return { rows, points, done: Done.parse(new URL(request.url).searchParams.get('done')) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const answer = (problems: BuyerProblems, refused: AdmitBuyerRefusal['code'] | null) => ({
    typed,
    problems,
    refused,
    version: now().getTime(),
  })
  const read = readBuyerForm(typed)
  if (!read.ok) return data(answer(read.problems, null), { status: 400 })
  const admitted = await admitBuyer(db(), { buyer: read.value, userId, now: now() })
  return admitted.ok ? redirect('/alliance/buyers?done=admitted') : data(answer({}, admitted.refusal.code), { status: 422 })
}

export default function Buyers() {
  const { rows, points, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(buyerMessages)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      {done && !answer ? <Notice tone="good" title={t[done]} /> : null}
      <Panel id="list" title={t.list}>
        {rows.length === 0 ? <Empty>{t.none}</Empty> : <BuyerTable rows={rows} />}
      </Panel>
      <Panel id="admit" title={t.admit} lead={t.admitLead}>
        <BuyerForm points={points} answer={answer} />
      </Panel>
    </>
  )
}

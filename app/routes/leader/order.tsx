import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LeaderOrderSheet } from '#app/components/office/leader/order-sheet.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { mostUnits } from '#app/domain/ordering/bulk-problem.ts'
import { priceAt } from '#app/domain/pricing/price-ladder.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paymentUrls } from '#app/http/payment-urls.server.ts'
import { processor } from '#app/http/payments.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { readAgreedTotal, SheetFilterSchema, type TypedRow } from '#app/schemas/leader-order.ts'
import { placeBulkOrder } from '#app/services/leader/place-bulk-order.server.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import { leaderOf } from './leader-of.server.ts'
import { freshForm, parseBulkOrder, readBulkForm } from './read-bulk-form.server.ts'
import { repeatedRows } from './repeat-order.server.ts'
import { showBulkOrder } from './show-bulk-order.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => leaderMessages[locale].orderTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const leader = await leaderOf(request)
  const { searchParams } = new URL(request.url)
  const filter = SheetFilterSchema.parse(Object.fromEntries(searchParams))
  const repeated = await repeatedRows(leader.leaderId, searchParams.get('repeat'))
  return { page: await showBulkOrder(leader, freshForm(leader, filter, repeated?.rows)), missing: repeated?.missing ?? [] }
}

export async function action({ request }: ActionFunctionArgs) {
  const leader = await leaderOf(request)
  const sent = await request.formData()
  const form = readBulkForm(sent)
  const intent = sent.get('intent')
  if (intent !== 'place') {
    const page = await showBulkOrder(leader, form, { isEmpty: intent === 'check' && form.rows.length === 0 })
    return data({ page }, { status: intent === 'check' && isWrong(page) ? 400 : 200 })
  }

  const parsed = parseBulkOrder(sent)
  if (!parsed.ok || form.rows.length === 0 || form.rows.some(isUnreadable)) {
    const fieldProblems = parsed.ok ? {} : parsed.problems
    return data({ page: await showBulkOrder(leader, form, { fieldProblems, isEmpty: form.rows.length === 0 }) }, { status: 400 })
  }
  const placed = await placeBulkOrder(db(), {
    leader,
    lines: linesOf(form.rows),
    order: parsed.value,
    agreedTotalFen: readAgreedTotal(sent),
    locale: localeOf(request),
    now: now(),
  })
  if (!placed.ok) return data({ page: await showBulkOrder(leader, form, { refused: placed.refusal }) }, { status: 409 })
  const path = `/leader/orders/${placed.value.orderId}`
  if (placed.value.paymentId === null) return redirect(`${path}?placed=1`)
  const opened = await openPayment(db(), processor(), { orderId: placed.value.orderId, urls: paymentUrls(path), now: now() })
  return opened.ok ? redirectDocument(opened.value.url) : redirect(opened.refusal.code === 'processor_busy' ? `${path}?payment=busy` : path)
}

const isWrong = (page: Awaited<ReturnType<typeof showBulkOrder>>) => page.isEmpty || Object.keys(page.problems).length > 0

const isUnreadable = ({ quantity, shown }: TypedRow) => quantity === null || quantity > mostUnits || shown === null

/** At the price of the step each quantity reaches, as it was shown. */
const linesOf = (rows: readonly TypedRow[]) =>
  rows.flatMap(({ variantId, quantity, shown }) =>
    quantity === null || shown === null ? [] : [{ variantId, quantity, seenPriceFen: priceAt(shown, quantity) }],
  )

export default function Order() {
  const t = useMessages(leaderMessages)
  const b = useMessages(buyerMessages)
  const pick = usePick()
  const loaded = useLoaderData<typeof loader>()
  const page = useActionData<typeof action>()?.page ?? loaded.page
  const { missing } = loaded
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-3xl">{page.invoice ? b.orderTitle : t.orderTitle}</h1>
        <p className="text-ink-2">{t.orderLead(pick(page.communityZh, page.communityEn))}</p>
      </header>
      {missing.length > 0 ? (
        <Notice tone="warn">{t.repeatMissing(missing.map(({ zh, en }) => pick(zh, en)).join(pick('、', ', ')))}</Notice>
      ) : null}
      <LeaderOrderSheet page={page} />
    </>
  )
}

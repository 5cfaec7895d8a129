import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { RefundForm, type RefundFormState } from '#app/components/office/refunds/refund-form.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { fingerprint, NewRefundSchema, parseRefund, type RefundProblem, readRefundForm, sizeName } from '#app/schemas/refund.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { previewRefund } from '#app/services/after-sales/preview-refund.server.ts'
import { proposeRefund } from '#app/services/after-sales/propose-refund.server.ts'
import { readOrderLeft } from '#app/services/after-sales/read-order-left.server.ts'
import { findNamedLines } from '#db/queries/payments/refund-desk.server.ts'
import { findRefundedOrder } from '#db/queries/payments/refunds.server.ts'
import { nameParties } from './name-parties.server.ts'
import { type RefundRefusal, sayRefundRefusal } from './name-refund-refusal.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => afterSalesMessages[locale].newTitle(page?.number ?? ''))

const orderIn = (request: Request) => parseParams(Object.fromEntries(new URL(request.url).searchParams), NewRefundSchema).order

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const order = found(await findRefundedOrder(reader, orderIn(request)))
  const [left, named] = await Promise.all([readOrderLeft(reader, order), findNamedLines(reader, order.id)])
  const leftOf = new Map(left.lines.map((line) => [line.lineId, line]))
  return {
    number: order.number,
    deliveryLeftFen: left.deliveryFen,
    requestKey: randomUUID(),
    lines: named.map((line) => {
      const { cashFen = 0, quantity = 0, weightG = 0 } = leftOf.get(line.id) ?? {}
      return { ...line, leftFen: cashFen, leftQuantity: quantity, leftWeightG: weightG }
    }),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const orderId = orderIn(request)
  const form = await request.formData()
  const typed = readRefundForm(form)
  if (!typed) throw notFound()
  const state = { typed, problems: {}, preview: null } satisfies RefundFormState
  const parsed = parseRefund(typed)
  if (!parsed.ok) return data({ state: { ...state, problems: parsed.problems }, refusal: null, isChanged: false }, { status: 400 })
  const refused = (refusal: RefundRefusal) =>
    data({ state: { ...state, problems: problemsOf(refusal) }, refusal, isChanged: false }, { status: 409 })
  const { requestKey, reason, note, goodsReturned, asCredit } = typed
  const bearer = reason === 'cancelled' ? 'shared' : typed.bearer
  const asked = { orderId, bearer, goodsReturned, ...parsed.value }
  const isConfirmed = form.get('intent') === 'confirm'
  if (!isConfirmed || form.get('previewed') !== fingerprint(typed)) {
    const preview = await previewRefund(db().reader, asked)
    if (!preview.ok) return refused(preview.refusal)
    const { cashFen, gives, gets } = preview.value
    const named = { gives: await nameParties(gives), gets: await nameParties(gets) }
    const shown = { cashFen, ...named, fingerprint: fingerprint(typed) }
    return data({ state: { ...state, preview: shown }, refusal: null, isChanged: isConfirmed }, { status: isConfirmed ? 409 : 200 })
  }
  const at = { orderId, requestKey, userId, now: now() }
  const lineIds = asked.lines.map(({ lineId }) => lineId)
  const made =
    reason === 'cancelled'
      ? await cancelLines(db(), { ...at, lineIds })
      : await proposeRefund(db(), { ...asked, ...at, reason, note, asCredit })
  if (!made.ok) return refused(made.refusal)
  const { refundId } = made.value
  return redirect(refundId === null ? '/alliance/refunds' : `/alliance/refunds/${refundId}?done=1`)
}

/** The field a refusal is about. */
function problemsOf(refusal: RefundRefusal): Record<string, RefundProblem> {
  if (refusal.code === 'over_what_is_left') return { [sizeName(refusal.lineId)]: 'tooMuch' }
  return refusal.code === 'over_delivery' ? { delivery: 'tooMuch' } : {}
}

export default function NewRefund() {
  const t = useMessages(afterSalesMessages)
  const { number, lines, deliveryLeftFen, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer?.state ?? freshState(requestKey)
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <CellLink to={`/alliance/orders?number=${number}`} className="my-0">
          {t.orderNumber(number)}
        </CellLink>
        <h1 className="text-3xl">{t.newTitle(number)}</h1>
        <p className="text-ink-2">{t.newLead}</p>
      </header>
      {answer?.refusal ? (
        <Notice tone="bad" title={t.refusedTitle}>
          {sayRefundRefusal(t, answer.refusal)}
        </Notice>
      ) : null}
      {answer?.isChanged ? <Notice tone="warn">{t.changedSincePreview}</Notice> : null}
      <RefundForm lines={lines} deliveryLeftFen={deliveryLeftFen} state={state} />
    </>
  )
}

const freshState = (requestKey: string): RefundFormState => ({
  typed: { requestKey, reason: 'quality', bearer: 'shared', note: '', delivery: '', lines: [], goodsReturned: false, asCredit: false },
  problems: {},
  preview: null,
})

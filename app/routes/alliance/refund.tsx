import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { RefundDecision } from '#app/components/office/refunds/refund-decision.tsx'
import { RefundFacts } from '#app/components/office/refunds/refund-facts.tsx'
import { RefundMoves } from '#app/components/office/refunds/refund-moves.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { DecisionSchema } from '#app/schemas/refund.ts'
import { approveRefund } from '#app/services/after-sales/approve-refund.server.ts'
import { confirmBankRefund } from '#app/services/after-sales/confirm-bank-refund.server.ts'
import { declineRefund } from '#app/services/after-sales/decline-refund.server.ts'
import { retryRefund } from '#app/services/after-sales/retry-refund.server.ts'
import { findRefundFile } from '#db/queries/payments/refund-desk.server.ts'
import { sayRefundRefusal } from './name-refund-refusal.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => afterSalesMessages[locale].fileTitle(formatFen(page?.refund.cashFen ?? 0)))

const Params = z.object({ refundId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { refundId } = parseParams(params, Params)
  const file = found(await findRefundFile(db().reader, refundId))
  return { ...file, isMine: file.refund.requestedBy === userId, isDone: new URL(request.url).searchParams.has('done') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { refundId } = parseParams(params, Params)
  const intent = parseParams((await request.formData()).get('intent'), DecisionSchema)
  const deciding = { refundId, userId, now: now() }
  const decided = await decide(intent, deciding)
  if (!decided.ok) return data({ refusal: decided.refusal }, { status: 409 })
  return redirect(`/alliance/refunds/${'refundId' in decided.value ? decided.value.refundId : refundId}?done=1`)
}

function decide(intent: z.output<typeof DecisionSchema>, deciding: { refundId: string; userId: string; now: Date }) {
  switch (intent) {
    case 'approve':
      return approveRefund(db(), deciding)
    case 'decline':
      return declineRefund(db(), deciding)
    case 'sent':
      return confirmBankRefund(db(), deciding)
    case 'retry':
      return retryRefund(db(), { ...deciding, way: 'processor' })
    case 'retry_by_bank':
      return retryRefund(db(), { ...deciding, way: 'bank' })
  }
}

export default function Refund() {
  const t = useMessages(afterSalesMessages)
  const { refund, lines, moves, isMine, isDone } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <CellLink to="/alliance/refunds" className="my-0">
          {t.refundsTitle}
        </CellLink>
        <h1 className="text-3xl">{t.fileTitle(formatFen(refund.cashFen))}</h1>
      </header>
      {refusal ? (
        <Notice tone="bad" title={t.refusedTitle}>
          {sayRefundRefusal(t, refusal)}
        </Notice>
      ) : null}
      {isDone && !refusal ? <Notice tone="good">{t.refundDone}</Notice> : null}
      <RefundFacts refund={refund} lines={lines} />
      <RefundDecision refund={refund} isMine={isMine} />
      <RefundMoves moves={moves} />
    </>
  )
}

import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CancelItemsForm } from '#app/components/shop/cancel-items-form.tsx'
import { ChangeDeliveryForm } from '#app/components/shop/change-delivery-form.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { orderChangeMessages } from '#app/i18n/messages/order-change.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { PlacementKeySchema } from '#app/schemas/checkout.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { changeDelivery } from '#app/services/live/change-delivery.server.ts'
import { findLinesToCallOff } from '#db/queries/ordering/called-off-lines.server.ts'
import { type ChangeProblems, parseChange, showChange, typedChange } from './change-form.server.ts'
import { problemTexts } from './checkout-notices.tsx'
import { changeUntil } from './order-words.server.ts'
import { type ChangeAnswer, sayChange } from './say-change.ts'
import { theirOrder } from './their-order.server.ts'

const Cancelled = z.object({ requestKey: PlacementKeySchema, lineIds: z.array(IdSchema).min(1) })

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => orderChangeMessages[locale].title(page?.number ?? ''))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await theirOrder(request, params)
  const { id: orderId, number } = page.order
  const until = changeUntil(page, now())
  const answered = new URL(request.url).searchParams.get('done')
  if (until === null) return { orderId, number, until, answered, form: null, items: [], cancelKey: '' }
  const lines = new Map((await findLinesToCallOff(db().reader, orderId)).map((line) => [line.id, line]))
  return {
    orderId,
    number,
    until,
    answered,
    form: await showChange(orderId, null),
    cancelKey: randomUUID(),
    items: page.lines
      .filter(({ status }) => status === 'placed')
      .map(({ id, quantity, amountFen, productZh, productEn, variantZh, variantEn }) => {
        const isPacked = lines.get(id)?.packing !== 'to_pack'
        return { id, quantity, amountFen, productZh, productEn, variantZh, variantEn, isPacked }
      }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { order } = await theirOrder(request, params)
  const form = await request.formData()
  return form.get('intent') === 'cancel' ? await cancelItems(order, form) : await saveDelivery(order.id, form)
}

async function cancelItems({ id: orderId, customerId }: { id: string; customerId: string }, form: FormData) {
  const asked = Cancelled.safeParse({ requestKey: form.get('requestKey'), lineIds: form.getAll('lineId') })
  if (!asked.success) return answer({ code: 'nothing_chosen' })
  const cancelled = await cancelLines(db(), { orderId, ...asked.data, userId: customerId, isCustomer: true, now: now() })
  return cancelled.ok ? redirect(`/orders/${orderId}/change?done=cancelled`) : answer(cancelled.refusal)
}

async function saveDelivery(orderId: string, form: FormData) {
  const typed = typedChange(form)
  const parsed = parseChange(form)
  if (!parsed.ok) return answer(null, { typed: await showChange(orderId, typed), problems: parsed.problems }, 400)
  const { requestKey, recipient, phone, note, waveId, ...place } = parsed.value
  const destination =
    place.delivery === 'door'
      ? ({ kind: 'door', districtId: place.districtId, street: place.street, note } as const)
      : ({ kind: 'pickup', pickupPointId: place.pickupPointId, note } as const)
  const asked = { requestKey, orderId, recipient, phone, destination, waveId: waveId || null, now: now() }
  const changed = await changeDelivery(db(), asked)
  if (!changed.ok) return answer(changed.refusal, { typed: await showChange(orderId, typed), problems: {} })
  return redirect(`/orders/${orderId}/change?done=${changed.value.backFen}`)
}

type Shown = { typed: Awaited<ReturnType<typeof showChange>>; problems: ChangeProblems }

const answer = (refusal: ChangeAnswer | null, { typed, problems }: Shown = { typed: null, problems: {} }, status = 409) =>
  data({ refusal, typed, problems }, { status })

export default function ChangeOrder() {
  const t = useMessages(orderChangeMessages)
  const c = useMessages(checkoutMessages)
  const locale = useLocale()
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const form = sent?.typed ?? page.form
  const errors = Object.fromEntries(Object.entries(sent?.problems ?? {}).map(([name, problem]) => [name, problemTexts[problem](c)]))
  const atDay = sent?.refusal?.code === 'choose_day' ? { waveId: t.choose_day } : {}
  return (
    <ShopShell>
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 pt-6 pb-12">
        <h1 className="text-3xl">{t.title(page.number)}</h1>
        <Link to={`/orders/${page.orderId}`} className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {t.back}
        </Link>
        {sent?.refusal ? <Notice tone="bad" title={sayChange(t, sent.refusal)} /> : null}
        {page.answered && !sent ? <Notice tone="good" title={sayDone(t, page.answered)} /> : null}
        {page.until && form ? (
          <>
            <p className="text-ink-2">{t.lead(formatMoment(page.until, locale))}</p>
            <ChangeDeliveryForm key={form.values.requestKey ?? ''} {...form} errors={{ ...errors, ...atDay }} />
            <CancelItemsForm items={page.items} requestKey={page.cancelKey} />
          </>
        ) : (
          <Notice tone="info" title={t.closedTitle}>
            {t.closedText}
          </Notice>
        )}
      </div>
    </ShopShell>
  )
}

function sayDone(t: (typeof orderChangeMessages)['en'], done: string): string {
  if (done === 'cancelled') return t.cancelled
  const backFen = Number(done)
  return Number.isSafeInteger(backFen) && backFen > 0 ? t.savedBack(formatFen(backFen)) : t.saved
}

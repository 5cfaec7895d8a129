import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { bulkQuantity } from '#app/domain/ordering/bulk-fields.ts'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { LeaderBill } from './bill.tsx'
import { InvoiceTitle } from './invoice-title.tsx'
import { LeaderOrderFields } from './order-fields.tsx'
import { LeaderOrderNotice } from './order-notice.tsx'
import type { OrderSheet } from './order-view.ts'
import { LeaderSheetFilter } from './sheet-filter.tsx'
import { LeaderSheetTable } from './sheet-table.tsx'

const card = 'flex flex-col gap-4 rounded-md border border-rule bg-paper p-4'

/**
 * The whole order in one form: the sheet, then delivery and payment. Without scripts "check" shows waves and total;
 * with them the sums follow the typing. Ordering is offered for a total that has been seen.
 */
export function LeaderOrderSheet({ page }: { page: OrderSheet }) {
  const t = useMessages(leaderMessages)
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const doing = useNavigation().formData?.get('intent')
  const [typed, setTyped] = useState(page.typed)
  const [changedSince, setChangedSince] = useState<number | null>(null)
  // what was typed before the scripts came, or was kept by the browser
  useEffect(() => {
    if (form.current) setTyped(quantitiesIn(form.current))
  }, [])
  const follow = (event: FormEvent<HTMLFormElement>) => {
    const name = event.target instanceof HTMLInputElement ? event.target.name : ''
    const variantId = bulkQuantity.idIn(name)
    if (variantId === null || !(event.target instanceof HTMLInputElement)) return
    const { value } = event.target
    setTyped((before) => ({ ...before, [variantId]: value }))
    setChangedSince(page.version)
  }
  const askAgain = (event: FormEvent<HTMLFormElement>) => {
    const name = event.target instanceof Element ? event.target.getAttribute('name') : null
    if ((name !== 'waveId' && name !== 'pickupPointId') || !page.quote) return
    const sent = new FormData(event.currentTarget)
    sent.set('intent', 'check')
    submit(sent, { method: 'post', preventScrollReset: true, replace: true })
  }
  const isStale = changedSince === page.version
  const bill = page.quote?.bill ?? null
  return (
    <Form ref={form} method="post" noValidate preventScrollReset onInput={follow} onChange={askAgain} className="flex flex-col gap-4">
      <input type="hidden" name="placementKey" value={page.values.placementKey ?? ''} />
      <input type="hidden" name="shownTotalFen" value={bill?.totalFen ?? ''} />
      <LeaderSheetFilter filter={page.filter} isEmpty={page.rows.length === 0} />
      <LeaderOrderNotice key={page.version} page={page} />
      {page.rows.length > 0 ? <LeaderSheetTable rows={page.rows} typed={typed} given={page.typed} problems={page.problems} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="delivery" className={card}>
          <h2 id="delivery" className="text-xl">
            {t.delivery}
          </h2>
          <LeaderOrderFields page={page} />
        </section>
        <section aria-labelledby="bill" className={card}>
          <h2 id="bill" className="text-xl">
            {t.bill}
          </h2>
          {bill ? isStale ? <p>{t.billStale}</p> : <LeaderBill {...bill} /> : <p className="text-ink-2">{t.billLater}</p>}
          {page.invoice ? <InvoiceTitle invoice={page.invoice} /> : null}
          {bill && !isStale ? (
            <Button type="submit" name="intent" value="place" disabled={doing === 'place'} className="text-lg">
              {doing === 'place' ? t.placing : t.place(formatFen(bill.totalFen))}
            </Button>
          ) : null}
          <Button type="submit" name="intent" value="check" look={bill && !isStale ? 'plain' : 'primary'} disabled={doing === 'check'}>
            {doing === 'check' ? t.checking : bill ? t.checkAgain : t.check}
          </Button>
        </section>
      </div>
    </Form>
  )
}

function quantitiesIn(form: HTMLFormElement): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    const variantId = bulkQuantity.idIn(name)
    if (variantId !== null && typeof value === 'string') typed[variantId] = value
  }
  return typed
}

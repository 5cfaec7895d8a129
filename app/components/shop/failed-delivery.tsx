import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { failureReasons } from '#app/domain/delivery/settle-drop.ts'
import { formatDay } from '#app/i18n/format.ts'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { Choice, ChoiceGroup } from './choice.tsx'

export type FailedDelivery = {
  dropId: string
  reason: string | null
  days: { waveId: string; deliversOn: string }[]
  wish: { wish: 'again' | 'refund' | 'call'; deliversOn: string | null; note: string } | null
}

/** A delivery failed: why, and what its customer would like instead; their choice can be changed until it is seen to. */
export function FailedDeliveryForm({ failed, error }: { failed: FailedDelivery; error: string | undefined }) {
  const t = useMessages(orderLiveMessages)
  const locale = useLocale()
  const isSaying = useNavigation().formData?.get('intent') === 'wish'
  const reason = failureReasons.find((known) => known === failed.reason)
  const canCome = failed.days.length > 0
  const chosen = failed.wish?.wish ?? (canCome ? 'again' : 'call')
  return (
    <section className="flex flex-col gap-4 rounded-md border-2 border-pepper bg-paper p-4 print:hidden">
      <div>
        <h2 className="text-xl">{t.failedTitle}</h2>
        {reason ? <p className="text-ink-2">{t.failedBecause(t[`reason_${reason}`])}</p> : null}
      </div>
      {error ? <Notice tone="bad" title={error} /> : null}
      {failed.wish && !error ? <WishSaid wish={failed.wish} /> : null}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="dropId" value={failed.dropId} />
        <ChoiceGroup legend={failed.wish ? t.wishChange : t.failedAsk} name="wish">
          <Choice name="wish" value="again" chosen={chosen === 'again' && canCome} disabled={!canCome}>
            {t.wishAgain}
            <span className="block text-sm text-ink-2">{canCome ? t.wishAgainHint : t.noDays}</span>
          </Choice>
          <Choice name="wish" value="refund" chosen={chosen === 'refund'}>
            {t.wishRefund}
            <span className="block text-sm text-ink-2">{t.wishRefundHint}</span>
          </Choice>
          <Choice name="wish" value="call" chosen={chosen === 'call'}>
            {t.wishCall}
          </Choice>
        </ChoiceGroup>
        {canCome ? (
          <SelectField label={t.wishDay} name="waveId">
            {failed.days.map(({ waveId, deliversOn }) => (
              <option key={waveId} value={waveId}>
                {formatDay(deliversOn, locale)}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField label={t.wishNote} name="note" maxLength={lengths.note} defaultValue={failed.wish?.note ?? ''} />
        <Button type="submit" name="intent" value="wish" disabled={isSaying} className="self-start">
          {isSaying ? t.sayingWish : t.sayWish}
        </Button>
      </Form>
    </section>
  )
}

function WishSaid({ wish: { wish, deliversOn } }: { wish: NonNullable<FailedDelivery['wish']> }) {
  const t = useMessages(orderLiveMessages)
  const locale = useLocale()
  const text =
    wish === 'again' && deliversOn ? t.wishSaidAgain(formatDay(deliversOn, locale)) : wish === 'refund' ? t.wishSaidRefund : t.wishSaidCall
  return (
    <Notice tone="good" title={t.wishSaid}>
      {text}
    </Notice>
  )
}

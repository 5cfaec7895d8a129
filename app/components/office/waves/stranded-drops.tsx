import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { failureReasons } from '#app/domain/delivery/settle-drop.ts'
import { unservedReasonOf } from '#app/domain/delivery/unserved-reasons.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Stranded = {
  id: string
  code: string
  addressZh: string
  addressEn: string
  unservedReason: string | null
  statusReason: string | null
  status: 'planned' | 'delivered' | 'failed'
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
}

/** Drops no run takes or that were not handed over, each with the reason and a way to note that it got there all the same. */
export function StrandedDrops({ drops }: { drops: readonly Stranded[] }) {
  const t = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  return (
    <section aria-labelledby="stranded" className="flex flex-col gap-3">
      <h2 id="stranded" className="text-2xl">
        {t.strandedDrops}
      </h2>
      <p className="text-ink-2">{t.strandedText}</p>
      <ul className="flex flex-col rounded-md border border-pepper bg-paper">
        {drops.map((drop) => {
          const reason = failureReasons.find((known) => known === drop.statusReason) ?? unservedReasonOf(drop.unservedReason)
          return (
            <li key={drop.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-rule px-4 py-3 last:border-b-0">
              <span>
                <span className="font-semibold">{drop.code}</span> · {pick(drop.addressZh, drop.addressEn)} ·{' '}
                {d.crates(drop.cratesAmbient + drop.cratesChilled + drop.cratesFrozen)}
                <span className="block text-pepper">{reason ? d[reason] : null}</span>
              </span>
              {drop.status === 'delivered' ? (
                <StatusMark tone="done">{d.drop_delivered}</StatusMark>
              ) : (
                <Form method="post">
                  <input type="hidden" name="dropId" value={drop.id} />
                  <Button name="intent" value="settle" look="plain">
                    {t.deliveredOtherwise}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

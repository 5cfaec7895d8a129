import { Form } from '@remix-run/react'
import { unservedReasonOf } from '#app/domain/delivery/unserved-reasons.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type MoveTarget, PlanTargets } from './plan-targets.tsx'

type LeftOut = { id: string; code: string; addressZh: string; addressEn: string; unservedReason: string | null; excluded: boolean }

/** Stops nobody brings, each with the reason, to be put into a run or left out. */
export function PlanLeftOut({ drops, version, targets }: { drops: readonly LeftOut[]; version: number; targets: readonly MoveTarget[] }) {
  const t = useMessages(dispatchMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  return (
    <section aria-labelledby="left-out" className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <h2 id="left-out" className="text-2xl">
        {t.notBrought}
      </h2>
      {drops.length === 0 ? (
        <p className="text-ink-2">{t.allBrought}</p>
      ) : (
        <Form method="post" preventScrollReset className="flex flex-col gap-3">
          <input type="hidden" name="version" value={version} />
          <ul className="flex flex-col">
            {drops.map((drop) => {
              const reason = unservedReasonOf(drop.unservedReason)
              return (
                <li key={drop.id} className="border-t border-rule py-1 text-sm">
                  <label className="flex min-h-11 items-center gap-3">
                    <input type="checkbox" name="drop" value={drop.id} aria-label={t.choose(drop.code)} className="size-5" />
                    <span>
                      <span className="font-semibold">{drop.code}</span> · {pick(drop.addressZh, drop.addressEn)}
                      <span className="block text-pepper">{reason ? d[reason] : null}</span>
                    </span>
                  </label>
                </li>
              )
            })}
          </ul>
          <PlanTargets
            idPrefix="left-out"
            targets={targets}
            intents={drops.some(({ excluded }) => excluded) ? ['include', 'exclude'] : ['exclude']}
          />
        </Form>
      )}
    </section>
  )
}

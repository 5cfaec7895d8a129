import { classNames } from '#app/components/ui/class-names.ts'
import { drawSteps, type PayoutStep } from '#app/domain/settlement/explain-payout.ts'
import { formatFen } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const width = 1000
const height = 28
const narrowest = 4

/** The payout on one screen: each step's words and amount, and a bar that begins where the one before it ended. */
export function PayoutExplained({ steps, title, lead }: { steps: readonly PayoutStep[]; title?: string; lead?: string }) {
  const t = useMessages(settlementMessages)
  const { zero, steps: drawn } = drawSteps(steps)
  return (
    <section aria-labelledby="explained" className="flex flex-col gap-3">
      <h2 id="explained" className="text-2xl">
        {title ?? t.explained}
      </h2>
      <p className="text-ink-2">{lead ?? t.explainedHint}</p>
      <dl className="divide-y divide-rule rounded-md border border-rule bg-paper">
        {drawn.map(({ key, kind, amountFen, from, to }) => (
          <div
            key={key}
            className={classNames(
              'grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-2 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_7.5rem]',
              kind === 'sum' && 'bg-leaf-tint font-semibold',
            )}
          >
            <dt className="order-1">{t[`step_${key}`]}</dt>
            <dd
              className={classNames('order-2 text-right whitespace-nowrap md:order-3', kind === 'move' && amountFen < 0 && 'text-pepper')}
            >
              {formatFen(amountFen)}
            </dd>
            <dd className="order-3 col-span-2 md:order-2 md:col-span-1">
              <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="block h-5 w-full">
                <path d={`M${zero * width} 0v${height}`} className="stroke-control" strokeWidth={2} />
                <rect
                  x={Math.min(from * width, width - narrowest)}
                  y={3}
                  width={Math.max(narrowest, (to - from) * width)}
                  height={height - 6}
                  className={classNames('stroke-ink', kind === 'sum' ? 'fill-leaf' : amountFen < 0 ? 'fill-pepper' : 'fill-rape')}
                  strokeWidth={1.5}
                />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import type { PeriodObstacle } from '#app/domain/ledger/close-period.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { sayObstacle } from './say-obstacle.ts'

/** The first open month: what keeps it open, or the button that closes it and what that means. */
export function ClosePeriodForm({ period, obstacles }: { period: string; obstacles: readonly PeriodObstacle[] }) {
  const t = useMessages(ledgerCloseMessages)
  const locale = useLocale()
  return (
    <section aria-labelledby="next-period" className="flex max-w-3xl flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <h2 id="next-period" className="text-2xl">
        {t.nextToClose(period)}
      </h2>
      {obstacles.length > 0 ? (
        <>
          <p>{t.inTheWay}</p>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {obstacles.map((obstacle) => {
              const said = sayObstacle(t, locale, obstacle)
              return (
                <li key={said} className="break-words">
                  {said}
                </li>
              )
            })}
          </ul>
        </>
      ) : (
        <details>
          <summary className="flex min-h-11 items-center text-indigo underline">{t.close(period)}</summary>
          <Form method="post" className="flex flex-col items-start gap-3 py-2">
            <p>{t.closeText}</p>
            <input type="hidden" name="period" value={period} />
            <Button look="danger">{t.closeNow}</Button>
          </Form>
        </details>
      )}
    </section>
  )
}

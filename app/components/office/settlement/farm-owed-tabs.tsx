import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import type { FarmAccount } from '#app/domain/ledger/farm-statement.ts'
import { formatFen } from '#app/i18n/format.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const helpOf = { sales: 'salesHelp', payable: 'payableHelp', commission: 'commissionHelp' } as const

/** What the farm is owed in each of its accounts, each the way to its lines. */
export function FarmOwedTabs({
  owed,
  chosen,
  month,
}: {
  owed: readonly { name: FarmAccount; owedFen: number }[]
  chosen: FarmAccount
  month: string | null
}) {
  const t = useMessages(farmStatementMessages)
  return (
    <nav aria-label={t.account}>
      <ul className="grid gap-3 sm:grid-cols-3">
        {owed.map(({ name, owedFen }) => (
          <li key={name}>
            <Link
              to={`?${new URLSearchParams({ account: name, ...(month ? { month } : {}) })}`}
              aria-current={name === chosen ? 'page' : undefined}
              className={classNames(
                'flex h-full flex-col rounded-md border px-4 py-3 text-ink no-underline',
                name === chosen ? 'border-leaf bg-leaf-tint' : 'border-control bg-paper',
              )}
            >
              <span className="font-semibold">{t[name]}</span>
              <span className="text-2xl font-bold">{formatFen(owedFen)}</span>
              {owedFen < 0 ? <span className="text-pepper">{t.owedByFarm}</span> : null}
              <span className="text-sm text-ink-2">{t[helpOf[name]]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

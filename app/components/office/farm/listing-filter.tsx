import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import { farmListingsMessages } from '#app/i18n/messages/farm-listings.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Show = 'all' | 'listed' | 'off'

/** What the grid shows: everything, or what is on or off the shelf. */
export function FarmListingFilter({ show }: { show: Show }) {
  const t = useMessages(farmListingsMessages)
  const choices: { key: Show; label: string }[] = [
    { key: 'all', label: t.showAll },
    { key: 'listed', label: t.showListed },
    { key: 'off', label: t.showOff },
  ]
  return (
    <nav aria-label={t.show} className="flex flex-wrap gap-2">
      {choices.map(({ key, label }) => (
        <Link
          key={key}
          to={`/farm/listings?show=${key}`}
          aria-current={key === show ? 'page' : undefined}
          className={classNames(
            'flex min-h-11 items-center rounded-sm border px-4 no-underline',
            key === show ? 'border-leaf bg-leaf-tint font-semibold text-ink' : 'border-control text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

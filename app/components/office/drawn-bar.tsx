import { classNames } from '#app/components/ui/class-names.ts'

/** A bar as long as its part of the longest; what it says stands beside it in words. */
export function DrawnBar({ part, tone = 'leaf' }: { part: number; tone?: 'leaf' | 'rape' | 'pepper' }) {
  const look = { leaf: 'bg-leaf', rape: 'bg-rape', pepper: 'bg-pepper' }[tone]
  const percent = `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`
  return (
    <span aria-hidden="true" className="block h-3 w-full min-w-24 rounded-sm border border-control bg-ground">
      <span className={classNames('block h-full rounded-sm', look)} style={{ width: percent }} />
    </span>
  )
}

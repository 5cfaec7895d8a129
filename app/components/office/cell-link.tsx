import { Link, type LinkProps } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'

/** A link in a table's cell: as tall as a finger, on the line of the row's other cells. */
export function CellLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={classNames('-my-2 inline-flex min-h-11 items-center text-indigo', className)} />
}

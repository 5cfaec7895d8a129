import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'

type Look = 'primary' | 'plain' | 'danger' | 'quiet'

const looks: Record<Look, string> = {
  primary: 'bg-leaf text-on-leaf border-leaf',
  plain: 'bg-paper text-ink border-control',
  danger: 'bg-paper text-pepper border-pepper',
  quiet: 'bg-transparent text-leaf border-transparent underline',
}

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-sm border px-4 py-2 text-center font-semibold no-underline disabled:opacity-60'

export function Button({ look = 'primary', className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button {...rest} className={classNames(shape, looks[look], className)} />
}

export function ButtonLink({ look = 'primary', className, ...rest }: LinkProps & { look?: Look }) {
  return <Link {...rest} className={classNames(shape, looks[look], typeof className === 'string' && className)} />
}

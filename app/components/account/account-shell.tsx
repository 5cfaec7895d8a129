import { Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { classNames } from '#app/components/ui/class-names.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { accountLinks } from './account-links.ts'

/**
 * A page of one's account: the heading, and beside it the way to the others. On a telephone the others are a list on the first page
 * (`isFirst`) and one link back on every other.
 */
export function AccountShell({ title, isFirst = false, children }: { title: string; isFirst?: boolean; children: ReactNode }) {
  const t = useMessages(accountPagesMessages)
  return (
    <ShopShell>
      <div className="mx-auto grid w-full max-w-5xl items-start gap-8 px-4 py-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-8 lg:col-start-2 lg:row-start-1">
          {isFirst ? null : (
            <Link to="/account" className="-mb-6 inline-flex min-h-11 items-center self-start text-indigo lg:hidden">
              ← {t.account}
            </Link>
          )}
          <h1 className="text-3xl">{title}</h1>
          {children}
        </div>
        <nav aria-label={t.account} className={classNames('lg:col-start-1 lg:row-start-1 print:hidden', isFirst ? '' : 'hidden lg:block')}>
          <ul className="flex flex-col rounded-md border border-rule bg-paper">
            {accountLinks.map(({ path, label }) => (
              <li key={path} className="border-b border-rule last:border-b-0">
                <NavLink
                  to={path}
                  end={path === '/account'}
                  className={({ isActive }) =>
                    classNames(
                      'flex min-h-11 items-center px-4 py-2 no-underline',
                      isActive ? 'bg-leaf-tint font-semibold text-ink' : 'text-indigo',
                    )
                  }
                >
                  {label(t)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </ShopShell>
  )
}

/** A part of such a page under its own heading. */
export function AccountPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

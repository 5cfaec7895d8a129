import { Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { classNames } from '#app/components/ui/class-names.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { accountLinks } from './account-links.ts'

/**
 * A page of one's account: the heading, and beside it the way to the others. On a telephone the others stand in two columns under
 * the first page's heading (`isFirst`), and every other has one link back.
 */
export function AccountShell({ title, isFirst = false, children }: { title: string; isFirst?: boolean; children: ReactNode }) {
  const t = useMessages(accountPagesMessages)
  return (
    <ShopShell>
      <div className="mx-auto grid w-full max-w-5xl items-start gap-x-8 px-4 pt-5 pb-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:pt-8">
        <div className="min-w-0 lg:col-start-2">
          {isFirst ? null : (
            <Link to="/account" className="inline-flex min-h-11 items-center text-indigo lg:hidden">
              ← {t.account}
            </Link>
          )}
          <h1 className={classNames('text-3xl', isFirst && 'font-given')}>{title}</h1>
        </div>
        <nav
          aria-label={t.account}
          className={classNames('pt-5 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:pt-0 print:hidden', isFirst ? '' : 'hidden lg:block')}
        >
          <ul className="grid grid-cols-2 overflow-hidden rounded-md border-2 border-ink bg-paper lg:grid-cols-1 lg:border lg:border-rule">
            {accountLinks.map(({ path, label }) => (
              <li
                key={path}
                className={classNames('-mr-px -mb-px border-r border-b border-rule', path === '/account' && 'hidden lg:block')}
              >
                <NavLink
                  to={path}
                  end={path === '/account'}
                  className={({ isActive }) =>
                    classNames(
                      'flex h-full min-h-12 items-center px-4 py-2 no-underline lg:min-h-11',
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
        <div className="flex min-w-0 flex-col gap-8 pt-6 lg:col-start-2 lg:row-start-2">{children}</div>
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

import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '#app/components/ui/class-names.ts'
import { LanguageSwitch } from '#app/components/ui/language-switch.tsx'
import { officeMessages } from '#app/i18n/messages/office.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Section = { to: string; label: string; end?: boolean }
/** Sections that belong together, under a word for them. */
type Group = { label: string; sections: readonly Section[] }

/** The frame of every back office: whose it is, its sections (in groups where there are many), its language, the way out. */
export function BackOfficeShell({
  title,
  mark,
  sections = [],
  groups = [],
  children,
}: {
  title: string
  mark?: string
  sections?: readonly Section[]
  groups?: readonly Group[]
  children: ReactNode
}) {
  const t = useMessages(officeMessages)
  const nav = useCurrentSection()
  return (
    <div className="min-h-dvh">
      <header className="border-b border-rule bg-paper print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <Link to="/" className="flex min-h-11 min-w-0 flex-1 basis-32 items-center gap-3 text-ink no-underline">
            <img src={mark ?? '/marks/seal.svg'} alt="" width={36} height={36} />
            <span className="font-display text-lg leading-tight font-semibold">{title}</span>
          </Link>
          <div className="ml-auto flex shrink-0 items-center gap-4">
            <LanguageSwitch />
            <Form method="post" action="/sign-out">
              <button type="submit" className="min-h-11 text-indigo underline">
                {t.signOut}
              </button>
            </Form>
          </div>
        </div>
        <nav ref={nav} aria-label={t.sections} className="mx-auto flex max-w-6xl gap-1 overflow-x-auto px-2 md:flex-wrap">
          {sections.map((section) => (
            <SectionLink key={section.to} {...section} />
          ))}
          {groups.map((group) => (
            <div key={group.label} className="flex items-stretch border-l border-rule first:border-l-0 md:w-full md:border-l-0">
              <span className="flex items-center px-2 text-xs whitespace-nowrap text-ink-2 md:w-24 md:shrink-0 md:whitespace-normal">
                {group.label}
              </span>
              <div className="flex md:flex-wrap">
                {group.sections.map((section) => (
                  <SectionLink key={section.to} {...section} />
                ))}
              </div>
            </div>
          ))}
        </nav>
      </header>
      <main id="main" className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6">
        {children}
      </main>
    </div>
  )
}

/** On a phone the sections scroll sideways: the one that is open is brought into sight. */
function useCurrentSection() {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const links = [...(nav.current?.querySelectorAll<HTMLAnchorElement>('a[aria-current=page]') ?? [])]
    const current = links.find((link) => pathname.startsWith(link.pathname))
    if (current && nav.current) nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - 48
  }, [pathname])
  return nav
}

const SectionLink = ({ to, label, end = false }: Section) => (
  <NavLink
    to={to}
    end={end}
    className={({ isActive }) =>
      classNames(
        'flex min-h-11 items-center border-b-4 px-3 whitespace-nowrap no-underline',
        isActive ? 'border-leaf font-semibold text-leaf' : 'border-transparent text-ink',
      )
    }
  >
    {label}
  </NavLink>
)

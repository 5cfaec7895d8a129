import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useFailure } from '#app/components/ui/failure.ts'
import { leavingParts } from '#app/domain/brands/host-paths.ts'
import { hostFarm } from '#app/http/farm-hosts.server.ts'
import { localeOf, rememberLocale } from '#app/http/locale.server.ts'
import { publicUrl } from '#app/http/runtime.server.ts'
import { supportPhone } from '#app/http/support-phone.server.ts'
import { defaultLocale } from '#app/i18n/locale.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { LocaleContext, useMessages } from '#app/i18n/use-messages.ts'
import { NonceContext } from './nonce-context.ts'
import styles from './styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/marks/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/marks/icon-192.png' },
]

/** Pages say their own title; an error page has this one. */
export const meta: MetaFunction<typeof loader> = ({ data: root }) => {
  const t = commonMessages[root?.locale ?? defaultLocale]
  return [{ title: `${t.brand} · ${t.tagline}` }]
}

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const asked = new URL(request.url).searchParams.has('lang')
  return data(
    { locale, origin: publicUrl(), supportPhone: supportPhone(), leavesBy: (await hostFarm(request)) ? leavingParts.join(' ') : null },
    asked ? { headers: { 'Set-Cookie': rememberLocale(locale) } } : {},
  )
}

/** What root loads changes only with a whole page: the language, and what the operator has set. */
export const shouldRevalidate = () => false

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = root?.locale ?? defaultLocale
  return (
    <LocaleContext.Provider value={locale}>
      <html lang={locale}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#0E6B4A" />
          <Meta />
          <Links />
          {root?.leavesBy ? <script defer src="/leave-host.js" data-parts={root.leavesBy} {...(nonce ? { nonce } : {})} /> : null}
        </head>
        <body>
          <SkipLink />
          {children}
          <ScrollRestoration {...(nonce ? { nonce } : {})} />
          <Scripts {...(nonce ? { nonce } : {})} />
        </body>
      </html>
    </LocaleContext.Provider>
  )
}

function SkipLink() {
  const t = useMessages(commonMessages)
  return (
    <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-paper focus:px-4 focus:py-3">
      {t.skipToContent}
    </a>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const { title, text, reference } = useFailure()
  const { backHome } = useMessages(commonMessages)
  return (
    <main id="main" className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-16">
      <img src="/marks/seal.svg" alt="" width={64} height={64} />
      <h1 className="text-3xl">{title}</h1>
      <p>{text}</p>
      {reference ? <p className="text-ink-2">{reference}</p> : null}
      <Link to="/" className="inline-flex min-h-11 items-center font-semibold text-indigo">
        {backHome}
      </Link>
    </main>
  )
}

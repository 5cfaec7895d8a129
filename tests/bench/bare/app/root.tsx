import { Links, Meta, Outlet, Scripts } from '@remix-run/react'
import { LocaleContext } from '#app/i18n/use-messages.ts'

export default function Root() {
  return (
    <LocaleContext.Provider value="zh-CN">
      <html lang="zh-CN">
        <head>
          <Meta />
          <Links />
        </head>
        <body>
          <Outlet />
          <Scripts />
        </body>
      </html>
    </LocaleContext.Provider>
  )
}

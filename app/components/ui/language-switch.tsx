import { Form, useLocation } from '@remix-run/react'
import { useLocale } from '#app/i18n/use-messages.ts'

/** The other language, one press away; the page stays. */
export function LanguageSwitch() {
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button type="submit" name="lang" value={other} lang={other} className="min-h-11 text-indigo underline">
        {other === 'en' ? 'English' : '中文'}
      </button>
    </Form>
  )
}

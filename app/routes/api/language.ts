import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { rememberLocale } from '#app/http/locale.server.ts'
import { pathOnly } from '#app/http/path-only.server.ts'
import { defaultLocale, isLocale } from '#app/i18n/locale.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const lang = form.get('lang')
  const target = new URL(pathOnly(form.get('returnTo')), 'http://localhost')
  target.searchParams.delete('lang')
  return redirect(target.pathname + target.search, {
    headers: { 'Set-Cookie': rememberLocale(isLocale(lang) ? lang : defaultLocale) },
  })
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AccountPart, AccountShell } from '#app/components/account/account-shell.tsx'
import { DeleteForm, WhatGoes } from '#app/components/account/delete-form.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { allowTry, auth } from '#app/http/auth.server.ts'
import { forgetBasket } from '#app/http/basket.server.ts'
import { mediaStore } from '#app/http/media-store.server.ts'
import { found, notFound } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { privacyMessages } from '#app/i18n/messages/privacy.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { deleteAccount, findObstacles } from '#app/services/account/delete-account.server.ts'
import { provePerson } from '#app/services/identity/prove-person.server.ts'
import { sendCode } from '#app/services/identity/sign-in.server.ts'
import { findAccess } from '#db/queries/account/access.server.ts'
import { requireCustomer } from './require-customer.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => privacyMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireCustomer(request)
  const { hasPassword, phone } = found(await findAccess(db().reader, who.userId))
  const obstacles = await findObstacles(db().reader, who)
  return { obstacles, hasPassword, ending: phone?.slice(-4) ?? null, isBusy: new URL(request.url).searchParams.has('busy') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId, customerId } = await requireCustomer(request)
  const form = await request.formData()
  if (!(await allowTry('leave', userId))) return data({ state: 'too_many_tries' as const }, { status: 429 })
  const { phone } = found(await findAccess(db().reader, userId))
  switch (form.get('intent')) {
    case 'code': {
      const sent = await sendCode(auth(), { phone: found(phone), client: request.headers })
      return sent.ok ? data({ state: 'code_sent' as const }) : data({ state: sent.refusal.code }, { status: 429 })
    }
    case 'delete':
      return await leave(request, form, { userId, customerId })
    default:
      throw notFound()
  }
}

async function leave(request: Request, form: FormData, who: { userId: string; customerId: string }) {
  if (!form.has('understood')) return data({ state: 'not_understood' as const }, { status: 400 })
  const proof = String(form.get('proof') ?? '').trim()
  const isProved = await provePerson(db().reader, auth(), { userId: who.userId, proof, client: request.headers })
  if (!isProved) return data({ state: 'wrong_proof' as const }, { status: 422 })
  const left = await deleteAccount(db(), mediaStore(), { ...who, withReviewPictures: form.has('pictures'), now: now() })
  if (!left.ok) return data({ state: left.refusal.code }, { status: 409 })
  const { headers } = await auth().api.signOut({ headers: request.headers, returnHeaders: true })
  const cleared = new Headers({ 'Clear-Site-Data': '"storage"' })
  for (const cookie of [...headers.getSetCookie(), forgetBasket()]) cleared.append('Set-Cookie', cookie)
  return redirect('/sign-in?isGone=1', { headers: cleared })
}

export default function Privacy() {
  const t = useMessages(privacyMessages)
  const { obstacles, hasPassword, ending, isBusy } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state ?? null
  return (
    <AccountShell title={t.title}>
      <p className="text-ink-2">{t.lead}</p>
      {isBusy || state === 'too_many_tries' ? <Notice tone="bad" title={t.tooManyTries} /> : null}
      <AccountPart title={t.exportTitle}>
        <p>{t.exportLead}</p>
        <Form method="post" action="/account/privacy/export" reloadDocument>
          <Button type="submit" look="plain">
            {t.download}
          </Button>
        </Form>
      </AccountPart>
      <AccountPart title={t.deleteTitle}>
        <WhatGoes />
        {obstacles.length > 0 ? (
          <Notice tone="warn" title={t.cannot}>
            <ul className="list-disc pl-5">
              {obstacles.map((code) => (
                <li key={code}>{t[code]}</li>
              ))}
            </ul>
            {obstacles.includes('subscription_active') ? (
              <ButtonLink to="/account/subscriptions" look="plain" className="mt-2">
                {t.endSubscriptions}
              </ButtonLink>
            ) : null}
          </Notice>
        ) : (
          <DeleteForm hasPassword={hasPassword} ending={ending} state={state} />
        )}
      </AccountPart>
    </AccountShell>
  )
}

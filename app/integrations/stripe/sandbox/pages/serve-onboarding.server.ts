import express, { type Request, type Response, type Router } from 'express'
import { type FormTree, parseForm } from '#app/integrations/stripe/sandbox/api/parse-form.server.ts'
import { completeAccount } from '#app/integrations/stripe/sandbox/objects/build-account.server.ts'
import { beginWork, type Host, NOBODY } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { recordEvent } from '#app/integrations/stripe/sandbox/payments/record-event.server.ts'
import { type AccountLink, findAccountLink, spendAccountLink } from '#app/integrations/stripe/sandbox/store/keep-account-links.server.ts'
import { findObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { chooseLanguage } from './choose-language.server.ts'
import { sendPage } from './lay-out-page.server.ts'
import { showBrokenLink, showOnboardingPage } from './show-onboarding-page.server.ts'

/** The page an account link leads to. A link that is spent or too old leads back to where a new one is made. */
export function serveOnboarding(host: Host): Router {
  const router = express.Router()
  router.get('/sandbox/onboarding/:token', (req, res) => {
    const link = openLink(host, req, res)
    if (link) show(host, req, res, link)
  })
  router.post('/sandbox/onboarding/:token', (req, res) => {
    const link = openLink(host, req, res)
    if (!link) return
    const form = parseForm(typeof req.body === 'string' ? req.body : '')
    const name = readText(form, 'name')
    if (name === '' || readText(form, 'number') === '' || form.get('agree') !== '1') {
      show(host, req, res, link, name)
      return
    }
    complete(host, link, name)
    host.afterCommit()
    res.redirect(303, link.returnUrl)
  })
  return router
}

type Visit = Request<{ token: string }>

/** @returns the link while it is good; else it has been answered */
function openLink(host: Host, req: Visit, res: Response): AccountLink | null {
  const link = findAccountLink(host.store, req.params.token)
  if (!link) {
    sendPage(res, 404, showBrokenLink(chooseLanguage(null, req.get('accept-language')), req.baseUrl))
    return null
  }
  if (link.used === 0 && link.expiresAtS > beginWork(host, NOBODY).atS) return link
  res.redirect(303, link.refreshUrl)
  return null
}

function show(host: Host, req: Visit, res: Response, link: AccountLink, refusedName?: string): void {
  const account = findObject(host.store, 'account', link.account)
  const language = chooseLanguage(null, req.get('accept-language'))
  if (!account) {
    sendPage(res, 404, showBrokenLink(language, req.baseUrl))
    return
  }
  const refused = refusedName !== undefined
  const name = refusedName ?? account.business_profile?.name ?? ''
  const page = showOnboardingPage({ account, name, returnUrl: link.returnUrl, refused, language, base: req.baseUrl })
  sendPage(res, refused ? 400 : 200, page, [new URL(link.returnUrl).origin])
}

function complete(host: Host, link: AccountLink, name: string): void {
  const { store } = host
  store.transact(() => {
    const account = findObject(store, 'account', link.account)
    if (!account) return
    const work = beginWork(host, NOBODY)
    spendAccountLink(store, link.token)
    const completed = replaceObject(store, completeAccount(account, { name, atS: work.atS }))
    recordEvent(work, { type: 'account.updated', data: { object: completed } })
  })
}

const readText = (form: FormTree, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().slice(0, 80) : ''
}

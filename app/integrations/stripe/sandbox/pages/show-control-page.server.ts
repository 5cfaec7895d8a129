import type Stripe from 'stripe'
import type { Faults } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import type { DeliveryOutcome } from '#app/integrations/stripe/sandbox/store/queue-deliveries.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import { formatMoney, formatTime, type Language } from './choose-language.server.ts'
import { layOutPage, showTable } from './lay-out-page.server.ts'
import { CONTROL_WORDS } from './say-control-words.server.ts'
import { showBalance, showDisputes, showOutgoing } from './show-money-out.server.ts'
import { html, type Markup } from './write-html.server.ts'

export type Control = {
  faults: Faults
  atMs: number
  balance: readonly { currency: string; available: number; pending: number }[]
  sessions: readonly { session: Stripe.Checkout.Session; disputable: boolean }[]
  disputes: readonly Stripe.Dispute[]
  outgoing: readonly (Stripe.Transfer | Stripe.Payout)[]
  events: readonly { event: Stripe.Event; deliveries: readonly DeliveryOutcome[] }[]
  saved: boolean
  language: Language
  base: string
}

const SWITCHES = ['duplicateWebhooks', 'reorderWebhooks'] as const
const NUMBERS = [
  'webhookDelayMs',
  'webhooksToDrop',
  'callsToRefuse',
  'callsToCut',
  'answerDelayMs',
  'refundsToFail',
  'refundsToFailAtOnce',
  'movesToRefuse',
  'paymentsToDispute',
  'payoutsToFail',
] as const
const MINUTE_MS = 60_000

/** The control page: what shall go wrong, what time it is, what has happened lately. */
export function showControlPage(control: Control): Markup {
  const { language, base, saved } = control
  const words = CONTROL_WORDS[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const body = html`
<main>
  <p class="badge"><a href="${base}/sandbox?lang=${other}" lang="${other}">${words.otherLanguage}</a></p>
  <h1>${words.title}</h1>
  <p>${words.intro}</p>
  ${saved && html`<p class="notice" role="status">${words.saved}</p>`}
  ${showFaults(control)}
  ${showClock(control)}
  ${showBalance(control)}
  ${showSessions(control)}
  ${showDisputes(control)}
  ${showOutgoing(control)}
  ${showEvents(control)}
</main>`
  return layOutPage({ title: words.title, language, body, base })
}

function showFaults({ faults, language, base }: Control): Markup {
  const words = CONTROL_WORDS[language]
  return html`
  <form method="post" action="${base}/sandbox/faults?lang=${language}">
    <h2>${words.faults}</h2>
    <div class="fields">
      ${SWITCHES.map((name) => html`<label class="switch"><input type="checkbox" name="${name}" value="1"${faults[name] === 1 && html` checked`}> ${words.fault[name]}</label>`)}
      ${NUMBERS.map((name) => html`<label>${words.fault[name]} <input type="number" name="${name}" min="0" max="86400000" step="1" value="${faults[name]}"></label>`)}
      <label>${words.fault.refuseStatus} <select name="refuseStatus">${[409, 429, 500].map(
        (status) => html`<option${faults.refuseStatus === status && html` selected`}>${status}</option>`,
      )}</select></label>
    </div>
    <p class="actions"><button class="primary" name="action" value="save">${words.save}</button>
      <button name="action" value="clear">${words.clear}</button></p>
  </form>`
}

function showClock({ faults, atMs, language, base }: Control): Markup {
  const words = CONTROL_WORDS[language]
  return html`
  <form method="post" action="${base}/sandbox/clock?lang=${language}">
    <h2>${words.clock}</h2>
    <p>${words.clockNow}: ${formatTime(atMs, language)} · ${words.clockAhead}: ${Math.floor(faults.clockAheadMs / MINUTE_MS)}</p>
    <div class="fields"><label>${words.advance} <input type="number" name="minutes" min="1" max="525600" step="1" value="30" required></label>
      <button>${words.advanceButton}</button></div>
  </form>`
}

function showSessions({ sessions, language, base }: Control): Markup {
  const words = CONTROL_WORDS[language]
  const rows = sessions.map(({ session, disputable }) => {
    const id = session.client_reference_id ?? session.id.slice(0, 20)
    return html`
      <tr><td>${formatTime(session.created * 1000, language)}</td><td>${formatMoney(session.amount_total ?? 0, session.currency ?? 'cny', language)}</td>
        <td>${words.sessionStatus[session.status ?? ''] ?? session.status}</td>
        <td><code>${id}</code></td>
        <td>${session.status === 'open' && html`<a href="${base}/sandbox/checkout/${session.id}">${words.open}</a>`}
          ${
            disputable &&
            html`<form method="post" action="${base}/sandbox/payments/${idOf(session.payment_intent)}/dispute?lang=${language}">
            <button aria-label="${words.disputeOf} ${id}">${words.dispute}</button></form>`
          }</td></tr>`
  })
  return showTable(words.sessions, [words.created, words.amount, words.status, words.id, ''], rows, words.none)
}

function showEvents({ events, language, base }: Control): Markup {
  const words = CONTROL_WORDS[language]
  const rows = events.map(
    ({ event, deliveries }) => html`
      <tr><td>${formatTime(event.created * 1000, language)}</td><td><code>${event.type}</code></td>
        <td>${deliveries.length === 0 ? words.notSent : deliveries.map(({ state, attempts, note }) => html`${words.state[state]} · ${attempts} ${words.attempts}${note !== null && html` · ${note}`}<br>`)}</td>
        <td><form method="post" action="${base}/sandbox/events/${event.id}/resend?lang=${language}">
          <button aria-label="${words.resendOf} ${event.type} ${event.id}">${words.resend}</button></form></td></tr>`,
  )
  return showTable(words.events, [words.created, words.kind, words.deliveries, ''], rows, words.none)
}

import type Stripe from 'stripe'
import type { SessionLine } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { formatMoney, type Language } from './choose-language.server.ts'
import { layOutPage } from './lay-out-page.server.ts'
import { CHECKOUT_WORDS } from './say-checkout-words.server.ts'
import { html, type Markup } from './write-html.server.ts'

type Session = Stripe.Checkout.Session
type Checkout = { session: Session; lines: readonly SessionLine[]; declined: boolean; language: Language; base: string }

/** The hosted page of an open session: what is bought, how to pay, and (this being a sandbox) how it turns out. */
export function showCheckoutPage({ session, lines, declined, language, base }: Checkout): Markup {
  const words = CHECKOUT_WORDS[language]
  const money = (amount: number) => formatMoney(amount, session.currency ?? 'cny', language)
  const body = html`
<main class="checkout">
  <p class="badge">${words.sandbox}</p>
  <h1>${words.toPay} <strong class="price">${money(session.amount_total ?? 0)}</strong></h1>
  ${declined && html`<p class="alert" role="alert">${words.declined}</p>`}
  <section aria-labelledby="items">
    <h2 id="items">${words.items}</h2>
    <ul class="lines">${lines.map(
      (line) => html`
      <li><span>${line.name}<small>${words.quantity} ${line.quantity}</small></span> <span class="sum">${money(line.unitAmount * line.quantity)}</span></li>`,
    )}
    </ul>
  </section>
  <form method="post">
    <fieldset>
      <legend>${words.method}</legend>${session.payment_method_types.map(
        (method, index) => html`
      <label class="choice"><input type="radio" name="method" value="${method}"${index === 0 && html` checked`}> ${nameMethod(method, language)}</label>`,
      )}
    </fieldset>
    <fieldset>
      <legend>${words.outcome}</legend>
      <p class="hint">${words.outcomeHint}</p>
      <button class="primary" name="outcome" value="succeed">${words.succeed}</button>
      <button name="outcome" value="decline">${words.decline}</button>
      ${session.payment_method_types.includes('card') && html`<button name="outcome" value="dispute">${words.dispute}</button>`}
      ${session.cancel_url !== null && html`<button name="outcome" value="cancel">${words.cancel}</button>`}
    </fieldset>
  </form>
</main>`
  return layOutPage({ title: words.title, language, body, base })
}

const nameMethod = (method: string, language: Language): string =>
  method === 'card' || method === 'alipay' || method === 'wechat_pay' ? CHECKOUT_WORDS[language][method] : method

/** A session that can no longer be paid, with the way on: to where a paid order leads, or back to the shop. */
export function showClosedPage({ session, language, base }: Omit<Checkout, 'lines' | 'declined'>): Markup {
  const words = CHECKOUT_WORDS[language]
  const paid = session.status === 'complete'
  const onward = paid ? returnAddress(session) : session.cancel_url
  const body = html`
<main class="checkout">
  <p class="badge">${words.sandbox}</p>
  <h1>${paid ? words.paidTitle : words.expiredTitle}</h1>
  <p>${paid ? words.paidText : words.expiredText}</p>
  ${onward !== null && html`<p><a class="button" href="${onward}">${words.backToShop}</a></p>`}
</main>`
  return layOutPage({ title: words.title, language, body, base })
}

export function showMissingPage(language: Language, base: string): Markup {
  const words = CHECKOUT_WORDS[language]
  const body = html`<main class="checkout"><h1>${words.missingTitle}</h1><p>${words.missingText}</p></main>`
  return layOutPage({ title: words.missingTitle, language, body, base })
}

/** Where a paid session leads: its `success_url` with the session's id filled in. */
export const returnAddress = ({ success_url: url, id }: Session): string => (url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', id)

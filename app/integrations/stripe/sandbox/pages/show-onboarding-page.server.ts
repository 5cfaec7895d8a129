import type Stripe from 'stripe'
import type { Language } from './choose-language.server.ts'
import { layOutPage } from './lay-out-page.server.ts'
import { ONBOARDING_WORDS } from './say-onboarding-words.server.ts'
import { html, type Markup } from './write-html.server.ts'

type Onboarding = { account: Stripe.Account; name: string; returnUrl: string; refused: boolean; language: Language; base: string }

/** The hosted page on which an account's holder tells what is due. */
export function showOnboardingPage({ account, name, returnUrl, refused, language, base }: Onboarding): Markup {
  const words = ONBOARDING_WORDS[language]
  const body = html`
<main class="checkout">
  <p class="badge">${words.sandbox}</p>
  <h1>${words.title}</h1>
  <p>${words.intro}<small><code>${account.id}</code></small></p>
  ${refused && html`<p class="alert" role="alert">${words.wanted}</p>`}
  <form method="post">
    <label class="field">${words.name} <input type="text" name="name" value="${name}" maxlength="80" autocomplete="organization" required></label>
    <label class="field">${words.number} <input type="text" name="number" inputmode="numeric" maxlength="40" autocomplete="off" aria-describedby="number-hint" required></label>
    <p class="hint" id="number-hint">${words.numberHint}</p>
    <label class="choice"><input type="checkbox" name="agree" value="1" required> ${words.agree}</label>
    <button class="primary">${words.done}</button>
  </form>
  <p><a class="button" href="${returnUrl}">${words.back}</a></p>
</main>`
  return layOutPage({ title: words.title, language, body, base })
}

export function showBrokenLink(language: Language, base: string): Markup {
  const words = ONBOARDING_WORDS[language]
  const body = html`<main class="checkout"><h1>${words.missingTitle}</h1><p>${words.missingText}</p></main>`
  return layOutPage({ title: words.missingTitle, language, body, base })
}

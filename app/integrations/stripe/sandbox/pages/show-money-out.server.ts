import type Stripe from 'stripe'
import { isUndecided } from '#app/integrations/stripe/sandbox/payments/dispute-charge.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import { formatMoney, formatTime, type Language } from './choose-language.server.ts'
import { showTable } from './lay-out-page.server.ts'
import { CONTROL_WORDS } from './say-control-words.server.ts'
import { html, type Markup } from './write-html.server.ts'

type Balance = { currency: string; available: number; pending: number }
type Place = { language: Language; base: string }

export function showBalance({ balance, language }: Place & { balance: readonly Balance[] }): Markup {
  const words = CONTROL_WORDS[language]
  return html`<h2>${words.balance}</h2>${
    balance.length === 0
      ? html`<p>${words.none}</p>`
      : balance.map(
          ({ currency, available, pending }) =>
            html`<p>${words.available} ${formatMoney(available, currency, language)} · ${words.onTheWay} ${formatMoney(pending, currency, language)}</p>`,
        )
  }`
}

/** Disputes, with the bank's two answers while it has not given one. */
export function showDisputes({ disputes, language, base }: Place & { disputes: readonly Stripe.Dispute[] }): Markup {
  const words = CONTROL_WORDS[language]
  const rows = disputes.map(
    (dispute) => html`
      <tr><td>${formatTime(dispute.created * 1000, language)}</td><td>${formatMoney(dispute.amount, dispute.currency, language)}</td>
        <td>${words.disputeStatus[dispute.status] ?? dispute.status}</td><td><code>${dispute.id}</code></td>
        <td>${
          isUndecided(dispute) &&
          html`<form method="post" action="${base}/sandbox/disputes/${dispute.id}?lang=${language}">
          <button name="outcome" value="won" aria-label="${words.win}: ${words.decideOf} ${dispute.id}">${words.win}</button>
          <button name="outcome" value="lost" aria-label="${words.lose}: ${words.decideOf} ${dispute.id}">${words.lose}</button></form>`
        }</td></tr>`,
  )
  return showTable(words.disputes, [words.created, words.amount, words.status, words.id, ''], rows, words.none)
}

/** What left our balance for farms' accounts and for our own bank, newest first. */
export function showOutgoing({ outgoing, language }: Place & { outgoing: readonly (Stripe.Transfer | Stripe.Payout)[] }): Markup {
  const words = CONTROL_WORDS[language]
  const money = (amount: number, currency: string) => formatMoney(amount, currency, language)
  const rows = [...outgoing]
    .sort((a, b) => b.created - a.created)
    .map((move) => {
      const state =
        move.object === 'payout'
          ? (words.payoutStatus[move.status] ?? move.status)
          : move.amount_reversed > 0 && html`${words.reversed} ${money(move.amount_reversed, move.currency)}`
      return html`
      <tr><td>${formatTime(move.created * 1000, language)}</td><td>${words.kindOf[move.object]}</td>
        <td>${money(move.amount, move.currency)}</td><td>${state}</td><td><code>${idOf(move.destination)}</code></td></tr>`
    })
  return showTable(words.outgoing, [words.created, words.kind, words.amount, words.status, words.to], rows, words.none)
}

import type { Transfer } from '#app/domain/ledger/posting.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

export type AccountPart = { account: string; amountFen: Fen }

/**
 * What a set of transfers takes from each account and brings to each, net: money that only passes through escrow is in neither
 * list. In the order of the transfers; both lists sum to the same.
 */
export function whoBears(transfers: readonly Transfer[]): { gives: AccountPart[]; gets: AccountPart[] } {
  const net = new Map<string, number>()
  for (const { debit, credit, amountFen } of transfers) {
    net.set(debit, (net.get(debit) ?? 0) - amountFen)
    net.set(credit, (net.get(credit) ?? 0) + amountFen)
  }
  const parts = [...net].map(([account, amount]) => ({ account, amount }))
  const part = ({ account, amount }: { account: string; amount: number }) => ({ account, amountFen: fen(Math.abs(amount)) })
  return { gives: parts.filter(({ amount }) => amount < 0).map(part), gets: parts.filter(({ amount }) => amount > 0).map(part) }
}

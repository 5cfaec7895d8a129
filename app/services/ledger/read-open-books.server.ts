import { addDays } from '#app/domain/business-day.ts'
import { monthSpan } from '#app/domain/ledger/month-span.ts'
import { type BookAccount, bookMonths } from '#app/domain/ledger/open-books.ts'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { explainPayout, type PayoutStep } from '#app/domain/settlement/explain-payout.ts'
import { type Party, pendingAccounts } from '#app/domain/settlement/party.ts'
import { reckonParty } from '#app/domain/settlement/reckon-party.ts'
import type { Reader } from '#db/connection.ts'
import { findBookFigure, findBookMoves } from '#db/queries/ledger/open-books.server.ts'
import { findOwnMoves, findSalesDivided } from '#db/queries/settlement/settlement-books.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

const monthsShown = 6

/** The months up to this one, oldest first. */
function monthsUpTo(month: string): string[] {
  const months = [month]
  while (months.length < monthsShown) months.unshift(addDays(`${months[0]}-01`, -1).slice(0, 7))
  return months
}

type Question = { today: string; month: string | null; account: BookAccount | null }

/** The alliance's open books of the last months, and one figure of them opened, where one is asked for. */
export async function readOpenBooks(reader: Db, { today, month: asked, account }: Question) {
  const months = monthsUpTo(today.slice(0, 7))
  const month = asked !== null && months.includes(asked) ? asked : today.slice(0, 7)
  const [moves, rows] = await Promise.all([
    findBookMoves(reader, { first: months[0] ?? month, last: today.slice(0, 7) }),
    account === null ? null : findBookFigure(reader, { account, month }),
  ])
  return { month, months: bookMonths(months, moves), opened: account && rows ? { account, month, rows } : null }
}

/** How a member's own share of a month came about, from gross to net. */
export async function readOwnShare(reader: Db, { party, month }: { party: Party; month: string }): Promise<PayoutStep[]> {
  const window = monthSpan(month)
  const [sales = [], commission = []] = await Promise.all(
    pendingAccounts(party).map((accountId) => findOwnMoves(reader, { accountId, ...window })),
  )
  const acceptances = party.type === 'farm' ? await findSalesDivided(reader, { farmId: party.id, ...window }) : []
  const net = (moves: typeof sales) => sumFen(moves.map(({ signedFen }) => signedFen))
  const line = reckonParty({
    party,
    moves: [...sales, ...commission],
    acceptances,
    orders: 0,
    unsettled: { salesFen: net(sales), commissionFen: net(commission) },
    broughtForwardFen: fen(0),
    disputedFen: fen(0),
  })
  const steps = explainPayout(line, acceptances)
  return steps.slice(0, steps.findIndex(({ key }) => key === 'net') + 1)
}

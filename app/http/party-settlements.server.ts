import type { LoaderFunctionArgs } from '@remix-run/node'
import { addDays, businessDay, shanghaiInstant } from '#app/domain/business-day.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import { BooksSearch } from '#app/schemas/books.ts'
import { FileFormat, SettlementParams } from '#app/schemas/settlement.ts'
import { readOpenBooks, readOwnShare } from '#app/services/ledger/read-open-books.server.ts'
import { exportPartySettlement } from '#app/services/settlement/export-party-settlement.server.ts'
import { readPartySettlement } from '#app/services/settlement/read-party-settlement.server.ts'
import { fileResponse } from './file-response.server.ts'
import { localeOf } from './locale.server.ts'
import { found, parseParams } from './parse.server.ts'
import { db, now } from './runtime.server.ts'

const searchOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams)

/** The open books for a member, with how its own share of the month came about. */
export async function readMemberBooks(request: Request, party: Party) {
  const { reader } = db()
  const books = await readOpenBooks(reader, { today: businessDay(now()), ...BooksSearch.parse(searchOf(request)) })
  return { ...books, own: await readOwnShare(reader, { party, month: books.month }) }
}

/** One of a party's settlements as its page shows it, and the time its lines are from. @throws 404 when it is none of theirs */
export async function readSettlement(params: LoaderFunctionArgs['params'], party: Party) {
  const { settlementId } = parseParams(params, SettlementParams)
  const read = found(await readPartySettlement(db().reader, { party, settlementId }))
  const { window, line, untilOn, approvedAt: _, ...settlement } = read
  const andBefore = window.from < shanghaiInstant(settlement.fromOn)
  return { settlement: { ...settlement, orders: line.orders, lastOn: addDays(untilOn, -1), andBefore }, window }
}

/** One of a party's settlements as a file. @throws 404 when it is none of theirs */
export async function sendSettlementFile({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>, party: Party) {
  const { settlementId } = parseParams(params, SettlementParams)
  const { format } = parseParams(searchOf(request), FileFormat)
  const file = found(await exportPartySettlement(db().reader, { party, settlementId, format, locale: localeOf(request) }))
  return fileResponse({ ...file, type: format })
}

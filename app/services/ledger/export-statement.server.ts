import { businessDay } from '#app/domain/business-day.ts'
import type { Cell } from '#app/domain/catalog/read-sheet-cell.ts'
import type { FarmAccount } from '#app/domain/ledger/farm-statement.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { sayLedgerEvent } from '#app/i18n/say-ledger-event.ts'
import { writeCsv, writeXlsx } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import type { Reader } from '#db/connection.ts'
import { readStatement, type ToldLine } from './read-statement.server.ts'

type Export = { farmId: string; account: FarmAccount; month: string; format: 'csv' | 'xlsx'; locale: Locale }

const linesAtOnce = 500

/** A month of one account as a file for the farm's own books, oldest line first; amounts in yuan. */
export async function exportStatement(
  reader: Pick<Reader, 'select'>,
  { format, locale, ...question }: Export,
): Promise<{ filename: string; bytes: Buffer }> {
  const t = farmStatementMessages[locale]
  const lines: ToldLine[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readStatement>> = await readStatement(reader, { ...question, before, limit: linesAtOnce })
    lines.push(...page.lines)
    before = page.nextBefore
  } while (before !== null)
  const rows: Cell[][] = [statementHeader(locale), ...lines.reverse().map((line) => statementRow(line, question.account, locale))]
  const filename = `${t.fileName(t[question.account], question.month)}.${format}`
  return { filename, bytes: format === 'csv' ? writeCsv(rows) : await writeXlsx([{ name: t.sheetName, rows }]) }
}

export function statementHeader(locale: Locale): Cell[] {
  const t = farmStatementMessages[locale]
  return [
    t.date,
    t.event,
    t.what,
    t.quantity,
    t.producer,
    t.alias,
    t.gross,
    t.topUp,
    t.commissionPaid,
    t.service,
    t.brand,
    t.margin,
    t.reserve,
    t.net,
    t.reference,
  ]
}

/** A line of one of a farm's accounts under that header. */
export function statementRow({ id, at, event, sold, breakdown, netFen }: ToldLine, account: FarmAccount, locale: Locale): Cell[] {
  const said = sold && `${inLocale(locale, sold.productZh, sold.productEn)} ${inLocale(locale, sold.sizeZh, sold.sizeEn)}`
  const amounts = breakdown
    ? [
        breakdown.grossFen,
        breakdown.topUpFen,
        breakdown.commissionFen,
        breakdown.serviceFen,
        breakdown.brandFen,
        breakdown.marginFen,
        breakdown.reserveFen,
      ]
    : Array.from({ length: 7 }, () => null)
  return [
    businessDay(at),
    sayLedgerEvent(farmStatementMessages[locale], event, account),
    said,
    sold?.quantity ?? null,
    sold && inLocale(locale, sold.producerZh, sold.producerEn),
    sold?.alias ?? null,
    ...[...amounts, netFen].map((amountFen) => (amountFen === null ? null : amountFen / 100)),
    id,
  ]
}

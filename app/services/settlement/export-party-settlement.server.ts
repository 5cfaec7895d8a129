import type { Cell } from '#app/domain/catalog/read-sheet-cell.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { writeCsv, writeXlsx } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import { earningsHeader, earningsRows } from '#app/services/leader/export-earnings.server.ts'
import { statementHeader, statementRow } from '#app/services/ledger/export-statement.server.ts'
import type { Reader } from '#db/connection.ts'
import { readFarmLines, readLeaderLines, readPartySettlement } from './read-party-settlement.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>
type Export = { party: Party; settlementId: string; format: 'csv' | 'xlsx'; locale: Locale }

/** All of it: a spreadsheet can hold a million rows, a week of a farm's has thousands at most. */
const allLines = 100_000

/**
 * A party's settlement as a file: how the amount came about, and the lines it was reckoned from, oldest first; amounts in yuan.
 * @returns null when it is not approved, or nothing of theirs
 */
export async function exportPartySettlement(reader: Db, { party, settlementId, format, locale }: Export) {
  const settlement = await readPartySettlement(reader, { party, settlementId })
  if (!settlement) return null
  const t = settlementMessages[locale]
  const summary: Cell[][] = [
    [t.settlementOf(settlement.period), t.amount],
    ...settlement.steps.map(({ key, amountFen }): Cell[] => [t[`step_${key}`], amountFen / 100]),
  ]
  const lines = await linesOf(reader, party, settlement.window, locale)
  const sheets = [
    { name: t.summarySheet, rows: summary },
    { name: t.linesSheet, rows: lines },
  ]
  const bytes = format === 'csv' ? writeCsv([...summary, [], ...lines]) : await writeXlsx(sheets)
  return { filename: `${t.fileName(settlement.period)}.${format}`, bytes }
}

type Window = { from: Date; until: Date }

async function linesOf(reader: Db, { type, id }: Party, window: Window, locale: Locale): Promise<Cell[][]> {
  if (type === 'leader') {
    const { lines } = await readLeaderLines(reader, { leaderId: id, window, limit: allLines })
    return [earningsHeader(locale), ...earningsRows(lines.reverse(), locale)]
  }
  const rows: Cell[][] = [statementHeader(locale)]
  for (const account of ['sales', 'commission'] as const) {
    const { lines } = await readFarmLines(reader, { farmId: id, account, window, limit: allLines })
    rows.push(...lines.reverse().map((line) => statementRow(line, account, locale)))
  }
  return rows
}

import { businessDay } from '#app/domain/business-day.ts'
import type { Cell } from '#app/domain/catalog/read-sheet-cell.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { sayEarning } from '#app/i18n/say-earning.ts'
import { writeCsv, writeXlsx } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import type { Reader } from '#db/connection.ts'
import { type Earning, readEarnings } from './read-earnings.server.ts'

type Export = { leaderId: string; format: 'csv' | 'xlsx'; locale: Locale; now: Date }

const linesAtOnce = 500

/** Everything that ever moved a leader's account as a file, oldest first, with the balance after each; amounts in yuan. */
export async function exportEarnings(
  reader: Pick<Reader, 'select'>,
  { leaderId, format, locale, now }: Export,
): Promise<{ filename: string; bytes: Buffer }> {
  const t = leaderMessages[locale]
  const lines: Earning[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readEarnings>> = await readEarnings(reader, { leaderId, before, limit: linesAtOnce })
    lines.push(...page.lines)
    before = page.nextBefore
  } while (before !== null)
  const rows: Cell[][] = [earningsHeader(locale), ...earningsRows(lines.reverse(), locale)]
  const filename = `${t.fileName(businessDay(now))}.${format}`
  return { filename, bytes: format === 'csv' ? writeCsv(rows) : await writeXlsx([{ name: t.sheetName, rows }]) }
}

export function earningsHeader(locale: Locale): Cell[] {
  const t = leaderMessages[locale]
  return [t.date, t.what, t.ofOrder, t.product, t.quantity, t.moved, t.balanceAfter, t.reference]
}

/** Oldest first, with the sum so far. */
export function earningsRows(lines: readonly Earning[], locale: Locale): Cell[][] {
  let balanceFen = 0
  return lines.map((line) => {
    balanceFen += line.netFen
    return rowOf(line, balanceFen, locale)
  })
}

const rowOf = ({ at, event, order, sold, netFen, postingKey }: Earning, balanceFen: number, locale: Locale): Cell[] => [
  businessDay(at),
  sayEarning(leaderMessages[locale], event),
  order?.number ?? null,
  sold && `${inLocale(locale, sold.productZh, sold.productEn)} ${inLocale(locale, sold.sizeZh, sold.sizeEn)}`,
  sold?.quantity ?? null,
  netFen / 100,
  balanceFen / 100,
  postingKey,
]

import { type Cell, cellText } from '#app/domain/catalog/read-sheet-cell.ts'
import { readYuanText, yuanText } from '#app/domain/money/yuan-text.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { AnswerRow } from '#app/domain/settlement/check-bank-answer.ts'
import { readSpreadsheet } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import { writeCsv, writeXlsx } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import type { BatchRail, PayoutOrder } from './payout-rail.ts'

const columns = {
  id: '付款编号',
  holder: '收款户名',
  bank: '开户行',
  number: '收款账号',
  amount: '金额(元)',
  outcome: '结果',
  reason: '原因',
}
const outcomes: Record<string, AnswerRow['outcome']> = { 成功: 'confirmed', 已到账: 'confirmed', 失败: 'rejected', 退回: 'rejected' }

/**
 * A batch file as banks in China take it: one payout a row, amounts in yuan, texts that cannot run as a formula, numbers of
 * accounts as text. The bank sends the same rows back with a result (成功 or 失败) and a reason in the last two columns.
 */
export const bankBatch: BatchRail = {
  async write(orders, type) {
    const rows: Cell[][] = [Object.values(columns), ...orders.map(rowOf)]
    return type === 'csv' ? writeCsv(rows) : await writeXlsx([{ name: '付款', rows }])
  },
  async read(filename, bytes) {
    const sheet = await readSpreadsheet(filename, bytes)
    if (!sheet.ok) return refuse({ code: 'not_an_answer' })
    const [header = [], ...rows] = sheet.value
    const at = (name: string) => header.findIndex((cell) => cellText(cell) === name)
    const [id, amount, outcome, reason] = [at(columns.id), at(columns.amount), at(columns.outcome), at(columns.reason)]
    if (id < 0 || amount < 0 || outcome < 0) return refuse({ code: 'not_an_answer' })
    const text = (cells: readonly Cell[], column: number) => cellText(cells[column] ?? null)
    const answers = rows.flatMap((cells, index): AnswerRow[] =>
      cells.every((cell) => cell === null)
        ? []
        : [
            {
              row: index + 2,
              payoutId: text(cells, id),
              amountFen: readYuanText(text(cells, amount)),
              outcome: outcomes[text(cells, outcome)] ?? null,
              reason: text(cells, reason).slice(0, 200),
            },
          ],
    )
    return accept(answers)
  },
}

const rowOf = ({ payoutId, holder, bank, number, amountFen }: PayoutOrder): Cell[] => [
  payoutId,
  holder,
  bank,
  number,
  yuanText(amountFen),
  null,
  null,
]

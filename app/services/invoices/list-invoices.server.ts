import { businessDay } from '#app/domain/business-day.ts'
import type { Cell } from '#app/domain/catalog/read-sheet-cell.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { invoiceAmountFen } from '#app/domain/ordering/invoice-amount.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { writeCsv } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import type { Reader } from '#db/connection.ts'
import { findInvoiceQueue, findRefunds, type InvoiceRow } from '#db/queries/account/invoices.server.ts'

export type ListedInvoice = InvoiceRow & { amountFen: Fen }

/** Invoices to issue, or issued, each with what it is made out for as of now. */
export async function listInvoices(reader: Pick<Reader, 'select'>, asked: { isOpen: boolean; limit: number }): Promise<ListedInvoice[]> {
  const rows = await findInvoiceQueue(reader, asked)
  const refunds = await findRefunds(
    reader,
    rows.map(({ orderId }) => orderId),
  )
  return rows.map((row) => ({ ...row, amountFen: invoiceAmountFen(row, refunds.get(row.orderId) ?? []) }))
}

const mostRows = 5000

/** The same as a file for the tax system, amounts in yuan; what customers typed opens as text. */
export async function exportInvoices(
  reader: Pick<Reader, 'select'>,
  { locale, now }: { locale: Locale; now: Date },
): Promise<{ filename: string; bytes: Buffer }> {
  const t = receiptMessages[locale]
  const [open, issued] = [
    await listInvoices(reader, { isOpen: true, limit: mostRows }),
    await listInvoices(reader, { isOpen: false, limit: mostRows }),
  ]
  const header: Cell[] = [t.number, t.amount, t.heading, t.taxNumber, t.email, t.askedAt, t.invoiceNumber, t.issuedAt]
  const rows = [...open, ...issued].map((row): Cell[] => [
    row.order,
    row.amountFen / 100,
    row.title,
    row.taxNumber,
    row.email,
    businessDay(row.askedAt),
    row.number,
    row.issuedAt && businessDay(row.issuedAt),
  ])
  return { filename: `${t.fileName(businessDay(now))}.csv`, bytes: writeCsv([header, ...rows]) }
}

import { productSheetTemplate } from '#app/domain/catalog/product-sheet-template.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { farmImportMessages } from '#app/i18n/messages/farm-import.ts'
import { writeCsv, writeXlsx } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'

/** The sheet a farm downloads to fill in; a workbook explains its columns on a second sheet. `today` is the example's harvest. */
export async function writeProductTemplate({ format, locale, today }: { format: 'csv' | 'xlsx'; locale: Locale; today: string }) {
  const t = farmImportMessages[locale]
  const { rows, notes } = productSheetTemplate(locale === 'en' ? 'en' : 'zh', today)
  const sheets = [
    { name: t.productsSheet, rows },
    { name: t.notesSheet, rows: notes },
  ]
  return { filename: `${t.templateName}.${format}`, bytes: format === 'csv' ? writeCsv(rows) : await writeXlsx(sheets) }
}

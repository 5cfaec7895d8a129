import { DataTable } from '#app/components/ui/data-table.tsx'
import type { OwnerProblem } from '#app/domain/catalog/part-by-owner.ts'
import type { PromisedProblem } from '#app/domain/catalog/part-promised.ts'
import type { SheetProblem } from '#app/domain/catalog/read-product-sheet.ts'
import { farmImportMessages } from '#app/i18n/messages/farm-import.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Problem = SheetProblem | OwnerProblem | PromisedProblem

/** Every code a sheet may be refused for has a sentence of the same name: this fails to compile where one is missing. */
const sentenceOf = (t: Record<Problem['code'], string>, code: Problem['code']) => t[code]

/** What has to be mended, by row and column, a sentence each and what the cell says. */
export function FarmBadRows({ problems }: { problems: readonly Problem[] }) {
  const t = useMessages(farmImportMessages)
  const words = useMessages(farmProductMessages)
  return (
    <DataTable
      caption={t.badTitle}
      rows={problems}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      columns={[
        { key: 'row', title: t.row, numeric: true, cell: ({ row }) => row },
        { key: 'column', title: t.column, cell: ({ column }) => (column === null ? t.wholeSheet : words[column]) },
        { key: 'problem', title: t.problem, cell: ({ code }) => sentenceOf(words, code) },
        { key: 'typed', title: t.typed, cell: ({ value }) => <span className="break-all">{value}</span> },
      ]}
    />
  )
}

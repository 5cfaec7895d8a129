import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { farmImportMessages } from '#app/i18n/messages/farm-import.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Row = {
  row: number
  code: string
  nameZh: string
  nameEn: string
  sizeZh: string
  sizeEn: string
  priceFen: number
  quantity: number | null
}

/** What will be listed or renewed, a row a size. */
export function FarmGoodRows({ rows }: { rows: readonly Row[] }) {
  const t = useMessages(farmImportMessages)
  const pick = usePick()
  return (
    <DataTable
      caption={t.goodTitle}
      onPhones="table"
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'row', title: t.row, numeric: true, cell: ({ row }) => row },
        { key: 'name', title: t.name, cell: ({ nameZh, nameEn }) => pick(nameZh, nameEn) },
        { key: 'size', title: t.size, cell: ({ sizeZh, sizeEn }) => pick(sizeZh, sizeEn) },
        { key: 'price', title: t.price, numeric: true, cell: ({ priceFen }) => formatFen(priceFen) },
        { key: 'stock', title: t.stock, numeric: true, cell: ({ quantity }) => quantity ?? '—' },
      ]}
    />
  )
}

import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Preview = {
  priceFen: number
  singleFen: number
  left: number
  scarce: readonly { nameZh: string; nameEn: string; left: number }[]
  farms: readonly {
    farmId: string | null
    farmZh: string | null
    farmEn: string | null
    shelfFen: number
    offFen: number
    soldFen: number
  }[]
}

/** The account of one bundle: what it costs, how many there can be and why no more, and what each farm's part sells for. */
export function BundlePreview({ preview }: { preview: Preview }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  return (
    <div className="flex flex-col gap-3">
      <p className="text-lg font-semibold">{t.previewPrice(formatFen(preview.priceFen), formatFen(preview.singleFen))}</p>
      <p>
        {t.previewLeft(preview.left)}{' '}
        <span className="text-ink-2">
          {t.scarceMark}: {preview.scarce.map((part) => `${pick(part.nameZh, part.nameEn)} (${part.left})`).join(pick('、', ', '))}
        </span>
      </p>
      <DataTable
        caption={t.previewTitle}
        rows={preview.farms}
        rowKey={({ farmId }) => farmId ?? ''}
        columns={[
          { key: 'farm', title: t.farmPart, cell: (row) => (row.farmZh && row.farmEn ? pick(row.farmZh, row.farmEn) : t.fromAlliance) },
          { key: 'shelf', title: t.shelfPrice, numeric: true, cell: (row) => formatFen(row.shelfFen) },
          { key: 'off', title: t.farmOff, numeric: true, cell: (row) => formatFen(-row.offFen) },
          { key: 'sold', title: t.farmGets, numeric: true, cell: (row) => <strong>{formatFen(row.soldFen)}</strong> },
        ]}
      />
      <p className="text-sm text-ink-2">{t.farmGetsNote}</p>
    </div>
  )
}

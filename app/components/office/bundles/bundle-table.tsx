import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Row = {
  productId: string
  slug: string
  nameZh: string
  nameEn: string
  priceFen: number
  offBp: number
  kinds: number
  left: number
  status: 'listed' | 'off'
}

/** Every bundle: what it costs and saves, how many there are, and the way to the shelf and from it. */
export function BundleTable({ rows }: { rows: readonly Row[] }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  return (
    <DataTable
      caption={t.list}
      rows={rows}
      rowKey={({ productId }) => productId}
      columns={[
        {
          key: 'name',
          title: t.name,
          cell: (row) => (
            <span className="block min-w-40">
              <Link to={`/alliance/bundles/${row.productId}`} className="inline-flex min-h-11 items-center font-semibold text-indigo">
                {pick(row.nameZh, row.nameEn)}
              </Link>
              {row.status === 'listed' ? (
                <Link to={`/products/${row.slug}`} className="flex min-h-11 items-center text-ink-2 underline">
                  {t.showInShop}
                  <span className="sr-only"> {pick(row.nameZh, row.nameEn)}</span>
                </Link>
              ) : null}
            </span>
          ),
        },
        { key: 'price', title: t.price, numeric: true, cell: (row) => formatFen(row.priceFen) },
        { key: 'off', title: t.off, numeric: true, cell: (row) => t.offPct(String(row.offBp / 100)) },
        { key: 'kinds', title: t.parts, numeric: true, cell: (row) => row.kinds },
        { key: 'left', title: t.leftNow, numeric: true, cell: (row) => row.left },
        {
          key: 'state',
          title: t.state,
          cell: ({ status }) => (
            <StatusMark tone={status === 'listed' ? 'done' : 'waiting'}>{status === 'listed' ? t.onShelf : t.offShelf}</StatusMark>
          ),
        },
        {
          key: 'action',
          title: t.action,
          cell: (row) => (
            <Form method="post" className="relative">
              <Button look="plain" name={row.status === 'listed' ? 'takeOff' : 'putOn'} value={row.productId}>
                {row.status === 'listed' ? t.takeOff : t.putOn}
                <span className="sr-only"> {pick(row.nameZh, row.nameEn)}</span>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

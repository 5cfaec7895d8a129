import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = { key: string; title: string; numeric?: boolean; cell: (row: Row) => ReactNode }

/** A table that scrolls sideways in its own frame on a phone; the frame can be reached by keyboard. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <div tabIndex={0} className="overflow-x-auto rounded-md border border-rule bg-paper">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  'border-b border-control px-3 py-2 font-semibold whitespace-nowrap',
                  column.numeric ? 'text-right' : 'text-left',
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-rule last:border-b-0">
              {columns.map((column) => (
                <td key={column.key} className={classNames('px-3 py-2 align-top', column.numeric && 'text-right whitespace-nowrap')}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = { key: string; title: string; numeric?: boolean; cell: (row: Row) => ReactNode }

/** On a phone: cards of a row each, or still a table that scrolls sideways under its first column. */
type OnPhones = 'cards' | 'table'

const looks: Record<OnPhones, { table: string; head: string; row: string; cell: string; first: string }> = {
  cards: {
    table: 'max-sm:block',
    head: 'max-sm:sr-only',
    row: 'max-sm:flex max-sm:flex-wrap max-sm:items-start max-sm:gap-x-6 max-sm:gap-y-2 max-sm:px-3 max-sm:py-3',
    cell: 'max-sm:max-w-full max-sm:p-0 max-sm:text-left max-sm:break-words max-sm:empty:hidden max-sm:**:whitespace-normal max-sm:has-[button]:before:hidden max-sm:before:block max-sm:before:text-xs max-sm:before:text-ink-2 max-sm:before:content-[attr(data-title)]',
    first: 'max-sm:w-full max-sm:max-w-full max-sm:p-0 max-sm:text-left max-sm:font-semibold max-sm:break-words',
  },
  table: {
    table: '',
    head: '',
    row: '',
    cell: 'max-sm:px-2',
    first: 'max-sm:sticky max-sm:left-0 max-sm:bg-paper max-sm:px-2',
  },
}

/**
 * Rows under titled columns. On a phone rows of more than three columns are read as cards, each figure under its title; a table
 * whose figures are compared down the page stays one (`onPhones="table"`) and scrolls in its own frame, which the keyboard reaches.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  onPhones = columns.length > 3 ? 'cards' : 'table',
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  onPhones?: OnPhones
}) {
  const look = looks[onPhones]
  const placeOf = (index: number) => (index === 0 ? look.first : look.cell)
  return (
    <div tabIndex={0} className="overflow-x-auto rounded-md border border-rule bg-paper">
      <table className={classNames('w-full border-collapse text-sm', look.table)}>
        <caption className="sr-only">{caption}</caption>
        <thead className={look.head}>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  'border-b border-control px-3 py-2 font-semibold whitespace-nowrap',
                  column.numeric ? 'text-right' : 'text-left',
                  onPhones === 'table' && placeOf(index),
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={look.table}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={classNames('border-b border-rule last:border-b-0', look.row)}>
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  data-title={column.title}
                  className={classNames('px-3 py-2 align-baseline', column.numeric && 'text-right whitespace-nowrap', placeOf(index))}
                >
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

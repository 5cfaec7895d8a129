import { openReplay, type Row } from './open-replay.ts'

/** The rows a placed order inserts, then those its payment inserts, by the column that names the order. */
const placing: [table: string, orderColumn: string][] = [
  ['orders', 'id'],
  ['order_contacts', 'order_id'],
  ['order_lines', 'order_id'],
  ['line_lots', 'order_id'],
  ['payments', 'order_id'],
]
const paying: [table: string, orderColumn: string][] = [['consignments', 'order_id']]

/**
 * What the disk and SQLite could do at best: the rows `after` has and `before` has not, written into `before` (same schema,
 * indexes and triggers) by prepared statements, two transactions an order as the services take, `synchronous=NORMAL`, no
 * decision taken and nothing read.
 */
export function replayRaw(files: { before: string; after: string }) {
  const { source, target, insert, timed } = openReplay(files)
  const known = new Set(target.prepare('select id from orders').pluck().all())
  const fresh = (source.prepare('select * from orders order by id').all() as Row[]).filter((row) => !known.has(row.id))
  const rowsOf = (table: string, column: string, id: unknown) =>
    source.prepare(`select * from "${table}" where "${column}" = ?`).all(id) as Row[]
  const steps = fresh.map((order) => {
    const events = rowsOf('order_events', 'order_id', order.id)
    const postings = rowsOf('postings', 'order_id', order.id)
    return {
      order,
      lots: rowsOf('line_lots', 'order_id', order.id) as { lot_id: string; quantity: number }[],
      waves: [...new Set(rowsOf('order_lines', 'order_id', order.id).map((line) => line.wave_id))],
      payment: rowsOf('payments', 'order_id', order.id)[0]!,
      placing: [
        ...rowsOf('customers', 'id', order.customer_id).map((row) => ['customers', row] as const),
        ...placing.flatMap(([table, column]) => rowsOf(table, column, order.id).map((row) => [table, unpaid(table, row)] as const)),
        ...events.filter((event) => event.kind === 'placed').map((row) => ['order_events', row] as const),
      ],
      paying: [
        ...paying.flatMap(([table, column]) => rowsOf(table, column, order.id).map((row) => [table, row] as const)),
        ...events.filter((event) => event.kind !== 'placed').map((row) => ['order_events', row] as const),
        ...rowsOf('processor_events', 'object_id', rowsOf('payments', 'order_id', order.id)[0]!.id).map(
          (row) => ['processor_events', row] as const,
        ),
        ...rowsOf('accounts', 'id', `2010:${order.id}`).map((row) => ['accounts', { ...row, balance_fen: 0 }] as const),
        ...postings.map((row) => ['postings', row] as const),
        ...postings.flatMap((posting) => rowsOf('transfers', 'posting_key', posting.key).map((row) => ['transfers', row] as const)),
      ],
    }
  })
  const hold = target.prepare('update lots set available = available - ?, held = held + ? where id = ? and available >= ?')
  const sell = target.prepare('update lots set held = held - ?, sold = sold + ? where id = ?')
  const claim = target.prepare('update waves set booked_drops = booked_drops + 1 where id = ?')
  const confirm = target.prepare("update orders set status = 'confirmed', paid_at = ? where id = ?")
  const settle = target.prepare("update payments set status = 'succeeded', payment_intent_id = ?, succeeded_at = ? where id = ?")
  const empty = target.prepare('delete from basket_lines where basket_id = ?')

  return timed(steps.length, () => {
    for (const step of steps) {
      target.exec('BEGIN IMMEDIATE')
      for (const [table, row] of step.placing) insert(table, row)
      for (const { lot_id, quantity } of step.lots) hold.run(quantity, quantity, lot_id, quantity)
      for (const wave of step.waves) claim.run(wave)
      target.exec('COMMIT')
      target.exec('BEGIN IMMEDIATE')
      for (const { lot_id, quantity } of step.lots) sell.run(quantity, quantity, lot_id)
      confirm.run(step.order.paid_at, step.order.id)
      settle.run(step.payment.payment_intent_id, step.payment.succeeded_at, step.payment.id)
      for (const [table, row] of step.paying) insert(table, row)
      empty.run(step.order.basket_id)
      target.exec('COMMIT')
    }
  })
}

/** An order and its payment as they stood before the money came. */
function unpaid(table: string, row: Row): Row {
  if (table === 'orders') return { ...row, status: 'awaiting_payment', paid_at: null }
  if (table === 'payments') return { ...row, status: 'opening', payment_intent_id: null, succeeded_at: null }
  return row
}

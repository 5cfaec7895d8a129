import { ownCpuSeconds, round } from './measure.ts'
import { openReplay, type Row } from './open-replay.ts'

/**
 * What the disk and SQLite could do at best: the postings, transfers and accounts `after` has and `before` has not, written
 * into `before` (same schema, indexes and triggers) by prepared statements, an order's payment in one transaction and its
 * acceptance in another, `synchronous=NORMAL`; nothing is read, hashed or checked.
 */
export function replayPostings(files: { before: string; after: string }) {
  const { source, target } = openReplay(files)
  const known = new Set(target.prepare('select key from postings').pluck().all())
  const opened = new Set(target.prepare('select id from accounts').pluck().all())
  const ofPosting = source.prepare('select * from transfers where posting_key = ? order by position')
  const account = source.prepare('select * from accounts where id = ?')
  const transactions = new Map<string, { accounts: Row[]; postings: Row[]; transfers: Row[] }>()
  for (const posting of source.prepare('select * from postings order by rowid').all() as Row[]) {
    if (known.has(posting.key)) continue
    const step = `${posting.order_id} ${posting.event === 'payment_succeeded' ? 'paid' : 'accepted'}`
    const one = transactions.get(step) ?? transactions.set(step, { accounts: [], postings: [], transfers: [] }).get(step)!
    const transfers = ofPosting.all(posting.key) as Row[]
    one.postings.push(posting)
    one.transfers.push(...transfers)
    for (const id of transfers.flatMap(({ debit, credit }) => [debit, credit])) {
      if (opened.has(id)) continue
      opened.add(id)
      one.accounts.push({ ...(account.get(id) as Row), balance_fen: 0 })
    }
  }
  const insertInto = (table: string, first: Row | undefined) => {
    const columns = Object.keys(first ?? {})
    const statement = target.prepare(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join()}) values (${columns.map(() => '?').join()})`,
    )
    return (row: Row) => statement.run(...columns.map((column) => row[column]))
  }
  const steps = [...transactions.values()]
  const insertAccount = insertInto('accounts', steps[0]?.accounts[0])
  const insertPosting = insertInto('postings', steps[0]?.postings[0])
  const insertTransfer = insertInto('transfers', steps[0]?.transfers[0])
  const cpu = ownCpuSeconds()
  const startedAt = performance.now()
  for (const { accounts, postings, transfers } of steps) {
    target.exec('BEGIN IMMEDIATE')
    for (const row of accounts) insertAccount(row)
    for (const row of postings) insertPosting(row)
    for (const row of transfers) insertTransfer(row)
    target.exec('COMMIT')
  }
  const seconds = (performance.now() - startedAt) / 1000
  const cpuSeconds = ownCpuSeconds() - cpu
  const count = steps.reduce((sum, { postings }) => sum + postings.length, 0)
  source.close()
  target.close()
  return { count, seconds: round(seconds), perSecond: round(count / seconds), perCpuSecond: round(count / cpuSeconds) }
}

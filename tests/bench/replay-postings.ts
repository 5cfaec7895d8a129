import { openReplay, type Row } from './open-replay.ts'

/**
 * What the disk and SQLite could do at best: the postings, transfers and accounts `after` has and `before` has not, written
 * into `before` (same schema, indexes and triggers) by prepared statements, an order's payment in one transaction and its
 * acceptance in another, `synchronous=NORMAL`; nothing is read, hashed or checked.
 */
export function replayPostings(files: { before: string; after: string }) {
  const { source, target, insert, timed } = openReplay(files)
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
  const steps = [...transactions.values()]
  const count = steps.reduce((sum, { postings }) => sum + postings.length, 0)
  return timed(count, () => {
    for (const { accounts, postings, transfers } of steps) {
      target.exec('BEGIN IMMEDIATE')
      for (const row of accounts) insert('accounts', row)
      for (const row of postings) insert('postings', row)
      for (const row of transfers) insert('transfers', row)
      target.exec('COMMIT')
    }
  })
}

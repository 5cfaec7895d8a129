import { id, index, instant, json, table, text, whole } from '#db/dialect/index.ts'

/** Work promised by a transaction, done after it: at least once, by handlers that are safe to call twice. */
export const outbox = table(
  'outbox',
  {
    id: id('id').primaryKey(), // `${topic}:${subjectId}`: promised once
    topic: text('topic').notNull(),
    subjectId: text('subject_id').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: whole('attempts').notNull(),
    leasedBy: text('leased_by'),
    leasedUntil: instant('leased_until'),
    doneAt: instant('done_at'),
    failedAt: instant('failed_at'),
    lastError: text('last_error'),
  },
  (t) => [index('outbox_due').on(t.doneAt, t.failedAt, t.dueAt)],
)

/** Who did what in a back office. No personal data of customers. */
export const auditEntries = table(
  'audit_entries',
  {
    id: id('id').primaryKey(),
    actorId: text('actor_id').notNull(),
    actsFor: text('acts_for').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: json<Record<string, unknown>>('detail').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('audit_entries_by_time').on(t.at), index('audit_entries_of').on(t.actsFor, t.at)],
)

/** Small facts about this database: the demo's seed day, the search index's version. */
export const facts = table('facts', {
  name: id('name').primaryKey(),
  value: text('value').notNull(),
})

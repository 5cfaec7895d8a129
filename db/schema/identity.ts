import { flag, id, index, instant, oneOf, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'

/** The four tables better-auth asks for (with its phone-number plugin), in our column vocabulary. */
export const users = table(
  'users',
  {
    id: id('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: flag('email_verified').notNull().default(false),
    image: text('image'),
    phoneNumber: text('phone_number'),
    phoneNumberVerified: flag('phone_number_verified'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('users_one_per_email').on(t.email), uniqueIndex('users_one_per_phone').on(t.phoneNumber)],
)

export const sessions = table(
  'sessions',
  {
    id: id('id').primaryKey(),
    token: text('token').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('sessions_one_per_token').on(t.token), index('sessions_of_user').on(t.userId)],
)

export const credentials = table(
  'credentials',
  {
    id: id('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('credentials_of_user').on(t.userId)],
)

export const verifications = table(
  'verifications',
  {
    id: id('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('verifications_by_identifier').on(t.identifier)],
)

/** What a signed-in person may enter. A farm's people act for one farm, a leader for one leadership. */
export const roles = table(
  'roles',
  {
    id: id('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: oneOf('role', ['farm', 'leader', 'office', 'courier']).notNull(),
    /** farm id, leader id or driver id; the alliance's own people act for 'alliance' */
    actsFor: text('acts_for').notNull(),
  },
  (t) => [uniqueIndex('roles_once').on(t.userId, t.role, t.actsFor)],
)

/** Attempts counted per key and window where several processes share a limit. */
export const rateCounters = table('rate_counters', {
  key: id('key').primaryKey(),
  hits: whole('hits').notNull(),
  resetAt: instant('reset_at').notNull(),
})

import { createAccount } from '#app/services/identity/create-account.server.ts'
import type { Database } from '#db/client.server.ts'
import { customers } from '#db/seed/data/customers.ts'
import { buyers, staff } from '#db/seed/data/people.ts'

/** Everyone who signs in to the demo does so with this. */
export const demoPassword = 'commonfield-demo'

/** Accounts for the office, the farms, the drivers, the leaders and a buyer. Known accounts stay, passwords included. */
export async function seedAccounts(db: Database, now: Date): Promise<void> {
  const people = staff.map(({ id, name, email, role, actsFor }) =>
    createAccount(db, { userId: id, name, email, password: demoPassword, roles: [{ role, actsFor }], now }),
  )
  const shoppers = buyers.flatMap(({ id, customerId, email }) => {
    const customer = customers.find((known) => known.id === customerId)
    return customer
      ? createAccount(db, { userId: id, name: customer.name, email, phone: customer.phone, password: demoPassword, roles: [], now })
      : []
  })
  await Promise.all([...people, ...shoppers])
}

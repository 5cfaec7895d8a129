import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import * as schema from '#db/schema/index.ts'
import { customers } from './data/customers.ts'
import { buyers, leaders, staff } from './data/people.ts'
import { insertMissing } from './insert-missing.server.ts'
import { neighbours } from './neighbours.ts'

/** Whoever signs in as this customer: a buyer, or the leader this customer also is. Their account is there already. */
function userOf(customerId: string): string | null {
  const leader = leaders.find((known) => known.customerId === customerId)
  const account = leader ? staff.find(({ role, actsFor }) => role === 'leader' && actsFor === leader.id) : undefined
  return account?.id ?? buyers.find((buyer) => buyer.customerId === customerId)?.id ?? null
}

const everyone = [...customers, ...neighbours.map(({ customer }) => customer)]

/** Customers of every kind of home with the door they are delivered to, and the group-buy leaders among them. */
export async function seedCustomers(tx: Tx, { today }: { today: string }): Promise<void> {
  await insertMissing(
    tx,
    schema.customers,
    everyone.map(({ id, name, phone, email, homeType, homeId, createdDaysAgo }) => ({
      id,
      userId: userOf(id),
      name,
      phone,
      email,
      homeType,
      homeId,
      createdAt: shanghaiInstant(addDays(today, -createdDaysAgo), '10:00'),
    })),
  )
  await insertMissing(
    tx,
    schema.addresses,
    everyone.map(({ id, name, phone, districtId, street, lat, lon, createdDaysAgo }) => ({
      id: `address_${id}`,
      customerId: id,
      recipient: name,
      phone,
      districtId,
      street,
      lat,
      lon,
      usedAt: shanghaiInstant(addDays(today, -createdDaysAgo), '10:00'),
    })),
  )
  await insertMissing(
    tx,
    schema.leaders,
    leaders.map(({ id, customerId, creditLimitFen, ...leader }) => ({
      ...leader,
      id,
      customerId,
      userId: userOf(customerId),
      creditLimitFen: fen(creditLimitFen),
    })),
  )
}

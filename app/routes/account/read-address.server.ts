import { parseWithZod } from '@conform-to/zod/v4'
import type { AddressProblems, AddressValues } from '#app/components/account/address-form.tsx'
import { addressProblems } from '#app/domain/delivery/address-problems.ts'
import { notFound } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { AddressSchema } from '#app/schemas/address.ts'
import { saveAddress } from '#app/services/account/save-address.server.ts'

type Refused = { ok: false; status: number; values: AddressValues; problems: AddressProblems; isFull: boolean }
const fields = ['recipient', 'phone', 'districtId', 'street'] as const

/** Keeps what the form says; refused, it says why at each field and what was typed. @throws 404 for an address that is not theirs */
export async function readAddress(
  form: FormData,
  { customerId, addressId, now }: { customerId: string; addressId: string | null; now: Date },
): Promise<{ ok: true } | Refused> {
  const values: AddressValues = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')]))
  const submission = parseWithZod(form, { schema: AddressSchema })
  const refused = { ok: false as const, status: 400, values, problems: {}, isFull: false }
  if (submission.status !== 'success') {
    const problems: AddressProblems = {}
    for (const name of fields) {
      const problem = addressProblems.find((code) => code === submission.error?.[name]?.[0])
      if (problem) problems[name] = problem
    }
    return { ...refused, problems }
  }
  const saved = await saveAddress(db(), { customerId, addressId, address: submission.value, now })
  if (saved.ok) return { ok: true }
  switch (saved.refusal.code) {
    case 'unknown_address':
      throw notFound()
    case 'unknown_district':
      return { ...refused, problems: { districtId: 'district_missing' } }
    case 'too_many':
      return { ...refused, status: 409, isFull: true }
  }
}

import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { CheckoutSchema, dialable, OrderIdSchema } from './checkout.ts'

const typed = {
  placementKey: '0b9f6f2e-9b0e-4b57-8a6e-0d5f7a2f1c11',
  recipient: '陈晓',
  phone: '138 0013 8000',
  delivery: 'door',
  districtId: 'dis_wuhou',
  street: '科华北路 65 号 3 栋 1201',
  note: '',
  waveId: 'wav_1',
  substitution: 'refund',
}

function send(changes: Record<string, string | undefined>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...typed, ...changes })) if (value !== undefined) form.set(name, value)
  return parseWithZod(form, { schema: CheckoutSchema })
}

const problemsOf = (changes: Record<string, string | undefined>) => {
  const submission = send(changes)
  return submission.status === 'success' ? {} : submission.error
}

test('a complete door delivery is accepted, and an empty note is an empty note', () => {
  const submission = send({})
  expect(submission.status === 'success' && submission.value).toMatchObject({ delivery: 'door', phone: '13800138000', note: '' })
})

test('a pick-up needs a point and neither district nor street', () => {
  expect(problemsOf({ delivery: 'pickup', districtId: '', street: '', pickupPointId: '' })).toEqual({ pickupPointId: ['point_missing'] })
  expect(problemsOf({ delivery: 'pickup', districtId: '', street: '', pickupPointId: 'pup_1' })).toEqual({})
})

test('an empty form says what is missing at every field', () => {
  expect(problemsOf({ recipient: ' ', phone: '', districtId: '', street: '', waveId: undefined, substitution: undefined })).toEqual({
    recipient: ['recipient_missing'],
    phone: ['phone_missing'],
    districtId: ['district_missing'],
    street: ['street_missing'],
    waveId: ['wave_missing'],
    substitution: ['substitution_missing'],
  })
  expect(problemsOf({ delivery: undefined })).toEqual({ delivery: ['delivery_missing'] })
})

test.each([
  ['138-0013-8000', '13800138000'],
  ['+86 138 0013 8000', '13800138000'],
  ['0086 13800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['+44 20 7946 0958', '+442079460958'],
  ['00442079460958', '+442079460958'],
])('the phone %s is dialled as %s', (phone, dialled) => {
  expect(dialable(phone)).toBe(dialled)
  expect(problemsOf({ phone })).toEqual({})
})

test.each(['12800138000', '1380013800', '138001380000', '028-85550132', '+86', 'phone', '+0123456789'])(
  '%s is not a phone we can reach',
  (phone) => {
    expect(problemsOf({ phone })).toEqual({ phone: ['phone_invalid'] })
  },
)

test('what would not fit on the crate label is refused', () => {
  expect(problemsOf({ recipient: '长'.repeat(41), street: '街'.repeat(121), note: '话'.repeat(201) })).toEqual({
    recipient: ['recipient_long'],
    street: ['street_long'],
    note: ['note_long'],
  })
})

test('a form without its own random key is stale: it could place the same order twice', () => {
  expect(problemsOf({ placementKey: 'x' })).toEqual({ placementKey: ['form_stale'] })
})

test('an order id that is not one names nothing', () => {
  expect(OrderIdSchema.safeParse("ord_1' or 1=1").success).toBe(false)
  expect(OrderIdSchema.safeParse('ord_0abc12').success).toBe(true)
})

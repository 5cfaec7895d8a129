import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelsFor, isStillNews, isUrgent, tellAt } from './notice-plan.ts'

const clock = (on: string, time: string) => new Date(`${on}T${time}:00+08:00`)

test('nobody is told anything between nine in the evening and seven in the morning', () => {
  expect(tellAt(clock('2026-11-24', '20:59'))).toEqual(clock('2026-11-24', '20:59'))
  expect(tellAt(clock('2026-11-24', '21:00'))).toEqual(clock('2026-11-25', '07:00'))
  expect(tellAt(clock('2026-11-25', '06:59'))).toEqual(clock('2026-11-25', '07:00'))
  fc.assert(
    fc.property(fc.date({ min: clock('2026-01-01', '00:00'), max: clock('2027-01-01', '00:00'), noInvalidDate: true }), (at) => {
      const told = tellAt(at)
      const hour = (told.getUTCHours() + 8) % 24
      expect(hour >= 7 && hour < 21 && told >= at && tellAt(told).getTime() === told.getTime()).toBe(true)
    }),
  )
})

test('what is urgent goes by text message, the rest to the browser or by mail, each by another where that is the only way', () => {
  const all = { mail: true, sms: true, push: true }
  expect([channelsFor(true, all), channelsFor(false, all)]).toEqual([
    ['sms', 'push', 'mail'],
    ['push', 'mail', 'sms'],
  ])
  expect([isUrgent('near'), isUrgent('delivered')]).toEqual([true, false])
  expect(channelsFor(true, { ...all, sms: false })).toEqual(['push', 'mail'])
  expect(channelsFor(false, { mail: false, sms: false, push: false })).toEqual([])
})

test('that the van is near is no news an hour later, that a delivery failed still is', () => {
  const happened = clock('2026-11-24', '10:00')
  expect(isStillNews('near', happened, clock('2026-11-24', '11:00'))).toBe(false)
  expect(isStillNews('not_delivered', happened, clock('2026-11-24', '11:00'))).toBe(true)
})

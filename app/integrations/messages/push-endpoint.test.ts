import { expect, test } from 'vitest'
import { isPublicAddress, isPushEndpoint } from './push-endpoint.ts'

test('browsers are told at their maker’s named host by HTTPS at the usual port, nowhere else', () => {
  expect(isPushEndpoint('https://fcm.googleapis.com/fcm/send/abc')).toBe(true)
  const wrong = [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user:pw@push.example.com/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://localhost/x',
    'https://metadata.google.internal/x',
    'https://db/x',
    'file:///etc/passwd',
    'nonsense',
    `https://push.example.com/${'x'.repeat(1000)}`,
  ]
  expect(wrong.filter(isPushEndpoint)).toEqual([])
})

test('a name that leads into our own house is not followed', () => {
  const within = [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ]
  expect(within.filter(isPublicAddress)).toEqual([])
  expect(['142.250.1.1', '2a00:1450:4001::1'].every(isPublicAddress)).toBe(true)
})

import { expect, test } from 'vitest'
import { bareHost, isUnderDomain, readHostName } from './host-name.ts'

test('a host name is a name of two parts or more, whatever its case', () => {
  expect(readHostName(' WuJia.Example. ')).toBe('wujia.example')
  expect(readHostName('shop.wu-jia.example')).toBe('shop.wu-jia.example')
  for (const wrong of [
    '',
    'wujia',
    'http://wujia.example',
    'wujia.example:443',
    'wujia.example/shop',
    '10.0.0.1',
    '-wu.example',
    '吾家.example',
    'a..b',
  ])
    expect(readHostName(wrong), wrong).toBeNull()
})

test('a Host header names a host whatever its port and case', () => {
  expect(bareHost('WuJia.Example:3000')).toBe('wujia.example')
})

test('cookies of a shared parent reach the parent and what is under it, and nothing that only ends alike', () => {
  expect([isUnderDomain('wujia.tongtian.example', 'tongtian.example'), isUnderDomain('tongtian.example', '.tongtian.example')]).toEqual([
    true,
    true,
  ])
  expect([isUnderDomain('evil-tongtian.example', 'tongtian.example'), isUnderDomain('wujia.example', '')]).toEqual([false, false])
})

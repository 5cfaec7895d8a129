import { expect, test } from 'vitest'
import { logMessages } from './log-messages.ts'

test('the log has the code and no more of the person than the end of their number, or where their mail is kept', async () => {
  const lines: unknown[] = []
  const messages = logMessages({ info: (details) => lines.push(details) })
  await messages.sendSms({ phone: '13800138000', code: '123456', text: '【同田】验证码 123456' })
  await messages.sendMail({ to: 'chen@example.com', subject: 'Your order', text: 'Dear Chen' })
  expect(lines).toEqual([
    { to: '···8000', code: '123456' },
    { to: '···@example.com', subject: 'Your order' },
  ])
})

import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { CodeSchema, PasswordSignInSchema, PhoneSchema, RegistrationSchema } from './sign-in.ts'

function form(fields: Record<string, string>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const register = (fields: Record<string, string>) => parseWithZod(form(fields), { schema: RegistrationSchema })

test('an e-mail registers with a password, and is kept in lower case', () => {
  const submission = register({ name: ' 陈晓 ', contact: 'Chen@Example.com', password: 'ten-letters' })
  expect(submission.status === 'success' && submission.value).toEqual({
    kind: 'email',
    name: '陈晓',
    email: 'chen@example.com',
    password: 'ten-letters',
  })
})

test('a phone registers without a password', () => {
  const submission = register({ name: '陈晓', contact: '+86 138-0013-8000' })
  expect(submission.status === 'success' && submission.value).toEqual({ kind: 'phone', name: '陈晓', phone: '13800138000' })
})

test.each<[Record<string, string>, Record<string, string[]>]>([
  [{}, { name: ['name_missing'], contact: ['contact_invalid'] }],
  [{ name: '长'.repeat(41), contact: 'chen@example.com', password: 'ten-letters' }, { name: ['name_long'] }],
  [{ name: '陈晓', contact: '028-85550132', password: 'ten-letters' }, { contact: ['contact_invalid'] }],
  [{ name: '陈晓', contact: 'chen@example.com' }, { password: ['password_missing'] }],
  [{ name: '陈晓', contact: 'chen@example.com', password: 'nine-char' }, { password: ['password_short'] }],
  [{ name: '陈晓', contact: 'chen@example.com', password: 'x'.repeat(129) }, { password: ['password_long'] }],
])('the registration %j is refused: %j', (fields, problems) => {
  const submission = register(fields)
  expect(submission.status === 'success' ? null : submission.error).toEqual(problems)
})

test('a code is six digits however it was typed; a password may be short when it is only compared', () => {
  const code = parseWithZod(form({ code: ' １２３ 456' }), { schema: CodeSchema })
  expect(code.status === 'success' && code.value).toEqual({ code: '123456' })
  expect(parseWithZod(form({ code: '12345' }), { schema: CodeSchema }).status).toBe('error')
  expect(parseWithZod(form({ email: 'a@b.example', password: 'x' }), { schema: PasswordSignInSchema }).status).toBe('success')
  expect(parseWithZod(form({ phone: '+44 20 7946 0958' }), { schema: PhoneSchema }).status).toBe('error')
})

import { expect, test } from 'vitest'
import { ruleOn } from '#app/domain/delivery/sharing-rule.ts'
import { findAgreedRules } from '#db/queries/wave-costs/sharing-rules.server.ts'
import { openMarket } from '#tests/support/open-market.ts'
import { decideRule } from './decide-rule.server.ts'
import { proposeRule } from './propose-rule.server.ts'

const now = new Date('2026-11-24T04:00:00Z')

test('a rule is agreed by a second person, holds from its day on, and is decided once', async () => {
  const db = await openMarket()
  expect(await proposeRule(db, { rule: 'weight', fromOn: '2026-11-24', userId: 'ana', now })).toMatchObject({
    refusal: { code: 'not_from_tomorrow' },
  })
  const proposed = await proposeRule(db, { rule: 'weight', fromOn: '2026-12-01', userId: 'ana', now })
  const ruleId = proposed.ok ? proposed.value.ruleId : ''
  expect(await decideRule(db, { ruleId, agree: true, userId: 'ana', now })).toMatchObject({ refusal: { code: 'same_person' } })
  expect(ruleOn(await findAgreedRules(db.reader), '2026-12-02')).toBe('shapley')
  expect(await decideRule(db, { ruleId, agree: true, userId: 'bo', now })).toMatchObject({ ok: true })
  expect(await decideRule(db, { ruleId, agree: false, userId: 'bo', now })).toMatchObject({ refusal: { code: 'already_decided' } })
  const rules = await findAgreedRules(db.reader)
  expect(ruleOn(rules, '2026-11-30')).toBe('shapley')
  expect(ruleOn(rules, '2026-12-01')).toBe('weight')
})

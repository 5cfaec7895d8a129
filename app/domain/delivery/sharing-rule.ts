/** By which rule the farms of a wave share what its last mile cost. */
export const sharingRuleNames = ['shapley', 'weight', 'drop'] as const
export type SharingRuleName = (typeof sharingRuleNames)[number]

/** In force until the alliance agrees on another: what a farm bears is what it makes the joint tour dearer. */
export const foundingRule: SharingRuleName = 'shapley'

export type AgreedRule = { readonly rule: SharingRuleName; readonly fromOn: string; readonly decidedAt: Date }

/** Of the rules that were agreed and have begun on the day (YYYY-MM-DD), the newest; of two from one day, what was agreed last. */
export function ruleOn(rules: readonly AgreedRule[], on: string): SharingRuleName {
  let newest: AgreedRule | null = null
  for (const rule of rules) {
    if (rule.fromOn > on) continue
    if (newest === null || rule.fromOn > newest.fromOn || (rule.fromOn === newest.fromOn && rule.decidedAt >= newest.decidedAt))
      newest = rule
  }
  return newest?.rule ?? foundingRule
}

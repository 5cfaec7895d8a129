import type { CleanedWhere } from 'better-auth/adapters'
import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { invariant } from '#app/domain/invariant.ts'

type ColumnOf = (field: string) => SQLWrapper

/**
 * What better-auth asks, as one condition: everything said with AND, and of what is said with OR at least one.
 * Text is compared exactly on both dialects (SQLite's LIKE would ignore case), or without case where `mode` says so.
 * @returns undefined when nothing is asked
 */
export function whereToCondition(columnOf: ColumnOf, where: readonly CleanedWhere[] = []): SQL | undefined {
  const conditions = (connector: 'AND' | 'OR') =>
    where.filter((one) => (one.connector ?? 'AND') === connector).map((one) => toCondition(columnOf, one))
  return and(...conditions('AND'), or(...conditions('OR')))
}

function toCondition(columnOf: ColumnOf, { field, operator = 'eq', value, mode }: CleanedWhere): SQL {
  const given = columnOf(field)
  if (value === null) return operator === 'ne' ? isNotNull(given) : isNull(given)
  const folds =
    mode === 'insensitive' && (typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')))
  const left: SQLWrapper = folds ? sql`lower(${given})` : given
  const right = folds ? fold(value) : value
  switch (operator) {
    case 'eq':
      return eq(left, right)
    case 'ne':
      return ne(left, right)
    case 'lt':
      return lt(left, right)
    case 'lte':
      return lte(left, right)
    case 'gt':
      return gt(left, right)
    case 'gte':
      return gte(left, right)
    case 'in':
      return inArray(left, listOf(right))
    case 'not_in':
      return notInArray(left, listOf(right))
    case 'contains':
      return sql`replace(${left}, ${textOf(right)}, '') <> ${left}`
    case 'starts_with':
      return sql`substr(${left}, 1, ${lengthOf(right)}) = ${textOf(right)}`
    case 'ends_with':
      return sql`(length(${left}) >= ${lengthOf(right)} and substr(${left}, length(${left}) - ${lengthOf(right)} + 1) = ${textOf(right)})`
  }
}

const fold = (value: unknown): unknown => (Array.isArray(value) ? value.map(fold) : String(value).toLowerCase())

function listOf(value: unknown): unknown[] {
  invariant(Array.isArray(value), 'a list is asked for by something that is not a list')
  return value
}

function textOf(value: unknown): string {
  invariant(typeof value === 'string' && value !== '', 'a part of a text is asked for by something that is not a text')
  return value
}

/** In characters, as both databases count. */
const lengthOf = (value: unknown) => [...textOf(value)].length

import { data } from '@remix-run/node'
import { z } from 'zod'
import type { NetworkProblems } from '#app/domain/delivery/network-problems.ts'
import { now } from '#app/http/runtime.server.ts'

const Done = z.enum(['saved', 'answered', 'imported']).nullable().catch(null)

/** What the page is told after a change: `?done=…`. */
export const noteOf = (request: Request) => Done.parse(new URL(request.url).searchParams.get('done'))

type Refused<Code> = {
  typed: Record<string, string>
  problems?: NetworkProblems
  refused?: Code
  form?: string
  named?: { nameZh: string; nameEn: string } | undefined
}

/** A form that could not be read (400) or was refused (422), with what was typed. `version` makes its notice take the focus again. */
export const refusedForm = <Code extends string>({ typed, problems = {}, refused, form = '', named }: Refused<Code>) =>
  data({ typed, problems, refused: refused ?? null, form, named: named ?? null, version: now().getTime() }, { status: refused ? 422 : 400 })

import { type DriverWord, loadSteps } from './driver-event.ts'
import { failureReasons, handoverNotes, type NextStep } from './settle-drop.ts'

type Form = { get(name: string): unknown; getAll(name: string): unknown[] }

const textsOf = (values: unknown[]) => values.filter((value) => typeof value === 'string')

/** What a driver's form says, on the phone as on the server; null when it says nothing we know. Lengths and ranges are the schema's. */
export function readDriverWord(form: Form): DriverWord | null {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const dropId = text('dropId')
  switch (text('word')) {
    case 'start':
      return { kind: 'start', aboard: text('start') === 'all' ? 'all' : textsOf(form.getAll('aboard')) }
    case 'load': {
      const step = loadSteps.find((known) => known === text('step'))
      return step ? { kind: 'load', consignmentId: text('consignmentId'), step } : null
    }
    case 'arrive':
      return { kind: 'arrive', dropId }
    case 'deliver': {
      const note = handoverNotes.find((known) => known === text('note'))
      if (note) return { kind: 'deliver', dropId, proof: { kind: 'note', note } }
      return text('code') ? { kind: 'deliver', dropId, proof: { kind: text('by') === 'qr' ? 'qr' : 'code', code: text('code') } } : null
    }
    case 'fail': {
      const reason = failureReasons.find((known) => known === text('reason'))
      const next: NextStep = text('next') === 'again' ? 'again' : 'hub'
      return reason ? { kind: 'fail', dropId, reason, next } : null
    }
    case 'reopen':
      return { kind: 'reopen', dropId }
    case 'crates': {
      const count = Number(text('count'))
      return Number.isInteger(count) ? { kind: 'crates', dropId, count } : null
    }
    case 'annotate':
      return { kind: 'annotate', dropId, note: text('annotation') }
    case 'end': {
      const km = Number(text('drivenKm').replace(',', '.'))
      return text('drivenKm') !== '' && Number.isFinite(km) ? { kind: 'end', drivenM: Math.round(km * 1000) } : null
    }
    default:
      return null
  }
}

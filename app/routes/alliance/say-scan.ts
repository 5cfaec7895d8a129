import type { dockMessages } from '#app/i18n/messages/dock.ts'
import type { ScanAtDockRefusal } from '#app/services/first-mile/scan-alias.server.ts'

export type ScanRefused = { code: ScanAtDockRefusal['code'] | 'not_of_this_run' | 'nothing_scanned'; alias: string }

/** Why a scan was not noted, for whoever holds the label in their hand. */
export function sayScan({ code, alias }: ScanRefused, t: (typeof dockMessages)['en']): string {
  switch (code) {
    case 'unknown_alias':
      return t.unknown_alias(alias)
    case 'ambiguous_alias':
      return t.ambiguous_alias(alias)
    case 'not_packed':
      return t.not_packed(alias)
    default:
      return t[code]
  }
}

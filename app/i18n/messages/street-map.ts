import { defineMessages } from '../define-messages.ts'

/** The office's own street map beside the schematic one. */
export const streetMapMessages = defineMessages(
  {
    open: '打开街道图',
    close: '收起街道图',
    drawing: '正在画街道图…',
    failed: '街道图打不开，请用上面的示意图。',
    label: '街道图：集货仓、车次和站点',
  },
  {
    open: 'Open the street map',
    close: 'Close the street map',
    drawing: 'Drawing the street map…',
    failed: 'The street map cannot be opened. The schematic one above still works.',
    label: 'Street map: hub, runs and stops',
  },
)

import { defineMessages } from '../define-messages.ts'

/** How a delivery fee comes about, beside the fee. */
export const deliveryFeeMessages = defineMessages(
  {
    how: '这笔配送费怎么来的',
    detour: (nearest: string, road: string, minutes: number) => `离最近的停靠处 ${nearest}，多走 ${road}，多花 ${minutes} 分钟（含交接）`,
    detourCost: '绕这一趟的成本',
    least: '这批的最低配送费',
    direct: '各农场自己寄要',
    charged: '所以收',
  },
  {
    how: 'How this fee comes about',
    detour: (nearest, road, minutes) =>
      `${nearest} from the nearest stop: ${road} more road, ${minutes} more minutes with the handing over`,
    detourCost: 'What this detour costs',
    least: 'The wave’s least fee',
    direct: 'Each farm shipping itself',
    charged: 'So you pay',
  },
)

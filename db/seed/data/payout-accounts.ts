/** Where the demo pays whom. The bank and every number are made up. */
export const payoutAccounts = [
  { type: 'farm', id: 'farm_wj', holder: '吾家农场', number: '6200990000000000101' },
  { type: 'farm', id: 'farm_lx', holder: '林溪农场', number: '6200990000000000202' },
  { type: 'farm', id: 'farm_hd', holder: '厚道农场', number: '6200990000000000303' },
  { type: 'farm', id: 'farm_hl', holder: '禾篱农场', number: '6200990000000000404' },
  { type: 'farm', id: 'farm_xc', holder: '小春农场', number: '6200990000000000505' },
  { type: 'farm', id: 'farm_fq', holder: '枫泉农场', number: '6200990000000000606' },
  { type: 'farm', id: 'farm_hcun', holder: 'H 村冰糖橙合作社', number: '6200990000000000707' },
  { type: 'farm', id: 'farm_luxi', holder: '泸西香葱农场', number: '6200990000000000808' },
  { type: 'leader', id: 'leader_jincheng', holder: '濮阳芒种', number: '6200990000000001111' },
  { type: 'leader', id: 'leader_tangba', holder: '淳于夏至', number: '6200990000000002222' },
  { type: 'leader', id: 'leader_chadian', holder: '澹台秋分', number: '6200990000000003333' },
] as const

export const demoBank = '同田示范银行成都分行'

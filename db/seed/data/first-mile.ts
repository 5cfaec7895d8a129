/** Who drives before dawn. They have no account: their list is printed. */
export const nightDrivers = [{ id: 'driver_gong', name: '龚星', phone: '028-5550-0134', carrierId: 'carrier_shudao' }]

/** The medium van goes out at half past one and stands at the hub again before the day's drivers come. */
export const nightShifts = [
  {
    id: 'shift_vehicle_medium_night',
    vehicleId: 'vehicle_medium',
    driverId: 'driver_gong',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    fromTime: '01:30',
    untilTime: '06:00',
  },
]

/** Farms whose crates are fetched; they pack in the evening. The others pass the hub anyway and bring theirs. */
export const collectedFarms = ['farm_wj', 'farm_hl', 'farm_fq']
export const collectedReadyFrom = '02:00'

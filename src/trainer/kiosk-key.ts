/** Where the setting stands in the browser's own small store; absent while kiosk mode is off. */
export const kioskKey = 'handrail-kiosk';
